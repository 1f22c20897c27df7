"""Changing the order of a chat: its administrators decide, and everybody in it learns what holds now.

What only the owner may do, only the owner may grant or take away.
"""

from datetime import timedelta
from typing import Any, Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Problem
from parta.messaging.access import MyConversation, find_administered_conversation
from parta.messaging.notices import Notice, say_what_happened
from parta.messaging.order import queries
from parta.messaging.order.chat_order import RIGHTS, ChatSettings, Slowness, Who, settings_of
from parta.messaging.order.events import SettingsChanged

QUIET = timedelta(minutes=10)


class SettingsChange(msgspec.Struct, frozen=True, kw_only=True):
    """What to change; what is absent stays as it is."""

    who_writes: Literal["all", "administrators"] | None = None
    who_invites: Who | None = None
    who_pins: Who | None = None
    who_calls: Who | None = None
    who_mentions_all: Who | None = None
    forwarding_forbidden: bool | None = None
    members_hidden: bool | None = None
    slow_mode: Slowness | None = None
    approval: bool | None = None


async def change_settings(tx: Tx, conversation_id: int, change: SettingsChange, *, by: int) -> ChatSettings:
    """Let an administrator change the order of a group; what is so already is no change."""
    conversation = await find_administered_conversation(tx, conversation_id, to=by)
    was = conversation.settings()
    given = {name: value for name, value in msgspec.structs.asdict(change).items() if value is not None}
    changed = {name: value for name, value in given.items() if getattr(was, name) != value}
    if not changed:
        return was
    _refuse_taking_from_the_owner(conversation, changed)
    settings = settings_of(msgspec.structs.asdict(was) | changed)
    if changed.get("members_hidden"):
        await tx.run(queries.REMEMBER_SPEAKERS, conversation_id)
    await keep_settings(tx, conversation_id, settings)
    await tx.audit(
        "chat_settings_changed",
        actor_id=by,
        subject=f"conversation:{conversation_id}",
        organisation_id=conversation.organisation_id,
        details={name: [getattr(was, name), value] for name, value in changed.items()},
    )
    # Somebody trying the switches one after another is told once.
    if not await tx.value(queries.JUST_SAID_SETTINGS, conversation_id, by, now() - QUIET):
        await say_what_happened(tx, conversation_id, Notice("settings", changed=sorted(changed)), by=by)
    return settings


async def keep_settings(tx: Tx, conversation_id: int, settings: ChatSettings) -> None:
    """Write the order down and tell everybody; the fast path is open again when no rule is left."""
    await tx.run(queries.CHANGE_SETTINGS, conversation_id, *msgspec.structs.astuple(settings))
    await tx.run(queries.MAKE_PLAIN, conversation_id)
    tx.emit(SettingsChanged(conversation_id=conversation_id, settings=settings))


def _refuse_taking_from_the_owner(conversation: MyConversation, changed: dict[str, Any]) -> None:
    owners_own = any(
        "owner" in (changed[name], getattr(conversation, name)) for name in RIGHTS.values() if name in changed
    )
    if owners_own and conversation.role != "owner":
        raise Problem("not_the_owner", status=403)
