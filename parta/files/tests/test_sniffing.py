import io
import zipfile

import pytest

from parta.files.sniffing import sniff


@pytest.fixture
def sniffed(tmp_path):
    def look(content: bytes, name: str = "file.bin") -> tuple[str, str]:
        path = tmp_path / "content"
        path.write_bytes(content)
        found = sniff(path, name)
        return found.content_type, found.kind

    return look


def package(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


def test_media_is_known_by_its_bytes(sniffed, photo):
    assert sniffed(photo, "photo.exe") == ("image/jpeg", "image")
    assert sniffed(b"RIFF\0\0\0\0WEBPVP8 ") == ("image/webp", "image")
    assert sniffed(b"\0\0\0\x20ftypisom\0\0\0\0") == ("video/mp4", "video")
    assert sniffed(b"\0\0\0\x20ftypM4A \0\0\0\0") == ("audio/mp4", "audio")
    assert sniffed(b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm") == ("video/webm", "video")
    assert sniffed(b"ID3\x03\0") == ("audio/mpeg", "audio")
    assert sniffed(b"\xff\xfb\x90\x64") == ("audio/mpeg", "audio")
    assert sniffed(b"\xff\xfe\0\0") == ("application/octet-stream", "document")


@pytest.mark.parametrize(
    "page",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"\xef\xbb\xbf  <?xml version='1.0'?><svg/>",
        b"<!-- x --><html><script>alert(1)</script>",
        b"just text and then <ScRiPt>alert(1)</script>",
        b"<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
    ],
)
def test_markup_is_never_called_by_its_name(sniffed, page):
    assert sniffed(page, "photo.png") == ("application/octet-stream", "document")


def test_documents_are_told_apart(sniffed):
    assert sniffed(b"%PDF-1.7") == ("application/pdf", "document")
    assert sniffed("Ёлки, палки".encode()) == ("text/plain", "document")
    assert sniffed("Ёлки, палки".encode("cp1251")) == ("text/plain", "document")
    assert sniffed(("щ" * 40_000).encode()) == ("text/plain", "document")
    assert sniffed(package("[Content_Types].xml", "word/document.xml"))[0].endswith(
        "wordprocessingml.document"
    )
    assert sniffed(package("[Content_Types].xml", "xl/workbook.xml"))[0].endswith("spreadsheetml.sheet")
    assert sniffed(package("a.txt")) == ("application/zip", "document")
    assert sniffed(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Отчёт.XLS") == (
        "application/vnd.ms-excel",
        "document",
    )


def test_what_is_not_known_is_bytes(sniffed):
    assert (
        sniffed(b"")
        == sniffed(b"MZ\x90\0\x03")
        == sniffed(b"\0\1\2")
        == ("application/octet-stream", "document")
    )


def test_an_open_document_may_not_name_any_type_it_likes(sniffed):
    def opening(mimetype: bytes) -> bytes:
        return b"PK\x03\x04" + bytes(26) + b"mimetype" + mimetype

    assert (
        sniffed(opening(b"application/vnd.oasis.opendocument.text"))[0]
        == "application/vnd.oasis.opendocument.text"
    )
    assert sniffed(opening(b"text/html"))[0] == "application/zip"
    assert sniffed(opening(b"application/xhtml+xml"))[0] == "application/zip"
