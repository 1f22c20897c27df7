"""Polls: a question put to a chat, and how it stands for one reader.

What an anonymous poll keeps, and why nobody can put a name to a choice, is told in docs/decisions/0009.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.core.events import gathers
from parta.messaging.asking import queries_polls as queries
from parta.messaging.asking.poll_closing import close_in_time
from parta.messaging.content import Fields, NewPoll, Poll, checks_content, completes_content, keeps_content
from parta.messaging.drafts import Draft
from parta.messaging.events import MessageDeleted

LEAST_OPTIONS, MOST_OPTIONS = 2, 12
LONGEST_OPTION = 120
LONGEST_QUESTION = 300
LONGEST_EXPLANATION = 300
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(days=366)
# A clock may be a little ahead, and a vote a moment on its way.
LENIENCE = timedelta(seconds=10)


class PollRow(msgspec.Struct, frozen=True, kw_only=True):
    """A poll as stored, with the reader's own vote."""

    message_id: int
    question: str
    options: list[str]
    many: bool
    anonymous: bool
    hide_until_closed: bool
    change_allowed: bool
    quiz_right: int | None
    explanation: str
    closes_at: datetime | None
    closed: bool
    counts: list[int]
    voters: int
    voted: bool
    mine: list[int] | None


@checks_content
def check_poll(draft: Draft) -> None:
    """Raise Invalid for a poll that nobody could answer, or whose terms contradict each other."""
    poll = draft.content.poll if draft.content is not None else None
    if poll is None:
        return
    if draft.content is not None and draft.content.confirm:
        raise Invalid("poll_is_no_confirmation", field="content.confirm")
    poll = cleaned(poll)
    if not 0 < len(poll.question) <= LONGEST_QUESTION:
        raise Invalid("poll_question_invalid", field="content.poll.question")
    if not LEAST_OPTIONS <= len(poll.options) <= MOST_OPTIONS:
        raise Invalid("poll_options_count", field="content.poll.options")
    if any(not 0 < len(option) <= LONGEST_OPTION for option in poll.options):
        raise Invalid("poll_option_length", field="content.poll.options")
    if len({option.casefold() for option in poll.options}) < len(poll.options):
        raise Invalid("poll_options_repeat", field="content.poll.options")
    _check_quiz(poll)
    _check_term(poll.closes_at)
    if poll.change_allowed and (poll.anonymous or poll.quiz_right is not None):
        raise Invalid("poll_change_impossible", field="content.poll.change_allowed")


def _check_quiz(poll: NewPoll) -> None:
    if poll.quiz_right is None:
        if poll.explanation:
            raise Invalid("poll_explanation_without_quiz", field="content.poll.explanation")
        return
    if poll.many or not 0 <= poll.quiz_right < len(poll.options):
        raise Invalid("poll_right_answer_invalid", field="content.poll.quiz_right")
    if len(poll.explanation) > LONGEST_EXPLANATION:
        raise Invalid("poll_explanation_too_long", field="content.poll.explanation")


def _check_term(closes_at: datetime | None) -> None:
    if closes_at is None:
        return
    if closes_at.tzinfo is None or not SHORTEST - LENIENCE <= closes_at - now() <= LONGEST:
        raise Invalid("poll_term_invalid", field="content.poll.closes_at")


def cleaned(poll: NewPoll) -> NewPoll:
    """Fold white space and drop what no database can hold."""
    return msgspec.structs.replace(
        poll,
        question=_clean(poll.question),
        options=tuple(_clean(option) for option in poll.options),
        explanation=_clean(poll.explanation),
    )


def _clean(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())


@keeps_content
async def put(tx: Tx, message_id: int, draft: Draft) -> Fields:
    """Write the poll beside its message; it closes by itself when its term is over."""
    if draft.content is None or draft.content.poll is None:
        return {}
    new = cleaned(draft.content.poll)
    await tx.run(
        queries.ADD_POLL,
        message_id,
        draft.conversation_id,
        new.question,
        list(new.options),
        new.many,
        new.anonymous,
        new.hide_until_closed,
        new.change_allowed,
        new.quiz_right,
        new.explanation,
        new.closes_at,
    )
    if new.closes_at is not None:
        await close_in_time(tx, message_id, new.closes_at)
    return {"poll": _as_everybody_sees_it_first(new)}


@completes_content(lambda stored: stored.poll)
async def read_polls(tx: Tx, message_ids: Sequence[int], *, to: int) -> dict[int, Fields]:
    """Read the polls of a page's messages in one query."""
    rows = await tx.rows(queries.POLLS, list(message_ids), to, now(), into=PollRow)
    return {row.message_id: {"poll": shown(row)} for row in rows}


@gathers(MessageDeleted)
async def forget(tx: Tx, events: list[MessageDeleted]) -> None:
    """A poll goes with its message, and the votes with it."""
    await tx.run(queries.FORGET, [event.message_id for event in events])


def shown(row: PollRow) -> Poll:
    """Show a poll to one reader; what is hidden until it closes is in nobody's answer, its author's included."""
    hidden = row.hide_until_closed and not row.closed
    revealed = row.closed or (row.voted and not hidden)
    return Poll(
        question=row.question,
        options=row.options,
        many=row.many,
        anonymous=row.anonymous,
        quiz=row.quiz_right is not None,
        change_allowed=row.change_allowed,
        hide_until_closed=row.hide_until_closed,
        closes_at=row.closes_at,
        closed=row.closed,
        counts=None if hidden else row.counts,
        voters=None if hidden else row.voters,
        right=row.quiz_right if revealed else None,
        explanation=row.explanation if revealed else "",
        voted=row.voted,
        mine=row.mine or [],
    )


def _as_everybody_sees_it_first(new: NewPoll) -> Poll:
    hidden = new.hide_until_closed
    return Poll(
        question=new.question,
        options=list(new.options),
        many=new.many,
        anonymous=new.anonymous,
        quiz=new.quiz_right is not None,
        change_allowed=new.change_allowed,
        hide_until_closed=hidden,
        closes_at=new.closes_at,
        counts=None if hidden else [0] * len(new.options),
        voters=None if hidden else 0,
    )
