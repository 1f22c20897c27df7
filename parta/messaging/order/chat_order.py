"""The order of a chat: who may do what in it, as its owner and administrators have decided.

In Russian: «настройки чата», «кто может писать», «медленный режим», «тишина». Chats of
two and «Избранное» know no order: there both may everything.
"""

from datetime import datetime
from typing import Any, Literal

import msgspec

Who = Literal["all", "administrators", "owner"]
Right = Literal["write", "invite", "pin", "call", "mention_all"]
Slowness = Literal[0, 10, 30, 60, 300, 900, 3600]  # seconds

# The right and the setting that decides about it.
RIGHTS: dict[Right, str] = {
    "write": "who_writes",
    "invite": "who_invites",
    "pin": "who_pins",
    "call": "who_calls",
    "mention_all": "who_mentions_all",
}

GRANTED: dict[Who, tuple[str, ...]] = {
    "all": ("owner", "administrator", "member"),
    "administrators": ("owner", "administrator"),
    "owner": ("owner",),
}


class ChatSettings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What everybody in the chat may know of its order; what is as usual is left out."""

    who_writes: Literal["all", "administrators"] = "all"
    who_invites: Who = "administrators"
    who_pins: Who = "administrators"
    who_calls: Who = "all"
    who_mentions_all: Who = "administrators"
    forwarding_forbidden: bool = False
    # Members see the administrators and themselves.
    members_hidden: bool = False
    # Seconds between two messages of one member; 0 for none.
    slow_mode: Slowness = 0
    # Members' messages wait for an administrator's yes.
    approval: bool = False
    # Until then only administrators write.
    silent_until: datetime | None = None
    silence_reason: str = ""


class OrderColumns(msgspec.Struct, frozen=True, kw_only=True):
    """The order of a chat as its row has it; rows of chats inherit it."""

    who_writes: Literal["all", "administrators"]
    who_invites: Who
    who_pins: Who
    who_calls: Who
    who_mentions_all: Who
    forwarding_forbidden: bool
    members_hidden: bool
    slow_mode: Slowness
    approval: bool
    silent_until: datetime | None
    silence_reason: str

    def settings(self) -> ChatSettings:
        """Show them to a client."""
        return settings_of({name: getattr(self, name) for name in ChatSettings.__struct_fields__})


class WriteBan(msgspec.Struct, frozen=True):
    """That one person may not write here, until when and why."""

    until: datetime
    reason: str = ""


class Waiting(msgspec.Struct, frozen=True, omit_defaults=True):
    """What waits for a decision: for administrators everything, for others their own messages."""

    held: int = 0
    joins: int = 0


USUAL = ChatSettings()


def settings_of(values: dict[str, Any]) -> ChatSettings:
    """Make settings of values; those that are as usual are the defaults themselves, and so left out of JSON."""
    return ChatSettings(**{name: value for name, value in values.items() if value != getattr(USUAL, name)})


def may(right: Right, *, kind: str, role: str, order: OrderColumns) -> bool:
    """Whether somebody of this role may do this; in chats of two both may."""
    who: Who = getattr(order, RIGHTS[right])
    return kind != "group" or role in GRANTED[who]
