"""What is left of a message that is gone for all: its number. One way for those deleted and those whose time is over."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

import msgspec

from parta.core import event_log
from parta.core.db import Tx
from parta.core.events import kind_of
from parta.files.attaching import release_files
from parta.messaging.events import MessageAdded, MessageDeleted, conversation_stream
from parta.messaging.timed import queries_disappearing as queries


class Erased(msgspec.Struct, frozen=True):
    """A message whose row has lost its words."""

    id: int
    conversation_id: int
    number: int


class Answer(msgspec.Struct, frozen=True):
    """A message that quotes another one."""

    conversation_id: int
    id: int


async def erase(tx: Tx, gone: Sequence[Erased], *, files_kept_for: timedelta | None = None) -> None:
    """Take from everywhere what hung on these messages, and tell it: files, reactions, the log, others' quotes.

    Tables of capabilities follow `MessageDeleted`, which is told for each.
    """
    ids = [message.id for message in gone]
    await tx.run(queries.FORGET_REACTIONS, ids)
    if files := await tx.values(queries.DETACH, ids):
        await release_files(tx, sorted(set(files)), kept_for=files_kept_for)
    told: dict[int, dict[str, MessageDeleted]] = defaultdict(dict)
    for m in gone:
        event = MessageDeleted(conversation_id=m.conversation_id, message_id=m.id, number=m.number)
        told[m.conversation_id][f"message:{m.id}"] = event
        tx.emit(event)
    # Devices that were away catch up from the log: what is gone must not be told there either.
    for conversation_id, events in sorted(told.items()):
        await event_log.take_back(tx.connection, conversation_stream(conversation_id), events)
    await _unquote(tx, ids)


async def _unquote(tx: Tx, ids: Sequence[int]) -> None:
    """Those who answered carry the first words of the message in what the log says of them."""
    answers: dict[int, list[str]] = defaultdict(list)
    for answer in await tx.rows(queries.REPLIES, list(ids), into=Answer):
        answers[answer.conversation_id].append(f"message:{answer.id}")
    for conversation_id, subjects in sorted(answers.items()):
        await event_log.mend(
            tx.connection,
            conversation_stream(conversation_id),
            kind_of(MessageAdded),
            subjects,
            path=("message", "reply_to"),
            patch={"excerpt": "", "deleted": True, "attachment": None},
        )
