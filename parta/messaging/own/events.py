"""What is announced about a person's own order of chats: to that person's devices, and to nobody else."""

from parta.core.events import Event, person_stream
from parta.messaging.events import PersonalEvent
from parta.messaging.own.shapes import Folder


class ChatsPinned(Event, frozen=True, kw_only=True):
    """Which chats stand on top now, each with its place: the smallest first."""

    person_id: int
    places: list[tuple[int, int]]

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)


class ChatArchived(PersonalEvent, frozen=True, kw_only=True):
    """The person put a chat away, or it came back."""

    archived: bool


class ChatMarkedUnread(PersonalEvent, frozen=True, kw_only=True):
    """The person wants to come back to a chat, or has."""

    marked: bool


class DraftChanged(PersonalEvent, frozen=True, kw_only=True):
    """What was begun in a chat changed on some device. The words are asked for: they do not belong in a log."""

    stamp: int
    erased: bool


class FolderChanged(Event, frozen=True, kw_only=True):
    """A folder was made or changed."""

    person_id: int
    folder: Folder

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)


class FolderRemoved(Event, frozen=True, kw_only=True):
    """A folder is gone; its chats are where they were."""

    person_id: int
    folder_id: int

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)


class FoldersArranged(Event, frozen=True, kw_only=True):
    """The order of the folders changed, or which are shown."""

    person_id: int
    tabs: list[str]
    hidden: list[str]

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)
