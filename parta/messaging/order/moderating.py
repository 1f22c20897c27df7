"""What moderators of an organisation do in chats that they are not in; the door is theirs, a room higher.

In Russian: «скрыть сообщение», «удалить у всех», «запретить писать», «убрать из чата». Each verb is silent in the
chat: whom it concerns is told by the room that decided.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.files.attaching import release_files
from parta.messaging import queries, queries_changes
from parta.messaging.content import read_stored
from parta.messaging.erasing import Erased, erase
from parta.messaging.events import MessageBroughtBack, MessagesRestored
from parta.messaging.groups import queries_members
from parta.messaging.groups.membership import leave
from parta.messaging.history import messages_by_id
from parta.messaging.order import queries_moderating as own
from parta.messaging.order.events import WriteBanChanged
from parta.messaging.order.write_bans import FOREVER, LONGEST_REASON, EndWriteBan

NOBODY_IN_PARTICULAR = 0


class _Living(msgspec.Struct, frozen=True):
    id: int
    conversation_id: int
    number: int
    content: str | None


class _Withdrawn(msgspec.Struct, frozen=True):
    body: str
    mentions: list[int]
    content: str | None
    expires_at: datetime | None
    file_ids: list[int]


class _Banned(msgspec.Struct, frozen=True):
    conversation_id: int
    until: datetime


async def withdraw_message(tx: Tx, message_id: int) -> None:
    """Take a message down so that it can be brought back.

    Raises Conflict when it is gone already, or has votes and confirmations, which nothing brings back.
    """
    message = await tx.row(own.LOCK_LIVING, message_id, into=_Living)
    if message is None:
        raise Conflict("message_deleted")
    content = read_stored(message.content)
    if content is not None and (content.poll or content.confirm):
        raise Conflict("not_withdrawable")
    await tx.run(own.KEEP_WITHDRAWN, message_id, now())
    await _delete(tx, message)


async def delete_message_for_all(tx: Tx, message_id: int) -> None:
    """Delete a message for good; one that is gone already stays gone."""
    message = await tx.row(own.LOCK_LIVING, message_id, into=_Living)
    if message is not None:
        await _delete(tx, message)


async def bring_back_message(tx: Tx, message_id: int) -> bool:
    """Show a message again with its files; its reactions, pins and marks are gone. Says whether it was kept."""
    kept = await tx.row(own.TAKE_WITHDRAWN, message_id, into=_Withdrawn)
    if kept is None:
        return False
    fields = (kept.body, kept.mentions, kept.content, kept.expires_at, bool(kept.file_ids))
    conversation_id = await tx.value(own.BRING_BACK, message_id, *fields)
    if kept.file_ids:
        places = list(range(len(kept.file_ids)))
        await tx.run(queries.ATTACH, [message_id] * len(places), places, kept.file_ids)
    message = (await messages_by_id(tx, [message_id], to=NOBODY_IN_PARTICULAR))[message_id]
    tx.emit(MessageBroughtBack(conversation_id=conversation_id, message=message))
    tx.emit(MessagesRestored(conversation_id=conversation_id, message_ids=[message_id]))
    return True


async def forget_withdrawn(tx: Tx, message_id: int) -> None:
    """Keep a message that was taken down no longer."""
    kept = await tx.row(own.TAKE_WITHDRAWN, message_id, into=_Withdrawn)
    if kept is not None and kept.file_ids:
        await release_files(tx, kept.file_ids)


async def ban_within(
    tx: Tx,
    person_id: int,
    organisation_ids: Sequence[int],
    *,
    until: datetime | None,
    reason: str,
    by: int,
    only: Sequence[int] | None = None,
) -> None:
    """Keep somebody from writing in all chats of these organisations, or in those of them that `only` names."""
    chats = await tx.values(
        own.CHATS_WITHIN, person_id, list(organisation_ids), None if only is None else list(only)
    )
    await ban_by_office(tx, person_id, chats, until=until, reason=reason, by=by)


async def ban_by_office(
    tx: Tx, person_id: int, chats: Sequence[int], *, until: datetime | None, reason: str, by: int
) -> None:
    """Keep somebody from writing in these chats, whatever they are there; the chat's administrators cannot lift it."""
    ends, reason = until or FOREVER, reason[:LONGEST_REASON]
    for ban in await tx.rows(own.SEAL_BANS, person_id, list(chats), ends, reason, by, into=_Banned):
        chat = ban.conversation_id
        tx.emit(WriteBanChanged(conversation_id=chat, person_id=person_id, until=ban.until, reason=reason))
        if ban.until < FOREVER:
            await tx.enqueue(EndWriteBan(chat, person_id), due_at=ban.until, key=f"{chat}:{person_id}")


async def lift_bans_by_office(tx: Tx, person_id: int, chats: Sequence[int] | None = None) -> None:
    """Lift what `ban_by_office` laid, in these chats or in all of them."""
    for chat in await tx.values(own.LIFT_SEALED, person_id, None if chats is None else list(chats)):
        tx.emit(WriteBanChanged(conversation_id=chat, person_id=person_id, until=None))


async def remove_by_office(tx: Tx, conversation_id: int, person_id: int) -> None:
    """Remove somebody from a group; another takes over what they owned.

    Raises NotFound when they are not in it, Conflict for a direct chat and for those whom the roster puts there.
    """
    if await tx.value(own.GROUP_LOCKED, conversation_id) != "group":
        raise Conflict("direct_chat")
    if await tx.value(queries_members.ROLE_OF, conversation_id, person_id) is None:
        raise NotFound
    if await tx.value(queries_members.IS_AUTOMATIC, conversation_id, person_id):
        raise Conflict("automatic_chat")
    await leave(tx, conversation_id, person_id)


async def _delete(tx: Tx, message: _Living) -> None:
    await tx.run(queries_changes.DELETE_FOR_ALL, message.id, now())
    await erase(tx, [Erased(message.id, message.conversation_id, message.number)])
