"""Where drafts go, and what keeps an author from saying something there."""

from collections.abc import Callable, Sequence
from datetime import datetime

from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound, Problem
from parta.messaging import queries
from parta.messaging.drafts import Draft
from parta.messaging.order.chat_order import OrderColumns
from parta.messaging.order.chat_rules import is_slowed, refuse_by_order, slow_down
from parta.messaging.shapes import Message


class Place(OrderColumns, frozen=True, kw_only=True):
    """Where a draft goes, and the author's standing there."""

    place: int
    kind: str
    class_id: int | None
    organisation_id: int | None
    role: str
    last_number: int
    request_by: int | None
    request_state: str | None
    closed: bool
    write_ban_until: datetime | None
    write_ban_by: int | None
    write_ban_reason: str
    said_at: datetime | None
    said_id: int | None
    reply_id: int | None
    reply_number: int | None
    reply_author_id: int | None
    reply_excerpt: str | None
    reply_deleted: bool
    reply_expires_at: datetime | None
    reply_attachment: str | None
    lifetime: int | None


Outcome = Message | Problem

# What a chat may ask of those who write there: each rule says why not, or nothing.
Rule = Callable[[Draft, Place], Problem | None]
RULES: list[Rule] = []


def rules_sending(rule: Rule) -> Rule:
    """Ask the function about every draft that goes the long way; chats it cares for are not `plain`."""
    RULES.append(rule)
    return rule


async def find_places(tx: Tx, drafts: Sequence[Draft]) -> dict[int, Place]:
    """Find, and lock, where each draft goes; where its author is not, there is nothing."""
    rows = await tx.rows(
        queries.PLACES,
        [d.conversation_id for d in drafts],
        [d.author_id for d in drafts],
        [d.client_id for d in drafts],
        [d.reply_to_id for d in drafts],
        into=Place,
    )
    return {row.place - 1: row for row in rows}


def refusal_of(draft: Draft, place: Place | None) -> Problem | None:
    """Say why the author may not say this here, if so."""
    if place is None:
        return NotFound()
    if place.said_id is not None:
        return None
    if place.closed:
        return Conflict("conversation_closed")
    if place.request_state is not None and draft.service is None:
        return _requestrefusal_of(draft, place)
    if draft.reply_to_id is not None and place.reply_id is None:
        return Invalid("reply_not_found", field="reply_to_id")
    if not is_free(draft) and (problem := refuse_by_order(place)) is not None:
        return problem
    if draft.service is None:
        return next((problem for rule in RULES if (problem := rule(draft, place))), None)
    return None


def is_free(draft: Draft) -> bool:
    """The house itself, and what an administrator has approved, are above the chat's order."""
    return draft.service is not None or draft.approved


def _requestrefusal_of(draft: Draft, place: Place) -> Problem | None:
    """Whoever asked may say one thing before the other side answers."""
    if place.request_state == "declined":
        return Conflict("request_declined")
    if place.request_by != draft.author_id:
        return Conflict("request_unanswered")
    return Conflict("request_waiting") if place.last_number > 0 else None


def refuse_second_requests(
    outcomes: list[Outcome | None], drafts: Sequence[Draft], places: dict[int, Place]
) -> None:
    """Of several first messages in one batch, only one is the first."""
    asked: dict[int, object] = {}
    for i, draft in enumerate(drafts):
        if outcomes[i] is not None or places[i].request_state is None or draft.service is not None:
            continue
        if asked.setdefault(draft.conversation_id, draft.client_id) != draft.client_id:
            outcomes[i] = Conflict("request_waiting")


def refuse_haste(outcomes: list[Outcome | None], drafts: Sequence[Draft], places: dict[int, Place]) -> None:
    """Of several messages of one member in one batch, slow mode lets the first by."""
    spoken: dict[tuple[int, int], object] = {}
    for i, draft in enumerate(drafts):
        if outcomes[i] is not None or is_free(draft) or not is_slowed(places[i]):
            continue
        where = (draft.conversation_id, draft.author_id)
        if spoken.setdefault(where, draft.client_id) != draft.client_id:
            outcomes[i] = slow_down(places[i].slow_mode)
