"""Saying something: many drafts in one transaction, each with its own outcome.

Three round trips serve a whole batch: where each draft goes and whether it may,
the messages themselves, and (in core) the events.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Problem
from parta.files.attaching import attachable_files, shareable_files
from parta.files.info import FileInfo
from parta.messaging import queries
from parta.messaging.asking.askers import refuse_asking
from parta.messaging.audiences import call_audiences, point_at
from parta.messaging.content import Content, content_of, keep, to_store
from parta.messaging.drafts import Draft
from parta.messaging.events import MessageAdded
from parta.messaging.history import messages_by_id
from parta.messaging.order import queries as queries_order
from parta.messaging.order.chat_rules import is_slowed, needs_approval
from parta.messaging.order.holding import hold
from parta.messaging.order.watching import judge_drafts, refused
from parta.messaging.places import (
    Outcome,
    Place,
    find_places,
    is_free,
    refusal_of,
    refuse_haste,
    refuse_second_requests,
)
from parta.messaging.shapes import Message, Reply
from parta.messaging.timed.lifetimes import has_expired

Accepted = tuple[Draft, Place, list[FileInfo]]


class Posted(msgspec.Struct, frozen=True):
    """A message that was just written."""

    id: int
    number: int
    author_id: int
    client_id: object


async def post_messages(tx: Tx, drafts: Sequence[Draft]) -> list[Outcome]:
    """Post what may be posted; a refused draft does not stop its neighbours.

    A draft whose client_id was used before is answered with the message it made then.
    """
    places = await find_places(tx, drafts)
    outcomes: list[Outcome | None] = [refusal_of(d, places.get(i)) for i, d in enumerate(drafts)]
    repeated = {i: p.said_id for i, p in places.items() if p.said_id is not None}
    for i, message in (await _repeats(tx, drafts, repeated)).items():
        outcomes[i] = message
    refuse_second_requests(outcomes, drafts, places)
    refuse_haste(outcomes, drafts, places)
    await refuse_asking(tx, outcomes, drafts)
    files = await _find_files(tx, outcomes, drafts)
    await _hold(tx, outcomes, drafts, places)
    fresh = _first_of_each([i for i, outcome in enumerate(outcomes) if outcome is None], drafts)
    made = await _write(tx, [(drafts[i], places[i], files.get(i, [])) for i in fresh])
    by_key = {(m.author_id, m.client_id): m for m in made}
    return [
        by_key[d.author_id, d.client_id] if outcome is None else outcome
        for d, outcome in zip(drafts, outcomes, strict=True)
    ]


async def _hold(
    tx: Tx, outcomes: list[Outcome | None], drafts: Sequence[Draft], places: dict[int, Place]
) -> None:
    """Keep what somebody has to look at first: because the chat is kept so, or for its words."""
    judged = await judge_drafts(tx, drafts, [places.get(i) for i in range(len(drafts))])
    for i, draft in enumerate(drafts):
        if outcomes[i] is not None or is_free(draft):
            continue
        if judged[i] == "refuse":
            outcomes[i] = refused()
        elif judged[i] == "hold" or needs_approval(places[i]):
            outcomes[i] = await hold(tx, draft, watched=judged[i] == "hold")


async def _find_files(
    tx: Tx, outcomes: list[Outcome | None], drafts: Sequence[Draft]
) -> dict[int, list[FileInfo]]:
    """Look up what is attached; a file that cannot be refuses its draft."""
    files: dict[int, list[FileInfo]] = {}
    for i, draft in enumerate(drafts):
        if draft.file_ids and outcomes[i] is None:
            try:
                files[i] = await _files_of(tx, draft)
            except Problem as problem:
                outcomes[i] = problem
    return files


async def _files_of(tx: Tx, draft: Draft) -> list[FileInfo]:
    """One attaches one's own; what is forwarded was open to who forwards it."""
    if draft.forwarded is not None:
        return await shareable_files(tx, draft.file_ids)
    return await attachable_files(tx, draft.file_ids, by=draft.author_id)


async def _repeats(tx: Tx, drafts: Sequence[Draft], repeated: dict[int, int]) -> dict[int, Message]:
    if not repeated:
        return {}
    answers: dict[int, Message] = {}
    for i, message_id in repeated.items():
        said = await messages_by_id(tx, [message_id], to=drafts[i].author_id)
        answers[i] = said[message_id]
    return answers


def _first_of_each(places: Sequence[int], drafts: Sequence[Draft]) -> list[int]:
    """One client_id twice in a batch is one message."""
    seen: dict[tuple[int, object], int] = {}
    for i in places:
        seen.setdefault((drafts[i].author_id, drafts[i].client_id), i)
    return list(seen.values())


async def _write(tx: Tx, accepted: Sequence[Accepted]) -> list[Message]:
    if not accepted:
        return []
    moment = now()
    accepted = await call_audiences(tx, accepted)
    mentions = [await _members_mentioned(tx, draft, place) for draft, place, _ in accepted]
    posted = await _insert(tx, accepted, mentions, moment)
    messages = []
    for (draft, place, files), people in zip(accepted, mentions, strict=True):
        row = posted[draft.author_id, draft.client_id]
        content = content_of(to_store(draft), _expiry(draft, place, moment), await keep(tx, row.id, draft))
        message = _message(draft, place, files, people, row, content=content, moment=moment)
        tx.emit(MessageAdded(conversation_id=draft.conversation_id, message=message, absent=draft.absent))
        messages.append(message)
        if people:
            await tx.run(queries.MARK_MENTIONED, draft.conversation_id, people, row.number)
    await _attach(tx, messages)
    await point_at(tx, messages)
    await _note_speakers(tx, accepted, moment)
    return messages


async def _insert(
    tx: Tx, accepted: Sequence[Accepted], mentions: Sequence[Sequence[int]], moment: datetime
) -> dict[tuple[int, object], Posted]:
    rows = await tx.rows(
        queries.POST,
        [d.conversation_id for d, _, _ in accepted],
        [d.author_id for d, _, _ in accepted],
        [d.client_id for d, _, _ in accepted],
        [d.kind for d, _, _ in accepted],
        [d.body for d, _, _ in accepted],
        [d.reply_to_id for d, _, _ in accepted],
        ["{" + ",".join(map(str, people)) + "}" for people in mentions],
        [None if d.service is None else msgspec.json.encode(d.service).decode() for d, _, _ in accepted],
        [bool(files) for _, _, files in accepted],
        [_stored(d) for d, _, _ in accepted],
        [_expiry(d, place, moment) for d, place, _ in accepted],
        [d.absent for d, _, _ in accepted],
        moment,
        into=Posted,
    )
    return {(row.author_id, row.client_id): row for row in rows}


async def _note_speakers(tx: Tx, accepted: Sequence[Accepted], moment: datetime) -> None:
    heard = [
        (d.conversation_id, d.author_id)
        for d, place, _ in accepted
        if d.service is None and _notes_speakers(place)
    ]
    if heard:
        chats, people = (list(column) for column in zip(*heard, strict=True))
        await tx.run(queries_order.NOTE_SPEAKERS, chats, people, moment)


def _notes_speakers(place: Place) -> bool:
    """Slow mode counts from what was said last; where the list is hidden, who has spoken is known."""
    return is_slowed(place) or place.members_hidden


def _stored(draft: Draft) -> str | None:
    stored = to_store(draft)
    return None if stored is None else msgspec.json.encode(stored).decode()


def _expiry(draft: Draft, place: Place, moment: datetime) -> datetime | None:
    """What the house says stays; of the author's and the chat's terms the shorter one holds."""
    asked = None if draft.content is None else draft.content.lifetime
    terms = [term for term in (asked, place.lifetime) if term is not None]
    return moment + timedelta(seconds=min(terms)) if terms and draft.service is None else None


async def _members_mentioned(tx: Tx, draft: Draft, place: Place) -> list[int]:
    """Only members one sees can be mentioned; other ids are quietly left out."""
    if not draft.mentions:
        return []
    if place.members_hidden and place.role == "member":
        where = (draft.conversation_id, list(draft.mentions), draft.author_id)
        return sorted(await tx.values(queries_order.SEEN_AMONG, *where))
    found: list[int] = await tx.values(queries.MEMBERS_AMONG, draft.conversation_id, list(draft.mentions))
    return sorted(found)


def _message(
    draft: Draft,
    place: Place,
    files: list[FileInfo],
    mentions: list[int],
    row: Posted,
    *,
    content: Content | None,
    moment: datetime,
) -> Message:
    reply = None
    if place.reply_id is not None and place.reply_number is not None and place.reply_author_id is not None:
        gone = place.reply_deleted or has_expired(place.reply_expires_at, moment)
        excerpt = "" if gone else place.reply_excerpt or ""
        attachment = None if gone else place.reply_attachment
        reply = Reply(place.reply_id, place.reply_number, place.reply_author_id, excerpt, gone, attachment)
    return Message(
        id=row.id,
        conversation_id=draft.conversation_id,
        number=row.number,
        author_id=draft.author_id,
        client_id=draft.client_id,
        kind="text" if draft.service is None else "service",
        body=draft.body,
        reply_to=reply,
        files=files,
        mentions=mentions,
        service=draft.service,
        content=content,
        created_at=moment,
    )


async def _attach(tx: Tx, messages: Sequence[Message]) -> None:
    rows = [(m.id, place, f.id) for m in messages for place, f in enumerate(m.files)]
    if rows:
        ids, places, files = (list(column) for column in zip(*rows, strict=True))
        await tx.run(queries.ATTACH, ids, places, files)
