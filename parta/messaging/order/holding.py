"""Messages that wait for an administrator's yes: kept whole, seen by their author and by those who decide.

In Russian: «ждёт одобрения». Deciding lies in `approving`.
"""

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Problem
from parta.core.summoning import Summoned
from parta.messaging.drafts import Draft
from parta.messaging.order import queries_holding as queries
from parta.messaging.order.chat_order import Waiting
from parta.messaging.order.events import WaitingChanged

MOST_WAITING = 20  # of one author in one chat


class Held(Problem):
    """The message is kept and waits: nothing went wrong, but nothing was said yet."""

    def __init__(self, held_id: int) -> None:
        super().__init__("message_held", status=202, keeps_changes=True, held_id=held_id)


class HeldAlready(msgspec.Struct, frozen=True):
    """What became of a message that was held before."""

    id: int
    state: str
    reason: str


async def hold(tx: Tx, draft: Draft, *, watched: bool = False) -> Problem:
    """Keep a draft until somebody decides; the same `client_id` twice is held once. Returns the answer to its author."""
    known = await tx.row(queries.HELD_ALREADY, draft.author_id, draft.client_id, into=HeldAlready)
    if known is not None:
        return (
            Conflict("message_declined", reason=known.reason) if known.state == "declined" else Held(known.id)
        )
    if await tx.value(queries.WAITING_BY, draft.conversation_id, draft.author_id) >= MOST_WAITING:
        return Conflict("too_many_held")
    held_id: int = await tx.value(
        queries.HOLD,
        draft.conversation_id,
        draft.author_id,
        draft.client_id,
        msgspec.json.encode(draft).decode(),
        list(draft.file_ids),
        now(),
        watched,
    )
    await tell_waiting(tx, draft.conversation_id, author_id=draft.author_id)
    await _call_keepers(tx, draft.conversation_id, watched=watched)
    return Held(held_id)


async def _call_keepers(tx: Tx, conversation_id: int, *, watched: bool) -> None:
    """The first that waits calls those who decide; what comes while it waits calls nobody anew."""
    waiting = await tx.row(queries.WAITING, conversation_id, into=Waiting) or Waiting()
    if waiting.held == 1:
        keepers = queries.STAFF_KEEPERS if watched else queries.KEEPERS
        people = await tx.values(keepers, conversation_id)
        tx.emit(Summoned(people=people, cause="held", conversation_id=conversation_id))


async def tell_waiting(tx: Tx, conversation_id: int, *, author_id: int | None = None) -> None:
    """Tell those who decide how much waits, and an author how many own messages do."""
    keepers = await tx.values(queries.KEEPERS, conversation_id)
    waiting = await tx.row(queries.WAITING, conversation_id, into=Waiting) or Waiting()
    for person_id in keepers:
        tx.emit(
            WaitingChanged(
                conversation_id=conversation_id, person_id=person_id, held=waiting.held, joins=waiting.joins
            )
        )
    if author_id is not None and author_id not in keepers:
        own = await tx.value(queries.WAITING_BY, conversation_id, author_id)
        tx.emit(WaitingChanged(conversation_id=conversation_id, person_id=author_id, held=own, joins=0))
