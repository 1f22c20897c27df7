"""HTTP of organisations and of the people in them."""

from typing import Annotated, Any, Literal

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from parta.core.db import Tx
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.organisations import organisations, roster_routes
from parta.organisations.ending import routes as routes_of_ending
from parta.organisations.families import routes as families_routes
from parta.organisations.invites import routes as invites_routes
from parta.organisations.invites import routes_coming
from parta.organisations.organisations import Organisation, OrganisationBrief, PersonHere
from parta.organisations.school_year import routes as routes_school_year
from parta.organisations.structure import routes_administrators, routes_communities, routes_groups
from parta.organisations.support import routes as support_routes
from parta.organisations.territories import routes as routes_of_territories
from parta.organisations.territories import routes_guides
from parta.organisations.workbook import routes as routes_of_workbooks


@get("/organisations", tags=["organisations"])
async def list_organisations(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[OrganisationBrief]:
    """My organisations by name; an operator's are all of them."""
    return await organisations.list_organisations(tx, to=me.id, after=after, limit=limit)


@get("/organisations/{organisation_id:int}", tags=["organisations"])
async def read_organisation(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> Organisation:
    """One organisation with its numbers and classes."""
    return await organisations.find_organisation(tx, organisation_id, to=me.id)


@get("/organisations/{organisation_id:int}/people", tags=["organisations"])
async def list_people(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    role: FromQuery[Literal["pupil", "parent", "teacher", "administrator"] | None] = None,
    class_id: FromQuery[int | None] = None,
    q: Annotated[str, QueryParameter(max_length=200)] = "",
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[PersonHere]:
    """The people of an organisation by surname, for its administrators."""
    return await organisations.list_people(
        tx, organisation_id, role=role, class_id=class_id, q=q, after=after, limit=limit, by=me.id
    )


handlers: list[Any] = [
    list_organisations,
    read_organisation,
    list_people,
    *roster_routes.handlers,
    *routes_of_workbooks.handlers,
    *invites_routes.handlers,
    *routes_coming.handlers,
    *routes_of_territories.handlers,
    *routes_guides.handlers,
    *routes_of_ending.handlers,
    *routes_administrators.handlers,
    *routes_groups.handlers,
    *routes_communities.handlers,
    *routes_school_year.handlers,
    *families_routes.handlers,
    *support_routes.handlers,
]
