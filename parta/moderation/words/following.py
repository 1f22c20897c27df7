"""What is found after it was said: messages to be noted, and calls for help. The log is followed in batches."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.core.followers import FollowedEvent, follows
from parta.core.summoning import Summoned
from parta.messaging.announced import announced
from parta.moderation.events import CrisisAlertsChanged
from parta.moderation.words import queries_following as queries
from parta.moderation.words.crisis_words import call_for_help_in
from parta.moderation.words.lexicons import Lexicons, WordList, lexicons_of
from parta.moderation.words.sentences import first_sentence

# Somebody who goes on writing calls nobody anew before this time.
CALLS_AGAIN_AFTER = timedelta(hours=6)


class Heard(msgspec.Struct, frozen=True):
    """What counts of a message."""

    id: int
    body: str
    kind: str = "text"


class Edited(msgspec.Struct, frozen=True):
    """`message_edited`."""

    message_id: int
    body: str


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """Where a message was said, and what its author is to which organisation."""

    message_id: int
    conversation_id: int
    author_id: int
    chat_kind: Literal["direct", "group"]
    organisation_id: int | None
    created_at: datetime
    pupil_of: list[int]
    staff_of: list[int]


class _Open(msgspec.Struct, frozen=True):
    id: int
    last_said_at: datetime


@follows("message_added", "message_edited", name="watched_words")
async def hear(tx: Tx, events: Sequence[FollowedEvent]) -> None:
    """Note what is to be noted, and call those whom an organisation has named; the writer sees nothing of it."""
    lexicons = lexicons_of(tx.bus)
    await lexicons.refresh(tx)
    texts = {one.id: one.body for one in announced(events, Heard) if one.kind == "text"}
    texts |= {one.message_id: one.body for one in _edited(events)}
    suspected = {one: text for one, text in texts.items() if _concerns_somebody(lexicons, text)}
    if not suspected:
        return
    for said in await tx.rows(queries.SAID, list(suspected), into=Said):
        text = suspected[said.message_id]
        if said.organisation_id is not None:
            await _note(tx, lexicons.of.get(said.organisation_id), said, text)
        for organisation_id in said.pupil_of:
            kept = lexicons.of.get(organisation_id)
            if kept is not None and (sentence := _call_for_help(kept, said, text)):
                await _call(tx, organisation_id, said, sentence)


def _edited(events: Sequence[FollowedEvent]) -> list[Edited]:
    return [event.read(Edited) for event in events if event.kind == "message_edited"]


def _concerns_somebody(lexicons: Lexicons, text: str) -> bool:
    return bool(lexicons.followed.find(text)) or (
        lexicons.starting and first_sentence(text, call_for_help_in) is not None
    )


async def _note(tx: Tx, kept: WordList | None, said: Said, text: str) -> None:
    if kept is None or not kept.noted or kept.row.organisation_id in said.staff_of:
        return
    if kept.row.whose == "pupils" and kept.row.organisation_id not in said.pupil_of:
        return
    if (sentence := first_sentence(text, kept.noted.find)) is not None:
        mark = kept.noted.find(text)[0]
        where = (kept.row.organisation_id, said.message_id, said.conversation_id, said.author_id)
        await tx.run(queries.NOTE, *where, mark.phrase, sentence, said.created_at)


def _call_for_help(kept: WordList, said: Said, text: str) -> str | None:
    """The sentence by which a pupil calls for help, where this organisation listens."""
    row = kept.row
    listens = said.organisation_id == row.organisation_id or (
        said.organisation_id is None and row.alerts_in_direct
    )
    if not row.alerts or not listens:
        return None
    own = first_sentence(text, kept.alerting.find)
    return own or (first_sentence(text, call_for_help_in) if row.starter else None)


async def _call(tx: Tx, organisation_id: int, said: Said, sentence: str) -> None:
    """One alert for one person until it is closed; what comes after is added to it."""
    staff = await tx.values(queries.NAMED_STAFF, organisation_id)
    known = await tx.row(queries.OPEN_ALERT, organisation_id, said.author_id, into=_Open)
    if known is None:
        where = (organisation_id, said.author_id, said.chat_kind, sentence, said.created_at)
        await tx.value(queries.ADD_ALERT, *where)
    else:
        await tx.run(queries.ADD_MORE, known.id, sentence, said.created_at)
    tx.emit(CrisisAlertsChanged(staff=staff))
    if known is None or said.created_at - known.last_said_at > CALLS_AGAIN_AFTER:
        at_night = bool(await tx.value(queries.NIGHT, organisation_id))
        tx.emit(Summoned(people=staff, cause="alert", at_night=at_night))
