"""HTTP of polls: voting, how they stand, closing them."""

from typing import Annotated

import msgspec
from litestar import Response, delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from parta.core.db import Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.core.http.paging import Limit, Page
from parta.core.http.sheet_answers import sheet_answer
from parta.core.sheets import Format
from parta.identity.access import Person
from parta.messaging.asking import answer_sheets as asking_sheets
from parta.messaging.asking import poll_closing, voting
from parta.messaging.asking.polls import MOST_OPTIONS
from parta.messaging.asking.routes_confirmations import clock_of
from parta.messaging.asking.voting import Turnout, Voter
from parta.messaging.content import Poll

# A digest of the request would tell the choice: there are not many to try. Voting twice is refused anyway.
keep_no_trace_of(r"/api/messages/\d+/vote")


class Choice(msgspec.Struct, frozen=True):
    """What one votes for: places among the options, from 0."""

    options: Annotated[list[int], msgspec.Meta(max_length=MOST_OPTIONS)]


@get("/messages/{message_id:int}/poll")
async def read_poll(tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]) -> Poll:
    """Read how a poll stands for me."""
    return await voting.read_poll(tx, message_id, by=me.id)


@put("/messages/{message_id:int}/vote")
async def vote(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int], data: JSONBody[Choice]
) -> Poll:
    """Vote, or vote otherwise."""
    return await voting.vote(tx, message_id, data.options, by=me.id)


@delete("/messages/{message_id:int}/vote")
async def retract_vote(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]
) -> None:
    """Take my vote back."""
    await voting.retract_vote(tx, message_id, by=me.id)


@put("/messages/{message_id:int}/poll/closing", status_code=204)
async def close_poll(tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]) -> None:
    """Close a poll before its term, or one without a term."""
    await poll_closing.close_poll(tx, message_id, by=me.id)


@get("/messages/{message_id:int}/votes")
async def list_voters(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    message_id: FromPath[int],
    option: Annotated[int, QueryParameter(ge=0, lt=MOST_OPTIONS)],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[Voter]:
    """List who chose an option of an open poll."""
    return await voting.list_voters(tx, message_id, option, after=after, limit=limit, by=me.id)


@get("/messages/{message_id:int}/turnout")
async def read_turnout(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]
) -> Turnout:
    """Tell how many have voted in my poll, and how many have not."""
    return await voting.read_turnout(tx, message_id, by=me.id)


@get("/messages/{message_id:int}/votes/table")
async def take_results(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    message_id: FromPath[int],
    format_: Annotated[Format, QueryParameter(name="format")] = "xlsx",
) -> Response[bytes]:
    """Take the results of my poll away as a table."""
    table = await asking_sheets.results_table(tx, message_id, clock_of(me), by=me.id)
    return sheet_answer(f"poll-{message_id}", format_, *table)


handlers = [read_poll, vote, retract_vote, close_poll, list_voters, read_turnout, take_results]
