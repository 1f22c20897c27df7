"""What files announces."""

from parta.core.events import Event, person_stream
from parta.files.info import FileInfo


class FileReady(Event, frozen=True, kw_only=True):
    """All bytes of a file have come; its owner may attach it."""

    file_id: int
    owner_id: int


class PreviewMade(Event, frozen=True, kw_only=True):
    """A file was looked at, or scanned: what is known of it now, whether it has a picture, and whether it may be opened."""

    file_id: int
    owner_id: int
    file: FileInfo

    def streams(self) -> tuple[str, ...]:
        """The owner hears it, because the file may not be attached to anything yet."""
        return (person_stream(self.owner_id),)
