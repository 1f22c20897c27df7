"""HTTP of the demo: choose anybody and become them. Wired only where PARTA_DEMO is on.

Safe three times: `main` does not register these routes without the setting, they ask for it again
themselves, and with it they still answer 404 on a database that the demo did not fill.
"""

from typing import Annotated

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody, QueryParameter

from parta.core.config import Configuration, CoreSettings
from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.core.http.language import language_of
from parta.core.http.paging import Limit
from parta.demo import queries
from parta.demo.choosing import DemoPeople, Wanted, list_people
from parta.demo.marks import Filled, require_demo
from parta.identity.cookies import AnyRequest, device_of
from parta.identity.sessions import start_session
from parta.identity.settings import IdentitySettings
from parta.safety.coming_in import SignedIn, answer_signed_in
from parta.safety.people import MainRole


class Choice(msgspec.Struct, frozen=True):
    """Whom to become."""

    person_id: int


async def open_demo(tx: Tx, configuration: Configuration) -> Filled:
    """The only door: NotFound without the setting, and NotFound on a database that the demo did not fill."""
    if not configuration.get(CoreSettings).demo:
        raise NotFound
    return await require_demo(tx)


@get("/demo/people", tags=["demo"])
async def choose_people(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    configuration: NamedDependency[Configuration],
    *,
    q: Annotated[str, QueryParameter(max_length=100)] = "",
    role: FromQuery[MainRole | None] = None,
    organisation_id: FromQuery[int | None] = None,
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> DemoPeople:
    """People to step into, by name; the notable ones come first, with the unfiltered first page."""
    filled = await open_demo(tx, configuration)
    wanted = Wanted(q, role, organisation_id)
    return await list_people(tx, filled, wanted, after=after, limit=limit, locale=language_of(request.scope))


@post("/demo/sessions", status_code=200, tags=["demo"])
async def step_into(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    configuration: NamedDependency[Configuration],
    data: JSONBody[Choice],
) -> Response[SignedIn]:
    """Become somebody, with one click and no code."""
    await open_demo(tx, configuration)
    if not await tx.value(queries.PERSON_EXISTS, data.person_id):
        raise NotFound
    lifetime = configuration.get(IdentitySettings).session_lifetime
    opened = await start_session(tx, data.person_id, device=device_of(request), lifetime=lifetime)
    return await answer_signed_in(request, tx, opened)


handlers = [choose_people, step_into]
