"""Voting, changing one's mind where the poll lets one, and who has voted.

Nothing here says what somebody chose in an anonymous poll: not an event, not a job, not a key of a repeated
request. Their other devices hear by a whisper, which is never stored, that they have voted.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from parta.core.bus import Whisper
from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.core.events import person_stream
from parta.core.http.paging import Page, decode_key, encode_key
from parta.messaging.access import VisibleMessage, find_living_message
from parta.messaging.asking import queries_polls as queries
from parta.messaging.asking.events import PollVoted
from parta.messaging.asking.kin import Named, name_people
from parta.messaging.asking.poll_closing import tell_soon
from parta.messaging.asking.polls import PollRow, shown
from parta.messaging.asking.reminding import find_asked_message, may_remind_at
from parta.messaging.content import Poll


class Voter(Named, frozen=True, kw_only=True):
    """Who voted in an open poll, and when they last did."""

    at: datetime


class Turnout(msgspec.Struct, frozen=True, kw_only=True):
    """How many have voted and how many could still, for the author and those who run the chat."""

    voted: int
    waiting: int
    closed: bool
    remind_again_at: datetime | None = None


class VoteRow(msgspec.Struct, frozen=True):
    """A vote in an open poll."""

    person_id: int
    at: datetime
    options: list[int]
    search_name: str


async def read_poll(tx: Tx, message_id: int, *, by: int) -> Poll:
    """Read a poll as one sees it now."""
    await find_living_message(tx, message_id, to=by)
    return shown(await _find(tx, message_id, by))


async def vote(tx: Tx, message_id: int, options: Sequence[int], *, by: int) -> Poll:
    """Vote; the same vote again is the same vote. Returns the poll as the voter sees it now.

    Raises Invalid for options that are not there, Conflict when it is closed or one has voted and cannot change.
    """
    message = await find_living_message(tx, message_id, to=by)
    _check_choice(await _find(tx, message_id, by), options)
    poll = await _lock(tx, message_id, by)
    chosen = sorted(options)
    if poll.anonymous:
        if poll.voted:
            raise Conflict("already_voted")
        await tx.run(queries.VOTE_SECRETLY, message_id, chosen, by)
        _whisper(tx, message, by)
    elif poll.mine != chosen:
        if poll.voted and not poll.change_allowed:
            raise Conflict("already_voted")
        await tx.run(queries.VOTE, message_id, by, chosen, now())
        await _recount(tx, message, poll, chosen, by)
    return shown(await _find(tx, message_id, by))


async def retract_vote(tx: Tx, message_id: int, *, by: int) -> None:
    """Take one's vote back where it may be changed; without a vote there is nothing to take."""
    message = await find_living_message(tx, message_id, to=by)
    if not (await _find(tx, message_id, by)).change_allowed:
        raise Conflict("vote_is_final")
    poll = await _lock(tx, message_id, by)
    if poll.voted:
        await tx.run(queries.TAKE_BACK, message_id, by)
        await _recount(tx, message, poll, [], by)


async def list_voters(
    tx: Tx, message_id: int, option: int, *, after: str | None, limit: int, by: int
) -> Page[Voter]:
    """List who chose an option of an open poll, by surname; Conflict while the results are hidden."""
    message = await find_living_message(tx, message_id, to=by)
    poll = await _find(tx, message_id, by)
    require_named_results(poll)
    if not 0 <= option < len(poll.options):
        raise Invalid("vote_option_invalid", field="option")
    key = decode_key(after, tuple[str, int]) if after else ("", 0)
    hidden = (message.hides_members, by, message.conversation_id)
    rows = await tx.rows(queries.VOTERS, message_id, option, *key, limit, *hidden, into=VoteRow)
    at = {row.person_id: row.at for row in rows}
    named = await name_people(tx, list(at), conversation_id=message.conversation_id, to=by)
    items = [Voter(person=one.person, children=one.children, at=at[one.person.id]) for one in named]
    return Page(items, encode_key(rows[-1].search_name, rows[-1].person_id) if len(rows) == limit else None)


async def read_turnout(tx: Tx, message_id: int, *, by: int) -> Turnout:
    """Tell how many have voted, of a hidden poll too; 403 for those whose poll and chat it is not."""
    await find_asked_message(tx, message_id, to=by)
    found = await tx.row(queries.TURNOUT, message_id, now(), into=Turnout)
    if found is None:
        raise NotFound
    return msgspec.structs.replace(found, remind_again_at=await may_remind_at(tx, message_id))


def require_named_results(poll: PollRow) -> None:
    """Refuse to name voters where nobody may know them, or not yet."""
    if poll.anonymous:
        raise Conflict("poll_is_anonymous")
    if poll.hide_until_closed and not poll.closed:
        raise Conflict("poll_results_hidden")


async def _find(tx: Tx, message_id: int, by: int) -> PollRow:
    poll = await tx.row(queries.ONE, message_id, by, now(), into=PollRow)
    if poll is None:
        raise NotFound
    return poll


async def _lock(tx: Tx, message_id: int, by: int) -> PollRow:
    # First the job and then the poll, as the job itself takes them.
    await tell_soon(tx, message_id)
    if await tx.value(queries.LOCK, message_id) is None:
        raise Conflict("message_deleted")
    poll = await _find(tx, message_id, by)
    if poll.closed:
        raise Conflict("poll_closed")
    return poll


def _check_choice(poll: PollRow, options: Sequence[int]) -> None:
    if not options:
        raise Invalid("vote_empty", field="options")
    if any(not 0 <= option < len(poll.options) for option in options) or len(set(options)) < len(options):
        raise Invalid("vote_option_invalid", field="options")
    if len(options) > 1 and not poll.many:
        raise Invalid("vote_one_only", field="options")


async def _recount(tx: Tx, message: VisibleMessage, poll: PollRow, chosen: Sequence[int], by: int) -> None:
    was = poll.mine or []
    people = bool(chosen) - bool(was)
    await tx.run(queries.RECOUNT, message.id, list(chosen), list(was), people)
    tx.emit(PollVoted(**message.told_to(by), options=list(chosen)))


def _whisper(tx: Tx, message: VisibleMessage, by: int) -> None:
    frame = {
        "op": "voted",
        "conversation_id": message.conversation_id,
        "message_id": message.id,
        "number": message.number,
    }
    words = msgspec.json.encode(frame).decode()
    tx.after_commit(lambda: tx.bus.publish(Whisper(person_stream(by), words)))
