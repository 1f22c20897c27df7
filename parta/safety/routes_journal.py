"""HTTP of the audit log, for administrators of an organisation and, as a whole, for operators."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, QueryParameter

from parta.core.clock import aware
from parta.core.db import Tx
from parta.core.http.paging import Limit
from parta.core.http.sheet_answers import sheet_answer
from parta.core.sheets import Format
from parta.identity.access import Person
from parta.safety import journal
from parta.safety.journal import ActionName, Journal, JournalFilters

_HEADS = {
    "ru": ["Когда", "Кто", "Что сделано", "О ком или о чём", "Подробности"],
    "en": ["When", "Who", "What was done", "About", "Details"],
}


class Actions(msgspec.Struct, frozen=True):
    """What can be filtered by."""

    items: list[ActionName]


def read_filters(
    *,
    action: Annotated[str | None, QueryParameter(max_length=100)] = None,
    person: FromQuery[int | None] = None,
    since: FromQuery[datetime | None] = None,
    until: FromQuery[datetime | None] = None,
) -> JournalFilters:
    """Which entries are asked for."""
    return JournalFilters(action=action, person_id=person, since=aware(since), until=aware(until))


FILTERS = {"filters": Provide(read_filters, sync_to_thread=False)}


@get("/organisations/{organisation_id:int}/journal", dependencies=FILTERS, tags=["journal"])
async def read_journal(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    filters: NamedDependency[JournalFilters],
    organisation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Journal:
    """What was done in my organisation, the newest first."""
    return await journal.read_journal(
        tx, organisation_id, filters, after=after, limit=limit, by=me.id, locale=me.locale
    )


@get("/organisations/{organisation_id:int}/journal/actions", tags=["journal"])
async def list_actions(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> Actions:
    """What was done lately, for the filter."""
    return Actions(await journal.list_actions(tx, organisation_id, by=me.id, locale=me.locale))


@get("/organisations/{organisation_id:int}/journal/table", dependencies=FILTERS, tags=["journal"])
async def take_journal(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    filters: NamedDependency[JournalFilters],
    organisation_id: FromPath[int],
    format_: Annotated[Format, QueryParameter(name="format")] = "xlsx",
) -> Response[bytes]:
    """Take the log away as a table, 10 000 entries at most."""
    return await _table(tx, me, filters, organisation_id, format_)


@get("/journal", dependencies=FILTERS, tags=["journal"])
async def read_whole_journal(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    filters: NamedDependency[JournalFilters],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Journal:
    """What was done in the whole installation, for its operators."""
    return await journal.read_journal(tx, None, filters, after=after, limit=limit, by=me.id, locale=me.locale)


@get("/journal/actions", tags=["journal"])
async def list_all_actions(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Actions:
    """What was done lately anywhere."""
    return Actions(await journal.list_actions(tx, None, by=me.id, locale=me.locale))


@get("/journal/table", dependencies=FILTERS, tags=["journal"])
async def take_whole_journal(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    filters: NamedDependency[JournalFilters],
    format_: Annotated[Format, QueryParameter(name="format")] = "xlsx",
) -> Response[bytes]:
    """Take the log of the whole installation away, 10 000 entries at most."""
    return await _table(tx, me, filters, None, format_)


async def _table(
    tx: Tx, me: Person, filters: JournalFilters, organisation_id: int | None, format_: Format
) -> Response[bytes]:
    language = "en" if me.locale == "en" else "ru"
    rows = await journal.journal_table(tx, organisation_id, filters, by=me.id, locale=language)
    return sheet_answer("journal", format_, _HEADS[language], rows)


handlers: list[Any] = [
    read_journal,
    list_actions,
    take_journal,
    read_whole_journal,
    list_all_actions,
    take_whole_journal,
]
