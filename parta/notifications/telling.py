"""From "it concerns them" to "they are told": quiet hours, attention and choices, then pushes as jobs."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from parta.core.clock import now
from parta.core.db import Tx
from parta.notifications import queries_audience as queries
from parta.notifications.attention import attention_of
from parta.notifications.audience import Concern, Said, find_concerned
from parta.notifications.choices import choices_of
from parta.notifications.kinds import Kind
from parta.notifications.push_jobs import PushNews
from parta.notifications.push_sending import PushNote, What
from parta.notifications.quiet_summary import sum_up_after
from parta.notifications.settings import NotificationsSettings
from parta.safety.quiet_exceptions import may_break_silence
from parta.safety.quiet_hours import quiet_among

# Somebody who is just opening the chat reads it in this time and need not be called.
PATIENCE = timedelta(seconds=2)
PEOPLE_AT_ONCE = 100  # in one job

LOUD: frozenset[Kind] = frozenset(("direct", "mention", "reply", "confirmation", "reminder", "request"))


async def tell_of_messages(tx: Tx, said: Sequence[Said], *, after: int = 0) -> dict[int, int]:
    """Tell whomever these messages concern; returns the chats with more members, each after a person."""
    found = await find_concerned(tx, said, after=after)
    await tell(tx, found.concerns)
    return found.rest


async def tell(tx: Tx, concerns: Sequence[Concern], *, what: What = "message") -> None:
    """Push to those who want it now; what falls into quiet hours waits for their end.

    Messages are summed up then, reminders still come one by one, and reactions are forgotten. A reminder that one
    has set oneself comes at its time: that was the wish.
    """
    if not concerns:
        return
    quiet = await quiet_among(tx, sorted({one.person_id for one in concerns}))
    loud: list[Concern] = []
    held: list[Concern] = []
    for one in concerns:
        passes = one.person_id not in quiet or await _breaks_silence(tx, one)
        (loud if passes else held).append(one)
    if what == "message":
        await _hold(tx, held, quiet)
    if not tx.configuration.get(NotificationsSettings).push:
        return
    await _push(tx, loud, what)
    if what == "reminder":
        for until in sorted({quiet[one.person_id] for one in held}):
            await _push(tx, [one for one in held if quiet[one.person_id] == until], what, at=until)


async def _breaks_silence(tx: Tx, concern: Concern) -> bool:
    if concern.kind == "reminder":
        return True
    if concern.urgent_by is None:
        return False
    return await may_break_silence(tx, concern.organisation_id, author_id=concern.urgent_by)


async def _hold(tx: Tx, held: Sequence[Concern], quiet: dict[int, datetime]) -> None:
    if not held:
        return
    begun: list[int] = await tx.values(
        queries.HOLD,
        [one.person_id for one in held],
        [one.conversation_id for one in held],
        [one.first_number for one in held],
    )
    for person in sorted(set(begun)):
        await sum_up_after(tx, person, quiet[person])


async def _push(tx: Tx, concerns: Sequence[Concern], what: What, *, at: datetime | None = None) -> None:
    """One job for many people of one chat who are told the same, now or at a moment to come."""
    if not concerns:
        return
    people = sorted({one.person_id for one in concerns})
    choices = await choices_of(tx, people)
    looking = attention_of(tx.bus).attentive(people) if at is None else frozenset[int]()
    alike: dict[tuple[int, int, Kind], list[int]] = defaultdict(list)
    for one in concerns:
        row = choices.get(one.person_id)
        if row is not None and one.person_id not in looking and row.signals()[one.kind].push:
            alike[one.conversation_id, one.number, one.kind].append(one.person_id)
    for (conversation_id, number, kind), told in alike.items():
        note = PushNote(kind=what, conversation_id=conversation_id, number=number, urgent=kind in LOUD)
        for i in range(0, len(told), PEOPLE_AT_ONCE):
            job = PushNews(note=note, people=told[i : i + PEOPLE_AT_ONCE])
            await tx.enqueue(job, due_at=at or now() + PATIENCE)
