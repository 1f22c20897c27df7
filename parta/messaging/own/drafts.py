"""Drafts: what a person has begun and not sent, the same on all their devices. In Russian: «черновики».

Each device stamps what is written with its clock, but never behind a stamp it has seen, so
whoever wrote last, knowing the rest, wins whatever the clocks say. Sending erases the draft.
"""

from collections.abc import Sequence

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.core.followers import FollowedEvent, follows
from parta.core.http.paging import Page, decode_key, encode_key
from parta.messaging.access import find_conversation
from parta.messaging.announced import announced
from parta.messaging.drafts import LARGEST_ID, LONGEST_BODY
from parta.messaging.own import queries_drafts as queries
from parta.messaging.own.events import DraftChanged
from parta.messaging.own.shapes import DraftText, OwnDraft

LARGEST_STAMP = 2**53 - 1  # what a browser counts exactly


class Erased(msgspec.Struct, frozen=True):
    """A draft that was sent."""

    person_id: int
    conversation_id: int
    stamp: int


class Said(msgspec.Struct, frozen=True):
    """Which message was announced."""

    id: int


async def save_draft(tx: Tx, conversation_id: int, text: DraftText, *, by: int) -> OwnDraft:
    """Keep what was written, or erase it with an empty text; returns the draft that stands, the newest of all devices."""
    stamp, reply_to_id = text.stamp, text.reply_to_id
    await find_conversation(tx, conversation_id, to=by)
    body = _clean(text.body)
    if not (0 < stamp <= LARGEST_STAMP and 0 <= (text.seen or 0) <= LARGEST_STAMP):
        raise Invalid("invalid", field="stamp")
    reply = reply_to_id if body and 0 < (reply_to_id or 0) <= LARGEST_ID else None
    if await tx.run(queries.SAVE, by, conversation_id, body, reply, stamp, now(), text.seen):
        tx.emit(DraftChanged(person_id=by, conversation_id=conversation_id, stamp=stamp, erased=body == ""))
    stands = await tx.row(queries.ONE, by, conversation_id, into=OwnDraft)
    if stands is None:
        raise RuntimeError("a draft that was saved is not there")
    return stands


async def list_drafts(tx: Tx, *, after: str | None, limit: int, by: int) -> Page[OwnDraft]:
    """List everything one has begun, in the order of the chats' ids."""
    key = decode_key(after, tuple[int])[0] if after else 0
    items = await tx.rows(queries.PAGE, by, key, limit, into=OwnDraft)
    return Page(items, encode_key(items[-1].conversation_id) if len(items) == limit else None)


@follows("message_added", name="drafts")
async def erase_said(tx: Tx, events: Sequence[FollowedEvent]) -> None:
    """What was sent is no draft any more, also when the device died before it could say so."""
    ids = [said.id for said in announced(events, Said)]
    for one in await tx.rows(queries.ERASE_SAID, ids, into=Erased):
        tx.emit(
            DraftChanged(
                person_id=one.person_id, conversation_id=one.conversation_id, stamp=one.stamp, erased=True
            )
        )


async def forget_drafts(tx: Tx, left: Sequence[tuple[int, int]]) -> None:
    """Forget what those who left, as (conversation, person), had begun there."""
    await tx.run(queries.FORGET, [chat for chat, _ in left], [person for _, person in left])


def _clean(body: str) -> str:
    body = body.replace("\r\n", "\n").replace("\x00", "")
    if len(body) > LONGEST_BODY:
        raise Invalid("message_too_long", field="body")
    return body if body.strip() else ""
