"""HTTP of administrators and their rights."""

from typing import Any

from litestar import Request, delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from parta.core.db import Tx
from parta.core.http.language import language_of
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.organisations.access import require_administrator
from parta.organisations.invites import mending
from parta.organisations.invites.mending import SchoolRole
from parta.organisations.structure import administrators, positions
from parta.organisations.structure.administrators import AdministratorHere, RightName, RightsGiven
from parta.organisations.structure.positions import Appointment, PositionName

AnyRequest = Request[Any, Any, Any]


@get("/organisations/{organisation_id:int}/rights", tags=["administrators"])
async def list_rights(
    request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> Page[RightName]:
    """The rights that can be given, in words."""
    locale = language_of(request.scope)
    return Page(await administrators.list_rights(tx, organisation_id, by=me.id, locale=locale))


@get("/organisations/{organisation_id:int}/administrators", tags=["administrators"])
async def list_administrators(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[AdministratorHere]:
    """The administrators of an organisation with their rights."""
    return await administrators.list_administrators(tx, organisation_id, after=after, limit=limit, by=me.id)


@put("/organisations/{organisation_id:int}/administrators/{person_id:int}", tags=["administrators"])
async def give_rights(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
    data: JSONBody[RightsGiven],
) -> AdministratorHere:
    """Make somebody an administrator with these rights, or change them."""
    return await administrators.give_rights(tx, organisation_id, person_id, data.rights, by=me.id)


@delete("/organisations/{organisation_id:int}/administrators/{person_id:int}", tags=["administrators"])
async def dismiss_administrator(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
) -> None:
    """Let somebody be an administrator no more."""
    await administrators.dismiss_administrator(tx, organisation_id, person_id, by=me.id)


@get("/organisations/{organisation_id:int}/positions", tags=["administrators"])
async def list_positions(
    request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> Page[PositionName]:
    """The positions there are, in words."""
    await require_administrator(tx, organisation_id, right="people", by=me.id)
    return Page(positions.list_positions(language_of(request.scope)))


@put(
    "/organisations/{organisation_id:int}/people/{person_id:int}/position",
    status_code=204,
    tags=["administrators"],
)
async def write_position(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
    data: JSONBody[Appointment],
) -> None:
    """Write somebody's position and the field «Предмет»."""
    await positions.write_position(tx, organisation_id, person_id, data, by=me.id)


@delete("/organisations/{organisation_id:int}/people/{person_id:int}/roles/{role:str}", tags=["roles"])
async def end_role(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
    role: FromPath[SchoolRole],
) -> None:
    """Let somebody be a pupil, parent or teacher here no more."""
    await mending.end_role(tx, organisation_id, person_id, role, by=me.id)


handlers: list[Any] = [
    list_rights,
    list_administrators,
    give_rights,
    dismiss_administrator,
    list_positions,
    write_position,
    end_role,
]
