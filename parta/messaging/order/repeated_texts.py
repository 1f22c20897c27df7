"""One text for many chats: who sends it to more than their role allows has to pause, everywhere at once.

Messages are counted after they were said, in batches of the log, so that saying something
costs nobody more. Short words («спасибо», «ок») are not counted: everybody says them.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.followers import FollowedEvent, follows
from parta.core.jobs import Job, performs
from parta.messaging.announced import announced
from parta.messaging.order import queries_chat_limits as queries
from parta.messaging.order.chat_limits import limits_by_role, limits_of
from parta.messaging.order.events import WriteBanChanged
from parta.messaging.settings import MessagingSettings

SHORTEST = 25  # characters
WITHIN = timedelta(hours=1)
REMEMBERED = timedelta(days=1)


class Said(msgspec.Struct, frozen=True):
    """What counts of a message."""

    author_id: int
    conversation_id: int
    kind: str
    body: str
    created_at: datetime


class Repeated(msgspec.Struct, frozen=True):
    """Somebody who said one text in so many chats."""

    author_id: int
    chats: int


class EndPause(Job, frozen=True):
    """Somebody who sent too much may write again."""

    person_id: int


@follows("message_added", name="repeated_texts")
async def count_repeats(tx: Tx, events: Sequence[FollowedEvent]) -> None:
    """Count in how many chats each text was said, and let those pause who said it in too many."""
    said = announced(events, Said)
    counted = [(m, digest_of(m.body)) for m in said if m.kind == "text" and len(m.body) >= SHORTEST]
    if not counted:
        return
    authors, digests = [m.author_id for m, _ in counted], [digest for _, digest in counted]
    places = [m.conversation_id for m, _ in counted]
    await tx.run(queries.NOTE_TEXTS, authors, digests, places, [m.created_at for m, _ in counted])
    least = min(limits.chats_per_text for limits in limits_by_role(tx.configuration))
    repeated = (sorted(set(authors)), sorted(set(digests)), now() - WITHIN, least)
    for one in await tx.rows(queries.REPEATED, *repeated, into=Repeated):
        if one.chats > (await limits_of(tx, one.author_id)).chats_per_text:
            await _let_pause(tx, one)
    await tx.run(queries.FORGET_TEXTS, now() - REMEMBERED)


@performs(EndPause)
async def end_pause(tx: Tx, job: EndPause) -> None:
    """Let somebody write again whose pause is over; a longer one waits for its own end."""
    for conversation_id in await tx.values(queries.END_PAUSE, job.person_id, now()):
        tx.emit(WriteBanChanged(conversation_id=conversation_id, person_id=job.person_id, until=None))
    until = await tx.value(queries.PAUSE_ENDS, job.person_id)
    if until is not None:
        await tx.enqueue(job, due_at=until)  # without the key: this job still holds it


def digest_of(body: str) -> bytes:
    """The same words are the same text, however they are spaced and capitalised."""
    return hashlib.blake2b(" ".join(body.split()).casefold().encode(), digest_size=16).digest()


async def _let_pause(tx: Tx, repeated: Repeated) -> None:
    person_id = repeated.author_id
    until = now() + tx.configuration.get(MessagingSettings).mass_sending_pause
    for conversation_id in await tx.values(queries.PAUSE_EVERYWHERE, person_id, until):
        tx.emit(WriteBanChanged(conversation_id=conversation_id, person_id=person_id, until=until))
    await tx.enqueue(EndPause(person_id), due_at=until, key=str(person_id))
    details = {"chats": repeated.chats, "until": until.isoformat()}
    await tx.audit("mass_sending_paused", actor_id=None, subject=f"person:{person_id}", details=details)
