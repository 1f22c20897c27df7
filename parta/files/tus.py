"""The words of the tus 1.0.0 protocol for resumable uploads (https://tus.io/protocols/resumable-upload)."""

import base64
import binascii
from datetime import datetime
from email.utils import format_datetime

from parta.core.errors import Invalid, Problem
from parta.files.names import display_name
from parta.files.recordings import LIMITS, Purpose

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination,expiration"
CHUNK_TYPE = "application/offset+octet-stream"
LARGEST_METADATA = 4096


def require_version(spoken: str | None) -> None:
    """Refuse clients that speak another version (412), as the protocol demands."""
    if spoken != VERSION:
        raise Problem("tus_version_unknown", status=412, versions=[VERSION])


def require_chunk_type(content_type: str | None) -> None:
    """Refuse bodies that are not announced as a chunk (415), so that no form is ever stored as a file."""
    if (content_type or "").partition(";")[0].strip().lower() != CHUNK_TYPE:
        raise Problem("chunk_type_wrong", status=415)


def read_length(length: str | None, deferred: str | None) -> int:
    """The announced size in bytes; a size to be told later is refused, because the quota is checked now."""
    if deferred is not None:
        raise Invalid("upload_length_required", field="Upload-Length")
    return read_number(length, field="Upload-Length")


def read_number(value: str | None, *, field: str) -> int:
    """A header that holds a whole number of bytes."""
    if value is None or not value.isascii() or not value.isdigit() or len(value) > 18:
        raise Invalid("upload_header_wrong", field=field)
    return int(value)


def read_name(metadata: str | None) -> str:
    """The name under which the file will be shown, from Upload-Metadata; its filetype is not believed and not read."""
    return display_name(_read_pair(metadata, "filename"))


def read_purpose(metadata: str | None) -> Purpose | None:
    """What the file was recorded for, from Upload-Metadata; a purpose nobody knows is refused."""
    said = _read_pair(metadata, "purpose")
    if not said:
        return None
    if said not in LIMITS:
        raise Invalid("purpose_unknown", field="Upload-Metadata")
    return said  # type: ignore[return-value]


def _read_pair(metadata: str | None, wanted: str) -> str:
    if metadata and len(metadata) > LARGEST_METADATA:
        raise Invalid("upload_header_wrong", field="Upload-Metadata")
    for pair in (metadata or "").split(","):
        key, _, value = pair.strip().partition(" ")
        if key == wanted:
            return _decode(value)
    return ""


def _decode(value: str) -> str:
    try:
        return base64.b64decode(value, validate=True).decode()
    except (binascii.Error, ValueError) as wrong:
        raise Invalid("upload_header_wrong", field="Upload-Metadata") from wrong


def progress_headers(*, offset: int, length: int, expires_at: datetime | None) -> dict[str, str]:
    """The headers that tell a client where its upload stands; never cached, since they change with every byte."""
    headers = {"Upload-Offset": str(offset), "Upload-Length": str(length), "Cache-Control": "no-store"}
    if expires_at is not None:
        headers["Upload-Expires"] = format_datetime(expires_at, usegmt=True)
    return headers
