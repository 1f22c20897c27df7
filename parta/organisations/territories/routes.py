"""HTTP of territories: picking one, looking after one, building the tree."""

from typing import Annotated, Any

from litestar import Request, delete, get, patch, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import Struct

from parta.core.db import Tx
from parta.core.http.language import language_of
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.organisations.territories import building, listing, staff, tree
from parta.organisations.territories.building import NewTerritory, OneOf, TerritoryChanges
from parta.organisations.territories.listing import ListOutcome, TerritoryList
from parta.organisations.territories.staff import NewStaff
from parta.organisations.territories.tree import MyPart, OrganisationBelow, Territory, TerritoryBrief


class Place(Struct, frozen=True):
    """Into which territory an organisation goes; None takes it out."""

    territory_id: OneOf | None


@get("/territories", tags=["territories"])
async def list_territories(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    parent_id: Annotated[int | None, QueryParameter(ge=1, le=2**62)] = None,
    after: FromQuery[str | None] = None,
    limit: Limit = 100,
) -> Page[TerritoryBrief]:
    """Territories right below one, by name; without `parent_id` those on top."""
    return await tree.list_territories(tx, parent_id, after=after, limit=limit)


@get("/me/territories", tags=["territories"])
async def read_my_part(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> MyPart:
    """What I look after."""
    return await tree.read_part(tx, of=me.id)


@get("/territories/{territory_id:int}", tags=["territories"])
async def read_territory(
    tx: NamedDependency[Tx], me: NamedDependency[Person], territory_id: FromPath[int]
) -> Territory:
    """One territory with its numbers and staff, for those who look after it."""
    return await tree.find_territory(tx, territory_id, to=me.id)


@get("/territories/{territory_id:int}/organisations", tags=["territories"])
async def list_organisations(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    territory_id: FromPath[int],
    q: Annotated[str, QueryParameter(max_length=200)] = "",
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[OrganisationBelow]:
    """Organisations anywhere below a territory, by name."""
    return await tree.list_organisations(tx, territory_id, q=q, after=after, limit=limit, to=me.id)


@post("/territories", tags=["territories"])
async def create_territory(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[NewTerritory]
) -> Territory:
    """Make a territory; only operators do."""
    made = await building.create_territory(tx, data, by=me.id)
    return await tree.find_territory(tx, made, to=me.id)


@post("/territories/list", status_code=200, tags=["territories"])
async def load_list(
    request: Request[Any, Any, Any],
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    data: JSONBody[TerritoryList],
) -> ListOutcome:
    """Look at a list of regions and municipalities, or bring it in."""
    return await listing.load_list(tx, data, language=language_of(request.scope), by=me.id)


@patch("/territories/{territory_id:int}", tags=["territories"])
async def change_territory(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    territory_id: FromPath[int],
    data: JSONBody[TerritoryChanges],
) -> Territory:
    """Rename a territory, or move it with all below it."""
    await building.change_territory(tx, territory_id, data, by=me.id)
    return await tree.find_territory(tx, territory_id, to=me.id)


@delete("/territories/{territory_id:int}", tags=["territories"])
async def remove_territory(
    tx: NamedDependency[Tx], me: NamedDependency[Person], territory_id: FromPath[int]
) -> None:
    """Take an empty territory away."""
    await building.remove_territory(tx, territory_id, by=me.id)


@post("/territories/{territory_id:int}/staff", status_code=204, tags=["territories"])
async def appoint(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    territory_id: FromPath[int],
    data: JSONBody[NewStaff],
) -> None:
    """Let somebody look after a territory."""
    await staff.appoint(tx, territory_id, data, by=me.id)


@delete("/territories/{territory_id:int}/staff/{person_id:int}", tags=["territories"])
async def dismiss(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    territory_id: FromPath[int],
    person_id: FromPath[int],
) -> None:
    """Let somebody look after a territory no longer."""
    await staff.dismiss(tx, territory_id, person_id, by=me.id)


@put("/organisations/{organisation_id:int}/territory", status_code=204, tags=["territories"])
async def place_organisation(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[Place],
) -> None:
    """Put an organisation into a territory."""
    await building.place_organisation(tx, organisation_id, data.territory_id, by=me.id)


handlers: list[Any] = [
    list_territories,
    read_my_part,
    read_territory,
    list_organisations,
    create_territory,
    load_list,
    change_territory,
    remove_territory,
    appoint,
    dismiss,
    place_organisation,
]
