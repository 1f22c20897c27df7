"""HTTP of «!!!»: confirming, who has, and reminding the others."""

from datetime import datetime
from typing import Annotated

import msgspec
from litestar import Response, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from parta.core.db import Tx
from parta.core.http.paging import Limit
from parta.core.http.sheet_answers import sheet_answer
from parta.core.sheets import Format
from parta.identity.access import Person
from parta.messaging.asking import answer_sheets as asking_sheets
from parta.messaging.asking import confirmations, confirmed, reminding
from parta.messaging.asking.confirmations import AwaitedList
from parta.messaging.asking.confirmed import ConfirmingList, State
from parta.messaging.asking.reminding import Reminder


class Given(msgspec.Struct, frozen=True):
    """When one confirmed."""

    at: datetime


@put("/messages/{message_id:int}/confirmation")
async def confirm(tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]) -> Given:
    """Confirm that I have read a message."""
    return Given(await confirmations.confirm(tx, message_id, by=me.id))


@get("/confirmations/waiting")
async def list_awaited(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> AwaitedList:
    """List the messages that wait for my confirmation."""
    return await confirmations.list_awaited(tx, after=after, limit=limit, by=me.id)


@get("/messages/{message_id:int}/confirmations")
async def list_confirming(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    message_id: FromPath[int],
    *,
    confirming: Annotated[State, QueryParameter(name="state")] = "waiting",
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> ConfirmingList:
    """List who has confirmed my message, or who has not."""
    return await confirmed.list_confirming(tx, message_id, confirming, after=after, limit=limit, by=me.id)


@get("/messages/{message_id:int}/confirmations/table")
async def take_confirmations(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    message_id: FromPath[int],
    format_: Annotated[Format, QueryParameter(name="format")] = "xlsx",
) -> Response[bytes]:
    """Take the list of confirmations away as a table."""
    table = await asking_sheets.confirmations_table(tx, message_id, clock_of(me), by=me.id)
    return sheet_answer(f"confirmations-{message_id}", format_, *table)


@post("/messages/{message_id:int}/reminders", status_code=202)
async def remind(tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]) -> Reminder:
    """Remind those who have not confirmed or voted."""
    return await reminding.remind(tx, message_id, by=me.id)


def clock_of(me: Person) -> asking_sheets.Clock:
    """In what language and time zone a person reads tables."""
    return asking_sheets.Clock("en" if me.locale == "en" else "ru", me.time_zone)


handlers = [confirm, list_awaited, list_confirming, take_confirmations, remind]
