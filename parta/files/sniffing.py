"""What a file really is, from its bytes; what its sender says about it is not asked."""

import codecs
import re
from pathlib import Path

import msgspec
import puremagic

from parta.files.names import extension

HEAD = 64 * 1024
UNKNOWN = "application/octet-stream"


class Sniffed(msgspec.Struct, frozen=True):
    """A type that is safe to say aloud, and how the client shows such files."""

    content_type: str
    kind: str


# Fixed beginnings of types we show ourselves. puremagic guesses by score and by extension, which is not
# good enough for what a browser will render from our origin.
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b", "application/gzip"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"msf1": "image/heic",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"qt  ": "video/quicktime",
    b"3gp4": "video/3gpp",
    b"3gp5": "video/3gpp",
    b"3gp6": "video/3gpp",
}
_OFFICE = {
    b"word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_OPEN_DOCUMENT = rb"application/(vnd\.oasis\.[a-z.-]{1,60}|epub\+zip)"
_OLE = {
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
}
# What puremagic may add: documents and archives that no browser runs.
_SECOND_OPINION = frozenset(
    {"application/x-tar", "application/x-bzip2", "application/x-xz", "application/epub+zip", "image/vnd.djvu"}
)
_MARKUP = re.compile(
    rb"<(!doctype|\?xml|html|head|body|script|svg|iframe|style|title|meta|link|img|a |div|p>|table|!--|br|h1|\w+:)",
    re.IGNORECASE,
)

_CONTROL = re.compile("[\\x00-\\x08\\x0e-\\x1a\\x1c-\\x1f\\x7f-\\x9f]")


def sniff(path: Path, name: str) -> Sniffed:
    """Look at the file at `path`; `name` only tells apart types that share a container."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    content_type = _media(head) or _package(path, head) or _by_name(head, name) or _text(head) or _guess(head)
    return Sniffed(content_type, kind_of(content_type))


def kind_of(content_type: str) -> str:
    """The way a client shows this type."""
    family = content_type.partition("/")[0]
    return (
        family if family in ("image", "video", "audio") and content_type != "image/vnd.djvu" else "document"
    )


def _media(head: bytes) -> str | None:
    for beginning, content_type in _BEGINNINGS:
        if head.startswith(beginning):
            return content_type
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head[:4] == b"\x1a\x45\xdf\xa3":
        return "video/webm" if b"webm" in head[:64] else "video/x-matroska"
    if head[:4] == b"OggS":
        return "video/ogg" if b"theora" in head[:256] else "audio/ogg"
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in (12, 40, 52, 56, 64, 108, 124):
        return "image/bmp"
    return _frames(head)


def _frames(head: bytes) -> str | None:
    """MPEG audio has no beginning of its own, only frame headers; two bytes are not proof, so check the fields."""
    if len(head) < 4 or head[0] != 0xFF:
        return None
    if head[1] & 0xF6 == 0xF0:
        return "audio/aac"
    layer, rate, sampling = head[1] & 0x06, head[2] >> 4, (head[2] >> 2) & 3
    is_mpeg_audio = head[1] & 0xE0 == 0xE0 and layer and rate not in (0, 15) and sampling != 3
    return "audio/mpeg" if is_mpeg_audio else None


def _package(path: Path, head: bytes) -> str | None:
    """Office documents are zip archives that begin or end with telling names."""
    if not head.startswith(b"PK\x03\x04"):
        return None
    if head[30:38] == b"mimetype" and (said := re.match(_OPEN_DOCUMENT, head[38:])):
        return said.group().decode()
    # The names are searched for, not parsed: a hostile archive's directory may be as large as the archive.
    names = head + _tail(path)
    return next((content_type for part, content_type in _OFFICE.items() if part in names), "application/zip")


def _tail(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - HEAD))
        return file.read(HEAD)


def _by_name(head: bytes, name: str) -> str | None:
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _OLE.get(extension(name), UNKNOWN)
    return None


def _text(head: bytes) -> str | None:
    """Plain text, unless anything in it looks like markup: a browser must never be asked to decide."""
    if not head or b"\x00" in head:
        return None
    if _MARKUP.search(head):
        return UNKNOWN
    for encoding in ("utf-8", "cp1251"):
        try:
            # A character may be cut in two where the head of a longer file ends.
            text = codecs.getincrementaldecoder(encoding)().decode(head, final=len(head) < HEAD)
        except UnicodeDecodeError:
            continue
        return None if _CONTROL.search(text) else "text/plain"
    return None


def _guess(head: bytes) -> str:
    try:
        guess = str(puremagic.from_string(head, mime=True)) if head else ""
    except (puremagic.PureError, ValueError):
        return UNKNOWN
    return guess if guess in _SECOND_OPINION else UNKNOWN
