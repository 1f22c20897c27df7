"""Who has confirmed a «!!!» message and who has not: lists for its author and for those who run the chat."""

from datetime import datetime
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound, Problem
from parta.core.http.paging import decode_key, encode_key
from parta.messaging.access import VisibleMessage
from parta.messaging.asking import queries_confirmations as queries
from parta.messaging.asking.kin import Named, name_people
from parta.messaging.asking.reminding import find_asked_message, may_remind_at

State = Literal["confirmed", "waiting"]
MOST_IN_TABLE = 10_000

_LISTS: dict[State, str] = {"confirmed": queries.CONFIRMED, "waiting": queries.WAITING}


class Confirming(Named, frozen=True, kw_only=True):
    """Somebody who was asked to confirm; `at` is null while they have not."""

    at: datetime | None


class ConfirmingList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of those who have confirmed, or have not; `remind_again_at` is null when nobody was reminded."""

    items: list[Confirming]
    confirmed: int
    total: int
    remind_again_at: datetime | None
    next: str | None = None


class Row(msgspec.Struct, frozen=True):
    """A confirmation, or the lack of one."""

    person_id: int
    at: datetime | None
    search_name: str


class Figures(msgspec.Struct, frozen=True):
    """How many have confirmed a message of somebody."""

    author_id: int
    confirmed: int
    waiting: int


async def list_confirming(
    tx: Tx, message_id: int, state: State, *, after: str | None, limit: int, by: int
) -> ConfirmingList:
    """List who has confirmed a message, or who has not yet; 403 for those whose message and chat it is not."""
    message = await _find_listed(tx, message_id, by)
    figures = await tx.row(queries.FIGURES, message_id, into=Figures)
    if figures is None:
        raise NotFound
    key = decode_key(after, tuple[str, int]) if after else ("", 0)
    rows = await tx.rows(_LISTS[state], message_id, *key, limit, into=Row)
    return ConfirmingList(
        items=await _named(tx, rows, message.conversation_id, by),
        confirmed=figures.confirmed,
        total=figures.confirmed + figures.waiting,
        remind_again_at=await may_remind_at(tx, message_id),
        next=encode_key(rows[-1].search_name, rows[-1].person_id) if len(rows) == limit else None,
    )


async def everybody_confirming(tx: Tx, message_id: int, *, by: int) -> list[Confirming]:
    """Everybody who was asked, those who have not confirmed first, for a table to print."""
    message = await _find_listed(tx, message_id, by)
    if await tx.row(queries.FIGURES, message_id, into=Figures) is None:
        raise NotFound
    rows = await tx.rows(queries.WAITING, message_id, "", 0, MOST_IN_TABLE, into=Row)
    rows += await tx.rows(queries.CONFIRMED, message_id, "", 0, MOST_IN_TABLE, into=Row)
    return await _named(tx, rows, message.conversation_id, by)


async def _find_listed(tx: Tx, message_id: int, by: int) -> VisibleMessage:
    """Both lists together are the list of members: where that is hidden, authors have the figures and reminders only."""
    message = await find_asked_message(tx, message_id, to=by)
    if message.hides_members:
        raise Problem("list_hidden", status=403)
    return message


async def _named(tx: Tx, rows: list[Row], conversation_id: int, by: int) -> list[Confirming]:
    at = {row.person_id: row.at for row in rows}
    named = await name_people(tx, list(at), conversation_id=conversation_id, to=by)
    return [Confirming(person=one.person, children=one.children, at=at[one.person.id]) for one in named]
