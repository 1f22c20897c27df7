"""What a browser gets, and what it must never be given to run."""

from parta.files.downloads import disposition

PAGE = b"<html><script>alert(document.cookie)</script></html>"
DRAWING = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


async def test_a_photo_is_shown_in_place_and_kept_from_doing_anything_else(anna, photo):
    file_id = await anna.upload(photo, "Поход.jpg")

    answer = await anna.get(f"/files/{file_id}")

    assert answer.status_code == 200
    assert answer.content == photo
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Content-Length"] == str(len(photo))
    assert answer.headers["Content-Disposition"].startswith("inline;")
    assert "filename*=UTF-8''%D0%9F%D0%BE%D1%85%D0%BE%D0%B4.jpg" in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "private" in answer.headers["Cache-Control"]
    assert answer.headers["Vary"] == "Cookie"


async def test_what_could_run_is_saved_and_never_shown(anna):
    for content, name, content_type in (
        (PAGE, "photo.jpg", "application/octet-stream"),
        (DRAWING, "drawing.svg", "application/octet-stream"),
        (b"<?xml version='1.0'?><a/>", "data.xml", "application/octet-stream"),
        (b"%PDF-1.7 /JS", "paper.pdf", "application/pdf"),
        (b"alert(1)", "script.js", "text/plain"),
        (b"", "empty.html", "application/octet-stream"),
    ):
        answer = await anna.get(f"/files/{await anna.upload(content, name)}")

        assert answer.status_code == 200
        assert answer.headers["Content-Type"].partition(";")[0] == content_type
        assert answer.headers["Content-Disposition"].startswith("attachment;")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]


async def test_a_range_is_given_alone(anna):
    path = f"/files/{await anna.upload(b'0123456789')}"
    for wanted, content, told in (
        ("bytes=0-3", b"0123", "bytes 0-3/10"),
        ("bytes=8-", b"89", "bytes 8-9/10"),
        ("bytes=-3", b"789", "bytes 7-9/10"),
        ("bytes=0-99", b"0123456789", "bytes 0-9/10"),
    ):
        answer = await anna.get(path, Range=wanted)

        assert (answer.status_code, answer.content) == (206, content)
        assert answer.headers["Content-Range"] == told
        assert answer.headers["Content-Length"] == str(len(content))


async def test_a_range_outside_the_file_is_refused(anna):
    answer = await anna.get(f"/files/{await anna.upload(b'0123456789')}", Range="bytes=10-")

    assert (answer.status_code, answer.json()["code"]) == (416, "range_unsatisfiable")
    assert answer.headers["Content-Range"] == "bytes */10"


async def test_several_ranges_get_the_whole_file(anna):
    answer = await anna.get(f"/files/{await anna.upload(b'0123456789')}", Range="bytes=0-1,4-5")

    assert (answer.status_code, answer.content) == (200, b"0123456789")


async def test_a_range_of_another_version_gets_the_whole_file(anna):
    path = f"/files/{await anna.upload(b'0123456789')}"
    etag = (await anna.get(path)).headers["ETag"]

    same = await anna.get(path, Range="bytes=0-1", If_Range=etag)
    other = await anna.get(path, Range="bytes=0-1", If_Range='"other"')

    assert (same.status_code, same.content) == (206, b"01")
    assert (other.status_code, other.content) == (200, b"0123456789")


async def test_what_the_browser_has_is_not_sent_again(anna):
    path = f"/files/{await anna.upload(b'0123456789')}"
    etag = (await anna.get(path)).headers["ETag"]

    known = await anna.get(path, If_None_Match=etag)

    assert (known.status_code, known.content) == (304, b"")


async def test_head_tells_the_same_without_the_bytes(anna):
    path = f"/files/{await anna.upload(b'0123456789')}"

    whole = await anna.actor.client.head(f"/api{path}")
    part = await anna.actor.client.head(f"/api{path}", headers={"Range": "bytes=2-3"})

    assert (whole.status_code, whole.headers["Content-Length"], whole.content) == (200, "10", b"")
    assert (part.status_code, part.headers["Content-Length"], part.content) == (206, "2", b"")


async def test_an_unfinished_file_cannot_be_downloaded_yet(anna):
    upload = await anna.begin(10)
    path = upload.replace("/api/uploads", "/files")

    assert (await anna.get(path)).status_code == 404
    assert (await anna.get(f"{path}/info")).json()["state"] == "uploading"


def test_a_hostile_name_stays_inside_its_header():
    said = disposition('a"; filename="evil.exe', shown=False)

    assert (
        said
        == "attachment; filename=\"a_; filename=_evil.exe\"; filename*=UTF-8''a%22%3B%20filename%3D%22evil.exe"
    )


async def test_an_id_that_no_database_can_hold_names_nothing(anna):
    for path in ("/files/{}", "/files/{}/info", "/files/{}/preview"):
        assert (await anna.get(path.format(10**20))).status_code in (404, 422)
    assert (await anna.measure(f"/api/uploads/{10**20}")).status_code in (404, 422)
