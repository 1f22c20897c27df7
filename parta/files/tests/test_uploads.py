"""Uploading by tus: every step beside its refusal."""

import asyncio

GIB = 1024**3


async def test_the_server_says_what_it_speaks(anonymous):
    answer = await anonymous.options("/api/uploads")

    assert answer.status_code == 204
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert answer.headers["Tus-Max-Size"] == str(4 * GIB)
    assert set(answer.headers["Tus-Extension"].split(",")) == {
        "creation",
        "creation-with-upload",
        "termination",
        "expiration",
    }


async def test_a_file_arrives_in_parts(anna):
    upload = await anna.begin(11, "Привет.txt")

    first = await anna.send(upload, b"hello ")
    between = await anna.measure(upload)
    last = await anna.send(upload, b"world", 6)

    assert first.headers["Upload-Offset"] == between.headers["Upload-Offset"] == "6"
    assert between.headers["Upload-Length"] == "11"
    assert between.headers["Cache-Control"] == "no-store"
    assert between.headers["Upload-Expires"].endswith("GMT")
    assert last.status_code == 204
    assert last.headers["Upload-Offset"] == "11"
    assert "Upload-Expires" not in last.headers
    file_id = int(upload.rpartition("/")[2])
    assert (await anna.get(f"/files/{file_id}")).content == b"hello world"
    assert await anna.info(file_id) == {
        "id": file_id,
        "name": "Привет.txt",
        "content_type": "text/plain",
        "kind": "document",
        "size": 11,
        "width": None,
        "height": None,
        "duration_ms": None,
        "preview": False,
        "state": "ready",
        "purpose": None,
        "waveform": None,
        "scan": "none",
    }


async def test_an_empty_file_is_ready_at_once(anna):
    file_id = await anna.upload(b"", "пусто.txt")

    assert (await anna.info(file_id))["state"] == "ready"
    assert (await anna.get(f"/files/{file_id}")).content == b""


async def test_the_first_bytes_may_come_with_the_announcement(anna):
    part = await anna.announce(10, content=b"01234")
    whole = await anna.announce(5, content=b"01234")

    assert part.status_code == whole.status_code == 201
    assert part.headers["Upload-Offset"] == whole.headers["Upload-Offset"] == "5"
    assert (await anna.measure(part.headers["Location"])).headers["Upload-Offset"] == "5"
    assert (await anna.get(whole.headers["Location"].replace("/api/uploads", "/files"))).content == b"01234"


async def test_four_gibibytes_are_accepted_and_one_byte_more_is_not(anna):
    largest = await anna.announce(4 * GIB)
    larger = await anna.announce(4 * GIB + 1)

    assert largest.status_code == 201
    assert larger.status_code == 413
    assert larger.json()["code"] == "file_too_large"
    assert larger.json()["title"] == "Файл слишком большой."


async def test_a_wrong_announcement_is_refused_by_name(anna):
    for headers, status, code in (
        ({"Upload-Length": "-1"}, 422, "upload_header_wrong"),
        ({"Upload-Length": "1" * 30}, 422, "upload_header_wrong"),
        ({"Upload-Length": "٣"}, 422, "upload_header_wrong"),
        ({"Upload-Defer-Length": "1"}, 422, "upload_length_required"),
        ({"Upload-Metadata": "filename ***"}, 422, "upload_header_wrong"),
        ({"Upload-Metadata": "filename /w=="}, 422, "upload_header_wrong"),
        ({"Tus-Resumable": "0.2.2"}, 412, "tus_version_unknown"),
        ({"Content-Type": "multipart/form-data"}, 415, "chunk_type_wrong"),
    ):
        content = b"x" if "Content-Type" in headers else None
        answer = await anna.announce(
            5, content=content, **{name: value.encode() for name, value in headers.items()}
        )

        assert (answer.status_code, answer.json()["code"]) == (status, code), headers


async def test_a_file_without_a_name_still_has_one(anna):
    answer = await anna.announce(0, **{"Upload-Metadata": "filetype aW1hZ2UvcG5n"})

    assert answer.status_code == 201
    assert (await anna.info(int(answer.headers["Location"].rpartition("/")[2])))["name"] == "file"


async def test_a_part_must_continue_where_the_upload_stands(anna):
    upload = await anna.begin(10)
    await anna.send(upload, b"01234")

    ahead = await anna.send(upload, b"x", 7)
    behind = await anna.send(upload, b"x", 0)
    right = await anna.send(upload, b"56789", 5)
    after = await anna.send(upload, b"", 10)

    assert ahead.status_code == behind.status_code == 409
    assert ahead.json()["code"] == "offset_mismatch"
    assert ahead.json()["offset"] == 5
    assert right.status_code == after.status_code == 204


async def test_a_part_must_say_that_it_is_one(anna):
    upload = await anna.begin(10)

    form = await anna.send(upload, b"01234", **{"Content-Type": "application/x-www-form-urlencoded"})
    older = await anna.send(upload, b"01234", **{"Tus-Resumable": "0.9"})

    assert (form.status_code, older.status_code) == (415, 412)
    assert (await anna.measure(upload)).headers["Upload-Offset"] == "0"


async def test_more_than_was_announced_is_not_kept(anna):
    upload = await anna.begin(10)
    await anna.send(upload, b"0123")

    async def endless():
        for _ in range(100):
            yield b"x" * 3

    told = await anna.send(upload, b"45678901", 4)
    untold = await anna.send(upload, endless(), 4)

    assert told.status_code == untold.status_code == 413
    assert untold.json()["code"] == "upload_longer_than_announced"
    assert (await anna.measure(upload)).headers["Upload-Offset"] == "4"
    assert (await anna.send(upload, b"456789", 4)).status_code == 204


async def test_another_persons_upload_is_absent(anna, stranger):
    upload = await anna.begin(10)

    theirs = [
        await stranger.measure(upload),
        await stranger.send(upload, b"x"),
        await stranger.cancel(upload),
    ]
    absent = [
        await stranger.measure("/api/uploads/999999"),
        await stranger.send("/api/uploads/999999", b"x"),
        await stranger.cancel("/api/uploads/999999"),
    ]

    assert [a.status_code for a in theirs] == [a.status_code for a in absent] == [404, 404, 404]
    assert theirs[1].json()["code"] == absent[1].json()["code"] == "not_found"
    assert (await anna.measure(upload)).headers["Upload-Offset"] == "0"


async def test_nobody_uploads_without_signing_in(anonymous):
    answer = await anonymous.post("/api/uploads", headers={"Tus-Resumable": "1.0.0", "Upload-Length": "5"})

    assert answer.status_code == 401


async def test_what_came_before_a_cut_is_kept(anna, spooled):
    upload = await anna.begin(100)

    async def cut():
        yield b"0123456789"
        raise ConnectionError

    answer = await anna.send(upload, cut())
    resumed = await anna.measure(upload)

    assert answer.json()["code"] == "upload_cut"
    assert resumed.headers["Upload-Offset"] == "10"
    assert [path.stat().st_size for path in spooled.iterdir()] == [10]
    assert (await anna.send(upload, b"x" * 90, 10)).headers["Upload-Offset"] == "100"


async def test_two_parts_never_interleave_and_who_asks_first_may_go_on(anna):
    upload = await anna.begin(10)
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow():
        yield b"01234"
        begun.set()
        await go_on.wait()
        yield b"56789"

    first = asyncio.create_task(anna.send(upload, slow()))
    await begun.wait()
    second = await anna.send(upload, b"x" * 10)
    go_on.set()

    assert second.status_code == 423
    assert second.json()["code"] == "upload_busy"
    assert (await first).headers["Upload-Offset"] == "10"


async def test_resuming_takes_over_from_a_connection_that_hangs(anna):
    upload = await anna.begin(10)
    begun = asyncio.Event()

    async def hanging():
        yield b"01234"
        begun.set()
        await asyncio.Event().wait()
        yield b""

    dead = asyncio.create_task(anna.send(upload, hanging()))
    await begun.wait()
    resumed = await anna.measure(upload)
    finished = await anna.send(upload, b"56789", int(resumed.headers["Upload-Offset"]))

    assert resumed.headers["Upload-Offset"] == "5"
    assert finished.headers["Upload-Offset"] == "10"
    assert (await dead).status_code == 423


async def test_the_spool_tells_the_truth_when_the_server_was_killed(anna, spooled):
    upload = await anna.begin(10)
    # The bytes reached the disk, but the server died before it could say so anywhere else.
    next(spooled.iterdir()).write_bytes(b"0123456")

    answer = await anna.measure(upload)

    assert answer.headers["Upload-Offset"] == "7"
    assert (await anna.send(upload, b"789", 7)).status_code == 204


async def test_an_upload_killed_before_its_end_was_told_is_finished_by_asking(anna, spooled):
    upload = await anna.begin(4)
    next(spooled.iterdir()).write_bytes(b"0123")

    answer = await anna.measure(upload)

    assert answer.headers["Upload-Offset"] == "4"
    assert (await anna.get(upload.replace("/api/uploads", "/files"))).content == b"0123"


async def test_an_upload_killed_between_moving_and_telling_is_finished_by_asking(anna, spooled, database):
    upload = await anna.begin(4)
    spool = next(spooled.iterdir())
    spool.write_bytes(b"0123")
    await database.blobs.take(await key_of(database, upload), spool)

    answer = await anna.measure(upload)

    assert answer.headers["Upload-Offset"] == "4"
    assert (await anna.get(upload.replace("/api/uploads", "/files"))).content == b"0123"


async def test_an_upload_whose_bytes_are_lost_is_absent_so_that_the_client_starts_anew(anna, spooled):
    upload = await anna.begin(4)
    next(spooled.iterdir()).unlink()

    assert (await anna.measure(upload)).status_code == 404
    assert (await anna.send(upload, b"0123")).status_code == 404


async def test_no_transaction_is_open_while_bytes_come(anna, database):
    upload = await anna.begin(10)
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow():
        yield b"01234"
        begun.set()
        await go_on.wait()
        yield b"56789"

    sending = asyncio.create_task(anna.send(upload, slow()))
    await begun.wait()
    busy = database.pool.get_size() - database.pool.get_idle_size()
    go_on.set()
    await sending

    assert busy == 0


async def key_of(database, upload: str) -> str:
    async with database.transaction() as tx:
        key: str = await tx.value("SELECT blob_key FROM files WHERE id = $1", int(upload.rpartition("/")[2]))
    return key
