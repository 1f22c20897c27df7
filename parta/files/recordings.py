"""Files recorded to be heard or seen at once: voice messages («голосовые») and video circles («кружочки»).

The sender announces the purpose; the house believes it only after it has looked. What turns out to be
something else stays an ordinary attachment.
"""

from typing import Literal

import msgspec

from parta.core.errors import Invalid, Problem
from parta.files.media_formats import decoder_of

Purpose = Literal["voice", "circle"]


class Limit(msgspec.Struct, frozen=True):
    """What a recording of one purpose may be: its kind, its length in milliseconds, its size in bytes."""

    kind: str
    longest_ms: int
    largest: int


# A recorder that is told to stop at the limit stops a little later; nobody shall lose a message to that.
GRACE_MS = 2000
LIMITS: dict[str, Limit] = {
    "voice": Limit("audio", 60 * 60_000, 96 * 1024**2),
    "circle": Limit("video", 60_000, 48 * 1024**2),
}


def require_recording_size(purpose: Purpose, size: int) -> None:
    """Refuse what cannot be a recording of that length: nothing at all (422), or far too much (413)."""
    if size == 0:
        raise Invalid("not_a_recording", field="Upload-Length")
    if size > LIMITS[purpose].largest:
        raise Problem("file_too_large", status=413)


def require_recording(purpose: str | None, content_type: str) -> None:
    """Refuse what does not even lie in a container of sound or film; which of the two is only seen by looking."""
    library, _ = decoder_of(content_type) or ("", "")
    if purpose is not None and library != "ffmpeg":
        raise Invalid("not_a_recording", field="Upload-Metadata")


def is_what_it_says(purpose: str | None, kind: str, duration_ms: int | None) -> bool:
    """Whether a file that was looked at may keep its purpose."""
    if purpose is None or duration_ms is None:
        return False
    limit = LIMITS[purpose]
    return kind == limit.kind and 0 < duration_ms <= limit.longest_ms + GRACE_MS
