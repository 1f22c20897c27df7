"""HTTP of ways in through services. Opening the session answers with roles, so that lives a floor higher, in safety."""

from typing import Annotated

import msgspec
from litestar import Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from parta.core.db import Database, Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.core.http.paging import Page
from parta.core.http.unit import Unit
from parta.identity.access import Person
from parta.identity.cookies import AnyRequest, address_of
from parta.identity.outside import flows, ways
from parta.identity.outside.cookies import departure_of, no_outside_cookie, outside_cookie
from parta.identity.outside.flows import CameBack, Left, Linking
from parta.identity.outside.provider import Arrival
from parta.identity.outside.ways import Way

# An answer of a service holds its code, and coming back twice is refused by itself.
keep_no_trace_of(r"/api/sign-in/outside/\w+(/return)?")


class Leaving(msgspec.Struct, frozen=True):
    """Where to go after coming in: a path of ours."""

    return_to: Annotated[str, Meta(max_length=500)] = ""


class Leads(msgspec.Struct, frozen=True):
    """The page of the service; the browser goes there by itself."""

    url: str


class Answer(msgspec.Struct, frozen=True):
    """What the service has put into the address of the page it sent the browser back to."""

    state: Annotated[str, Meta(max_length=200)] = ""
    code: Annotated[str, Meta(max_length=8000)] = ""
    device_id: Annotated[str, Meta(max_length=500)] = ""
    iss: Annotated[str, Meta(max_length=500)] = ""
    error: Annotated[str, Meta(max_length=200)] = ""
    error_description: Annotated[str, Meta(max_length=2000)] = ""


class LinkedWay(msgspec.Struct, frozen=True):
    """Which service leads to me now."""

    provider: str


@post("/sign-in/outside/{provider:str}", status_code=200, tags=["sign-in"])
async def leave_to_sign_in(
    request: AnyRequest, db: NamedDependency[Database], provider: FromPath[str], data: JSONBody[Leaving]
) -> Response[Leads]:
    """Begin to sign in through a service: its page, and a cookie that only this browser has."""
    return_url = departure_of(request, db.configuration, provider).return_url
    left = await flows.leave(db, provider, return_url, data.return_to, ip=address_of(request))
    return _answer_left(request, db, left)


@post("/sign-in/outside/{provider:str}/return", status_code=200, tags=["sign-in"])
async def come_back(
    request: AnyRequest, db: NamedDependency[Database], provider: FromPath[str], data: JSONBody[Answer]
) -> Response[CameBack]:
    """Hand over what the service has answered; then open a session, or link."""
    arrival = Arrival(data.state, data.code, data.device_id, data.iss, data.error, data.error_description)
    departure = departure_of(request, db.configuration, provider)
    back = await flows.come_back(db, provider, departure, arrival)
    cookie = outside_cookie(request, db.configuration, back.secret)
    return Response(back.told, status_code=200, cookies=[cookie], headers={"Cache-Control": "no-store"})


@get("/me/sign-in-ways", tags=["sign-in"])
async def list_ways(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Page[Way]:
    """«Способы входа»: the services that lead to me, and those that could."""
    return Page(await ways.list_ways(tx, of=me.id))


@post("/me/sign-in-ways/{provider:str}", status_code=200, tags=["sign-in"])
async def leave_to_link(
    request: AnyRequest,
    unit: NamedDependency[Unit],
    db: NamedDependency[Database],
    me: NamedDependency[Person],
    provider: FromPath[str],
    data: JSONBody[Leaving],
) -> Response[Leads]:
    """Begin to link a service to me."""
    # The service may think for seconds: our transaction must not be held meanwhile.
    await unit.end(commit=True)
    return_url = departure_of(request, db.configuration, provider).return_url
    linking = Linking(me.id, me.session_id)
    left = await flows.leave(
        db, provider, return_url, data.return_to, ip=address_of(request), linking=linking
    )
    return _answer_left(request, db, left)


@post("/me/sign-in-ways", status_code=200, tags=["sign-in"])
async def link(
    request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person]
) -> Response[LinkedWay]:
    """Link what this browser has just proven."""
    departure = departure_of(request, tx.configuration, "")
    linked = await ways.link(tx, departure.secret, by=me.id, session_id=me.session_id)
    return Response(LinkedWay(linked), cookies=[no_outside_cookie(request, tx.configuration)])


@delete("/me/sign-in-ways/{provider:str}", tags=["sign-in"])
async def unlink(tx: NamedDependency[Tx], me: NamedDependency[Person], provider: FromPath[str]) -> None:
    """Unlink a service from me; never the last way in."""
    await ways.unlink(tx, provider, by=me.id)


def _answer_left(request: AnyRequest, db: Database, left: Left) -> Response[Leads]:
    cookie = outside_cookie(request, db.configuration, left.secret)
    return Response(Leads(left.url), cookies=[cookie], headers={"Cache-Control": "no-store"})


handlers = [leave_to_sign_in, come_back, list_ways, leave_to_link, link, unlink]
