"""Messages and conversations as clients see them."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from parta.files.info import FileInfo
from parta.messaging.content import Content
from parta.messaging.order.chat_order import ChatSettings, Waiting, WriteBan
from parta.safety.people import PersonBrief

Role = Literal["owner", "administrator", "member"]


class Reply(msgspec.Struct, frozen=True):
    """What a message answers, in brief."""

    id: int
    number: int
    author_id: int
    excerpt: str
    deleted: bool = False
    # What its first file is: "voice", "circle", or the file's kind; "sticker" or "poll" when it is one.
    attachment: str | None = None


class ReactionCount(msgspec.Struct, frozen=True):
    """How many reacted with one emoji, and whether the reader did."""

    emoji: str
    count: int
    mine: bool


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One message. Deleted for all it keeps its number and loses its content; `hidden` is deleted for oneself."""

    id: int
    conversation_id: int
    number: int
    author_id: int
    client_id: UUID
    kind: Literal["text", "service"] = "text"
    body: str = ""
    reply_to: Reply | None = None
    files: list[FileInfo] = msgspec.field(default_factory=list)
    mentions: list[int] = msgspec.field(default_factory=list)
    reactions: list[ReactionCount] = msgspec.field(default_factory=list)
    service: dict[str, Any] | None = None
    content: Content | None = None
    created_at: datetime
    edited_at: datetime | None = None
    deleted: bool = False
    hidden: bool = False
    # A mark of the reader's own.
    important: bool = False


class History(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of messages in ascending order; `seq` is the stream's position read before them."""

    items: list[Message]
    people: list[PersonBrief]
    first_number: int
    last_number: int
    seq: int


class Request(msgspec.Struct, frozen=True):
    """A direct chat that the other side has not confirmed; `by` is who asked."""

    by: int
    state: Literal["waiting", "declined"]


class Conversation(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation as one member sees it."""

    id: int
    kind: Literal["direct", "group", "favourites"]
    title: str
    partner_id: int | None
    automatic: str | None
    class_id: int | None
    organisation_id: int | None
    parents_only: bool
    members_count: int
    my_role: Role
    seq: int
    last_number: int
    last_message: Message | None
    read_number: int
    others_read_number: int
    unread: int
    mentioned: bool
    # How many messages are pinned.
    pins: int
    # Whether words to teachers call the reader.
    teaches: bool
    request: Request | None
    can_write: bool
    # The contact rules do not let these people write here now.
    held_by_rules: bool
    settings: ChatSettings
    # How many seconds messages live here; None for ever.
    lifetime: int | None
    # How many messages of mine wait here to be sent later.
    scheduled: int
    # Mine: that I may not write here, and when I last spoke where slow mode counts from it.
    write_ban: WriteBan | None
    said_at: datetime | None
    waiting: Waiting
    muted_until: datetime | None
    # Of a muted chat: what names the reader or answers them is told all the same.
    mentions_pass: bool
    # One's own order: put away, the place on top (the smallest first), to be read again; and the position of
    # one's own stream up to which these, the mute and the pointer are told.
    archived: bool
    pinned: int | None
    marked_unread: bool
    own_seq: int
    created_at: datetime


class ConversationList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of conversations, newest first, with the people their rows show."""

    items: list[Conversation]
    people: list[PersonBrief]
    next: str | None = None


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in a conversation."""

    person: PersonBrief
    role: Role
    online: bool
    joined_at: datetime
    # Told to administrators only.
    write_ban: WriteBan | None = None
    # Where somebody works, by its short name, in the chat of a community of several organisations.
    organisation: str = ""


class MemberList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of members: by surname where there are at most 30 of them."""

    items: list[Member]
    total: int
    by_surname: bool
    # Only the administrators and oneself are shown.
    hidden: bool = False
    next: str | None = None


class Reactor(msgspec.Struct, frozen=True, kw_only=True):
    """Who reacted, and how."""

    emoji: str
    person: PersonBrief
    at: datetime


class Reader(msgspec.Struct, frozen=True):
    """Who has read a message."""

    person: PersonBrief


class ReaderList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of those who have read a message; its author is not counted."""

    items: list[Reader]
    total_read: int
    total_members: int
    next: str | None = None
