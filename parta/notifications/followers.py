"""Notifications follow the log: nobody who sends a message waits for those who are told of it."""

from collections.abc import Sequence

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.followers import FollowedEvent, follows
from parta.core.jobs import Job, performs
from parta.messaging.announced import announced
from parta.notifications import queries_audience, queries_push
from parta.notifications.audience import Concern, Said
from parta.notifications.kinds import Kind
from parta.notifications.push_jobs import PushNews
from parta.notifications.push_sending import PushNote
from parta.notifications.settings import NotificationsSettings
from parta.notifications.telling import tell, tell_of_messages


class Reacted(msgspec.Struct, frozen=True):
    """`reaction_added`."""

    message_id: int
    person_id: int


class Read(msgspec.Struct, frozen=True):
    """`reading_moved`."""

    person_id: int
    conversation_id: int
    number: int


class Reminded(msgspec.Struct, frozen=True):
    """`confirmation_reminded`, `poll_reminded`, and `reminder_due` of one's own."""

    person_id: int
    conversation_id: int
    number: int


class Author(msgspec.Struct, frozen=True):
    """Whose message was reacted to."""

    message_id: int
    author_id: int
    number: int
    conversation_id: int


class TellRest(Job, frozen=True):
    """Go on telling the members of a large chat, after this person."""

    said: list[Said]
    after: int


# What reminds one person of one message, and what sort of news that is.
REMINDERS: dict[str, Kind] = {
    "confirmation_reminded": "confirmation",
    "poll_reminded": "poll",
    "reminder_due": "reminder",
}


@follows("message_added", "reaction_added", "reading_moved", *REMINDERS, name="notifications")
async def follow(tx: Tx, events: Sequence[FollowedEvent]) -> None:
    """Tell of what happened, many events at once."""
    await _follow_messages(tx, announced(events, Said))
    if tx.configuration.get(NotificationsSettings).push:
        await _follow_reactions(tx, [one.read(Reacted) for one in events if one.kind == "reaction_added"])
        await _follow_reminders(tx, [one for one in events if one.kind in REMINDERS])
        await _follow_reading(tx, [one.read(Read) for one in events if one.kind == "reading_moved"])


@performs(TellRest)
async def tell_rest(tx: Tx, job: TellRest) -> None:
    """Page by page, each in a transaction of its own."""
    for after in (await tell_of_messages(tx, job.said, after=job.after)).values():
        await tx.enqueue(TellRest(job.said, after))


async def _follow_messages(tx: Tx, said: Sequence[Said]) -> None:
    for chat, after in (await tell_of_messages(tx, said)).items():
        await tx.enqueue(TellRest([one for one in said if one.conversation_id == chat], after))


async def _follow_reactions(tx: Tx, reacted: Sequence[Reacted]) -> None:
    if not reacted:
        return
    by = {one.message_id: one.person_id for one in reacted}
    authors = await tx.rows(queries_audience.AUTHORS_OF, list(by), now(), into=Author)
    concerns = [
        Concern(
            person_id=one.author_id,
            conversation_id=one.conversation_id,
            first_number=one.number,
            number=one.number,
            kind="reaction",
        )
        for one in authors
        if by[one.message_id] != one.author_id
    ]
    await tell(tx, concerns, what="reaction")


async def _follow_reminders(tx: Tx, events: Sequence[FollowedEvent]) -> None:
    told = [(event.read(Reminded), REMINDERS[event.kind]) for event in events]
    concerns = [
        Concern(
            person_id=one.person_id,
            conversation_id=one.conversation_id,
            first_number=one.number,
            number=one.number,
            kind=kind,
        )
        for one, kind in told
    ]
    await tell(tx, concerns, what="reminder")


async def _follow_reading(tx: Tx, read: Sequence[Read]) -> None:
    """What was read on one device is taken off the others."""
    furthest: dict[tuple[int, int], int] = {}
    for one in read:
        key = (one.person_id, one.conversation_id)
        furthest[key] = max(one.number, furthest.get(key, 0))
    if not furthest:
        return
    taken = await tx.rows(
        queries_push.TAKE_READ,
        [person for person, _ in furthest],
        [chat for _, chat in furthest],
        list(furthest.values()),
        into=Read,
    )
    for one in taken:
        note = PushNote(kind="read", conversation_id=one.conversation_id, number=one.number)
        await tx.enqueue(PushNews(note=note, people=[one.person_id]))
