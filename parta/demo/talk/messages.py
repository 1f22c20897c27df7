"""The shapes of invented talk; people, classes and groups are named by their roster keys."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

Automatic = Literal["teachers", "class", "class_parents", "parents_only", "subject"]


class DemoFile(msgspec.Struct, frozen=True):
    """A file to be drawn when it is needed; `seed` makes two boards differ."""

    kind: str
    name: str
    seed: int


class DemoReaction(msgspec.Struct, frozen=True):
    """Who reacted with what and when."""

    person: str
    emoji: str
    at: datetime


class DemoMessage(msgspec.Struct, kw_only=True):
    """One message; `reply_to` is the place of the answered message in its conversation."""

    author: str
    client_id: UUID
    body: str
    created_at: datetime
    reply_to: int | None = None
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    mentions: list[str] = []
    reactions: list[DemoReaction] = []
    files: list[DemoFile] = []


class DemoConversation(msgspec.Struct, kw_only=True):
    """A conversation with its people, its messages in order and how far each has read.

    An automatic one already exists once the roster is in and is found by `automatic` and `anchor`
    (the key of the class, of the subject group, or of the school); the others are made.
    """

    key: str
    kind: Literal["direct", "group", "favourites"]
    members: list[str]
    automatic: Automatic | None = None
    anchor: str = ""
    title: str = ""
    # A direct chat that its second person has not answered yet.
    request: bool = False
    messages: list[DemoMessage] = []
    # How many messages from the beginning each person has read.
    read: dict[str, int] = {}
