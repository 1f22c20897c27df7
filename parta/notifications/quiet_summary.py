"""One summary at the end of quiet hours instead of a flood: «Пока вас не беспокоили: 14 сообщений в 3 чатах».

Nothing is counted while it is quiet: of each chat only the first silent message is known. What is unread from there
on is counted once, when the silence ends.
"""

from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.jobs import Job, performs
from parta.notifications import queries_quiet as queries
from parta.notifications.attention import attention_of
from parta.notifications.events import QuietHoursEnded
from parta.notifications.push_jobs import PushNews
from parta.notifications.push_sending import PushNote
from parta.notifications.settings import NotificationsSettings
from parta.safety.quiet_hours import quiet_among

MOST_COUNTED = 1000  # messages of one chat


class SumUp(Job, frozen=True):
    """Look whether the silence is over, and tell what came meanwhile."""

    person_id: int


class Missed(msgspec.Struct, frozen=True):
    """What came while it was quiet and is still unread."""

    messages: int
    chats: int


async def sum_up_after(tx: Tx, person_id: int, until: datetime) -> None:
    """Sum up when the silence ends; asking again for the same moment is asking once."""
    await tx.enqueue(SumUp(person_id), due_at=until, key=f"{person_id} {until.timestamp():.0f}")


@performs(SumUp)
async def sum_up(tx: Tx, job: SumUp) -> None:
    """Exactly once: what was held is taken away in the transaction that tells it."""
    person = job.person_id
    if until := (await quiet_among(tx, [person])).get(person):
        if until > now():
            await sum_up_after(tx, person, until)
        return
    missed = await tx.row(queries.TAKE_MISSED, person, MOST_COUNTED, into=Missed)
    if missed is None or missed.messages == 0:
        return
    await tx.run(queries.KEEP_SUMMARY, person, missed.messages, missed.chats, now())
    tx.emit(QuietHoursEnded(person_id=person, messages=missed.messages, chats=missed.chats))
    if tx.configuration.get(NotificationsSettings).push and not attention_of(tx.bus).attentive([person]):
        await tx.enqueue(PushNews(note=PushNote(kind="summary"), people=[person]))


async def silence_may_be_over(tx: Tx, person_id: int) -> None:
    """The schedule changed: if something is held back, its time may have come, or moved."""
    if await tx.value(queries.HOLDS, person_id):
        until = (await quiet_among(tx, [person_id])).get(person_id)
        await sum_up_after(tx, person_id, until or now())


async def last_summary(tx: Tx, *, of: int) -> Missed | None:
    """What the last silence ended with."""
    return await tx.row(queries.LAST_SUMMARY, of, into=Missed)
