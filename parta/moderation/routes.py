"""HTTP of complaints: one's own, and the queue of those who decide."""

from datetime import datetime, timedelta
from typing import Annotated, Any

from litestar import Request, Response, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from parta.core.clock import aware, now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.core.http.language import language_of
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.moderation import cases, deciding, measures, reporting, statistics
from parta.moderation.cases import Case, CaseBrief, View, WaitingCases
from parta.moderation.deciding import Decision
from parta.moderation.reporting import NewReport, OwnMeasure, OwnReport
from parta.moderation.statistics import Statistics
from parta.moderation.words import routes as words_routes
from parta.moderation.words import routes_alerts

OfOrganisation = Annotated[int | None, QueryParameter(ge=1, le=2**62)]
Moment = FromQuery[datetime | None]
USUAL_PERIOD = timedelta(days=30)
FIRST_YEAR, LAST_YEAR = 2000, 9000


@post("/reports", tags=["moderation"])
async def report(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[NewReport]
) -> OwnReport:
    """Complain of a message, a person or a chat that I see."""
    return await reporting.report(tx, data, by=me.id)


@get("/me/reports", tags=["moderation"])
async def list_mine(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[OwnReport]:
    """My complaints and what came of them, newest first."""
    return await reporting.list_reports(tx, of=me.id, after=after, limit=limit)


@get("/me/measures", tags=["moderation"])
async def list_about_me(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[OwnMeasure]:
    """What moderators did about me and why, newest first."""
    return await reporting.list_measures(tx, of=me.id, after=after, limit=limit)


@get("/report-cases", tags=["moderation"])
async def list_cases(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    view: FromQuery[View] = "open",
    organisation_id: OfOrganisation = None,
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[CaseBrief]:
    """Cases I decide about: open ones by their term, those I have taken, or decided ones."""
    return await cases.list_cases(
        tx, view, organisation_id=organisation_id, after=after, limit=limit, by=me.id
    )


@get("/report-cases/count", tags=["moderation"])
async def count_cases(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> WaitingCases:
    """How many cases wait for me."""
    return await cases.count_waiting(tx, by=me.id)


@get("/report-cases/{case_id:int}", tags=["moderation"])
async def read_case(tx: NamedDependency[Tx], me: NamedDependency[Person], case_id: FromPath[int]) -> Case:
    """A case with its evidence and both sides' history; the look is written down."""
    return await cases.read_case(tx, case_id, by=me.id)


@put("/report-cases/{case_id:int}/assignee", status_code=204, tags=["moderation"])
async def take_case(tx: NamedDependency[Tx], me: NamedDependency[Person], case_id: FromPath[int]) -> None:
    """Take a case upon me."""
    await deciding.take(tx, case_id, by=me.id)


@delete("/report-cases/{case_id:int}/assignee", tags=["moderation"])
async def give_back(tx: NamedDependency[Tx], me: NamedDependency[Person], case_id: FromPath[int]) -> None:
    """Let others take a case."""
    await deciding.give_back(tx, case_id, by=me.id)


@post("/report-cases/{case_id:int}/escalation", status_code=204, tags=["moderation"])
async def pass_on(tx: NamedDependency[Tx], me: NamedDependency[Person], case_id: FromPath[int]) -> None:
    """Ask the operators to decide."""
    await deciding.pass_to_operators(tx, case_id, by=me.id)


@post("/report-cases/{case_id:int}/decision", status_code=200, tags=["moderation"])
async def decide(
    tx: NamedDependency[Tx], me: NamedDependency[Person], case_id: FromPath[int], data: JSONBody[Decision]
) -> Case:
    """Decide a case; no measures mean that there was nothing wrong."""
    return await deciding.decide(tx, case_id, data, by=me.id)


@delete("/measures/{measure_id:int}", tags=["moderation"])
async def lift_measure(
    tx: NamedDependency[Tx], me: NamedDependency[Person], measure_id: FromPath[int]
) -> None:
    """Undo a measure before its time."""
    await measures.lift(tx, measure_id, by=me.id)


@get("/report-statistics", tags=["moderation"])
async def read_statistics(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: OfOrganisation = None,
    since: Moment = None,
    until: Moment = None,
) -> Statistics:
    """Figures about cases opened in a period, by default in the last 30 days."""
    return await _figures(tx, organisation_id, since, until, by=me.id)


@get("/report-statistics/table", tags=["moderation"])
async def read_statistics_table(
    *,
    request: Request[Any, Any, Any],
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: OfOrganisation = None,
    since: Moment = None,
    until: Moment = None,
) -> Response[bytes]:
    """The same figures as CSV."""
    figures = await _figures(tx, organisation_id, since, until, by=me.id)
    table = statistics.as_table(figures, language=language_of(request.scope))
    disposition = 'attachment; filename="reports.csv"'
    return Response(table, media_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition})


async def _figures(
    tx: Tx, organisation_id: int | None, since: datetime | None, until: datetime | None, *, by: int
) -> Statistics:
    since, end = aware(since), aware(until) or now()
    if not all(FIRST_YEAR <= moment.year <= LAST_YEAR for moment in (end, since or end)):
        raise Invalid("invalid", field="since")
    return await statistics.count_cases(
        tx, organisation_id=organisation_id, since=since or end - USUAL_PERIOD, until=end, by=by
    )


handlers: list[Any] = [
    report,
    list_mine,
    list_about_me,
    list_cases,
    count_cases,
    read_case,
    take_case,
    give_back,
    pass_on,
    decide,
    lift_measure,
    read_statistics,
    read_statistics_table,
    *words_routes.handlers,
    *routes_alerts.handlers,
]
