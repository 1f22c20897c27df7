"""Folders and drafts as their owner's devices see them."""

from typing import Literal

import msgspec

# The sorts of chats a folder can take in by itself.
ChatKind = Literal["classes", "subjects", "parents", "work", "direct", "groups"]


class FolderRules(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder holds: chats chosen one by one, and sorts of chats, of which some may stay out."""

    name: str
    icon: str = ""
    chat_ids: list[int] = msgspec.field(default_factory=list)
    without_ids: list[int] = msgspec.field(default_factory=list)
    kinds: list[ChatKind] = msgspec.field(default_factory=list)
    unread_only: bool = False
    without_muted: bool = False
    without_archived: bool = False


class Folder(FolderRules, frozen=True, kw_only=True):
    """A folder of somebody's own."""

    id: int


class FolderSet(msgspec.Struct, frozen=True, kw_only=True):
    """All folders of a person; `seq` is the position of the person's stream, read before them."""

    items: list[Folder]
    # Own folders by id, ready-made ones by name; what is not named here comes last.
    tabs: list[str]
    hidden: list[str]
    seq: int


class OwnDraft(msgspec.Struct, frozen=True, kw_only=True):
    """What was begun in a chat and not sent; an empty text is an erased draft."""

    conversation_id: int
    body: str
    reply_to_id: int | None
    reply_to_number: int | None
    stamp: int


class DraftText(msgspec.Struct, frozen=True, kw_only=True):
    """What was begun. `stamp` is the device's time in milliseconds, larger than any stamp it has seen.

    With `seen`, the newest stamp it has had from the server, words that came since are not written over.
    """

    body: str
    stamp: int
    reply_to_id: int | None = None
    seen: int | None = None
