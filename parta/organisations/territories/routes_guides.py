"""HTTP of what regions tell their teachers: read by anybody, written by those who look after a region."""

from typing import Annotated, Any

from litestar import Response, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from parta.core.db import Tx
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.organisations.territories import guides
from parta.organisations.territories.guides import Guide, GuidedRegion, NewGuide

# The same for everybody; a correction is seen a minute later.
PUBLIC = {"Cache-Control": "public, max-age=60"}


@get("/regions", tags=["territories"])
async def list_regions(
    tx: NamedDependency[Tx],
    q: Annotated[str, QueryParameter(max_length=200)] = "",
    after: FromQuery[str | None] = None,
    limit: Limit = 100,
) -> Response[Page[GuidedRegion]]:
    """Regions that tell their teachers how to come in."""
    return Response(await guides.list_regions(tx, q=q, after=after, limit=limit), headers=PUBLIC)


@get("/regions/{territory_id:int}", tags=["territories"])
async def read_guide(tx: NamedDependency[Tx], territory_id: FromPath[int]) -> Response[Guide]:
    """What a region tells its teachers."""
    return Response(await guides.read_guide(tx, territory_id), headers=PUBLIC)


@get("/territories/{territory_id:int}/guide", tags=["territories"])
async def read_own_guide(
    tx: NamedDependency[Tx], me: NamedDependency[Person], territory_id: FromPath[int]
) -> Guide:
    """What a region that I look after tells."""
    return await guides.read_own_guide(tx, territory_id, by=me.id)


@put("/territories/{territory_id:int}/guide", tags=["territories"])
async def publish_guide(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    territory_id: FromPath[int],
    data: JSONBody[NewGuide],
) -> Guide:
    """Tell this from now on, or nothing."""
    await guides.publish_guide(tx, territory_id, data, by=me.id)
    return await guides.read_own_guide(tx, territory_id, by=me.id)


handlers: list[Any] = [list_regions, read_guide, read_own_guide, publish_guide]
