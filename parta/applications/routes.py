"""HTTP of applications: one's own, and the queue of those who decide."""

from datetime import datetime
from typing import Any, Literal

from litestar import delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from parta.applications import deciding, drafting, proving, reading
from parta.applications.proving import Proof, ProofRequest
from parta.applications.shapes import Application, ApplicationBrief, Decision, Fields, Waiting
from parta.core.clock import aware
from parta.core.db import Tx
from parta.core.http.language import language_of
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.identity.codes import RequestedCode
from parta.identity.cookies import AnyRequest, address_of

ShownState = Literal["submitted", "returned", "approved", "declined", "withdrawn"]


@post("/applications", tags=["applications"])
async def begin(request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Application:
    """Begin a draft of an application."""
    application_id = await drafting.begin_application(tx, by=me.id)
    return await _told(request, tx, application_id, me)


@get("/me/applications", tags=["applications"])
async def list_mine(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 20,
) -> Page[ApplicationBrief]:
    """My applications, the newest first."""
    return await reading.list_mine(tx, of=me.id, after=after, limit=limit)


@get("/applications", tags=["applications"])
async def list_applications(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    view: FromQuery[ShownState] = "submitted",
    overdue: FromQuery[bool] = False,
    submitted_before: FromQuery[datetime | None] = None,
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[ApplicationBrief]:
    """Applications I decide about: what waits by its term, the rest from the last changed."""
    return await reading.list_applications(
        tx,
        view,
        overdue=overdue,
        submitted_before=aware(submitted_before),
        after=after,
        limit=limit,
        by=me.id,
    )


@get("/applications/count", tags=["applications"])
async def count(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Waiting:
    """How many applications wait for me."""
    return await reading.count_waiting(tx, by=me.id)


@get("/applications/{application_id:int}", tags=["applications"])
async def read(
    request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person], application_id: FromPath[int]
) -> Application:
    """One application, mine or one I decide about."""
    return await _told(request, tx, application_id, me)


@put("/applications/{application_id:int}", tags=["applications"])
async def save(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    application_id: FromPath[int],
    data: JSONBody[Fields],
) -> Application:
    """Keep what I have typed so far; the answer names what is still to be mended."""
    await drafting.save_application(tx, application_id, data, by=me.id)
    return await _told(request, tx, application_id, me)


@delete("/applications/{application_id:int}", tags=["applications"])
async def withdraw(
    tx: NamedDependency[Tx], me: NamedDependency[Person], application_id: FromPath[int]
) -> None:
    """Take my application back; a draft is gone."""
    await drafting.withdraw_application(tx, application_id, by=me.id)


@post("/applications/{application_id:int}/proofs", status_code=202, tags=["applications"])
async def request_proof(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    application_id: FromPath[int],
    data: JSONBody[ProofRequest],
) -> RequestedCode:
    """Send a code to the administrator's phone or address."""
    locale = language_of(request.scope)
    return await proving.request_proof(
        tx, application_id, data.kind, ip=address_of(request), locale=locale, by=me.id
    )


@put("/applications/{application_id:int}/proofs", tags=["applications"])
async def give_proof(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    application_id: FromPath[int],
    data: JSONBody[Proof],
) -> Application:
    """Prove the contact by the code it was sent."""
    await proving.give_proof(tx, application_id, data, ip=address_of(request), by=me.id)
    return await _told(request, tx, application_id, me)


@post("/applications/{application_id:int}/submission", status_code=200, tags=["applications"])
async def submit(
    request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person], application_id: FromPath[int]
) -> Application:
    """Hand my application over to those who decide."""
    await drafting.submit_application(tx, application_id, by=me.id)
    return await _told(request, tx, application_id, me)


@post("/applications/{application_id:int}/decision", status_code=200, tags=["applications"])
async def decide(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    application_id: FromPath[int],
    data: JSONBody[Decision],
) -> Application:
    """Approve an application, return it to be mended, or decline it."""
    await deciding.decide(tx, application_id, data, by=me.id)
    return await _told(request, tx, application_id, me)


async def _told(request: AnyRequest, tx: Tx, application_id: int, me: Person) -> Application:
    return await reading.read_application(tx, application_id, language=language_of(request.scope), to=me.id)


handlers: list[Any] = [
    begin,
    list_mine,
    list_applications,
    count,
    read,
    save,
    withdraw,
    request_proof,
    give_proof,
    submit,
    decide,
]
