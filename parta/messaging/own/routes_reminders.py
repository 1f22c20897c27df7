"""HTTP of reminders to oneself."""

from datetime import datetime

import msgspec
from litestar import delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from parta.core.db import Tx
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.messaging.own import reminders as own_reminders
from parta.messaging.own.reminders import Reminder


class RemindAt(msgspec.Struct, frozen=True):
    """When to be reminded."""

    at: datetime


@put("/messages/{message_id:int}/reminder", status_code=204)
async def set_reminder(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int], data: JSONBody[RemindAt]
) -> None:
    """Remind me of a message at a moment."""
    await own_reminders.set_reminder(tx, message_id, data.at, by=me.id)


@delete("/messages/{message_id:int}/reminder")
async def put_away(tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]) -> None:
    """Not remind me of it, or no more."""
    await own_reminders.put_away(tx, message_id, by=me.id)


@get("/me/reminders")
async def list_reminders(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[Reminder]:
    """List my reminders, the earliest first."""
    return await own_reminders.list_reminders(tx, after=after, limit=limit, by=me.id)


handlers = [set_reminder, put_away, list_reminders]
