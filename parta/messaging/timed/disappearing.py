"""Messages that disappear: the sweep that erases them at their moment, and the term of a chat.

In Russian: «исчезающие сообщения». The shortest term is longer than the pause between two looks, so
no message is due before some look has seen it: one job serves all of them, and a message leaves none.
"""

from datetime import datetime, timedelta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Problem
from parta.core.housekeeping import goes_round
from parta.core.jobs import Job, performs
from parta.messaging.access import MyConversation, find_conversation
from parta.messaging.erasing import Erased, erase
from parta.messaging.events import LifetimeChanged
from parta.messaging.notices import Notice, say_what_happened
from parta.messaging.order import queries as queries_order
from parta.messaging.timed import queries_disappearing as queries
from parta.messaging.timed.lifetimes import require_lifetime

LOOK = timedelta(seconds=30)  # shorter than the shortest term
GATHER = timedelta(seconds=0.5)
AT_ONCE = 200


@goes_round
class SweepExpired(Job, frozen=True):
    """Erase what is due."""


# It is to be tried for ever: a sweep that gave up would keep what people were promised to be gone.
@performs(SweepExpired, attempts=30_000)
async def sweep_expired(tx: Tx, job: SweepExpired) -> None:
    """Erase a batch of messages whose time is over, each once, and come back when the next one is due."""
    moment = now()
    gone = await tx.rows(queries.EXPIRE, moment, AT_ONCE, into=Erased)
    if gone:
        await erase(tx, gone, files_kept_for=timedelta(0))
    due_at = moment if len(gone) == AT_ONCE else await _next_look(tx, moment)
    await tx.enqueue(SweepExpired(), due_at=due_at, key=f"after {moment.timestamp():.6f}")


async def _next_look(tx: Tx, moment: datetime) -> datetime:
    due_at: datetime | None = await tx.value(queries.NEXT_EXPIRY)
    latest = moment + LOOK
    return latest if due_at is None else min(max(due_at, moment + GATHER), latest)


async def change_lifetime(tx: Tx, conversation_id: int, seconds: int | None, *, by: int) -> None:
    """Let messages sent from now on live so long; administrators of a group decide, of two people either.

    What was said before keeps its own term.
    """
    require_lifetime(seconds, field="seconds")
    conversation = await find_conversation(tx, conversation_id, to=by)
    _require_say(conversation)
    if seconds == await tx.value(queries.LIFETIME_LOCKED, conversation_id):
        return
    await tx.run(queries.SET_LIFETIME, conversation_id, seconds)
    await tx.run(queries_order.MAKE_PLAIN, conversation_id)
    tx.emit(LifetimeChanged(conversation_id=conversation_id, lifetime=seconds))
    await say_what_happened(tx, conversation_id, Notice("lifetime", seconds=seconds or 0), by=by)


def _require_say(conversation: MyConversation) -> None:
    if conversation.kind == "group" and not conversation.administered:
        raise Problem("not_an_administrator", status=403)
    if conversation.closed:
        raise Conflict("conversation_closed")
    if conversation.request_state is not None:
        raise Conflict("request_waiting")
