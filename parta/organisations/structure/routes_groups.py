"""HTTP of classes and groups and of who is in them."""

from typing import Annotated, Any

from litestar import delete, get, patch, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from parta.core.db import Tx
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.organisations.structure import groups, members
from parta.organisations.structure.groups import GroupsOfKind
from parta.organisations.structure.shapes import (
    Group,
    GroupChange,
    GroupMember,
    GroupToMake,
    Kind,
    NewClassTeacher,
    PlaceRole,
    PlacesToGive,
)


@get("/organisations/{organisation_id:int}/groups", tags=["structure"])
async def list_groups(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    kind: FromQuery[Kind | None] = None,
    q: Annotated[str, QueryParameter(max_length=100)] = "",
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[Group]:
    """Classes and groups by kind, grade and title, for who administers people."""
    return await groups.list_groups(tx, organisation_id, kind=kind, q=q, after=after, limit=limit, by=me.id)


@get("/organisations/{organisation_id:int}/group-counts", tags=["structure"])
async def count_groups(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> Page[GroupsOfKind]:
    """How many classes and groups of each kind there are."""
    return Page(await groups.count_groups(tx, organisation_id, by=me.id))


@post("/organisations/{organisation_id:int}/groups", status_code=201, tags=["structure"])
async def make_group(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[GroupToMake],
) -> Group:
    """Make a class, club, section, interest group, study group or community."""
    group_id = await groups.make_group(tx, organisation_id, data, by=me.id)
    await members.give_leaders(tx, organisation_id, group_id, data.leader_ids, by=me.id)
    return await groups.read_group(tx, organisation_id, group_id, by=me.id)


@get("/organisations/{organisation_id:int}/groups/{group_id:int}", tags=["structure"])
async def read_group(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    group_id: FromPath[int],
) -> Group:
    """One class or group."""
    return await groups.read_group(tx, organisation_id, group_id, by=me.id)


@patch("/organisations/{organisation_id:int}/groups/{group_id:int}", tags=["structure"])
async def change_group(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    group_id: FromPath[int],
    data: JSONBody[GroupChange],
) -> Group:
    """Rename a class or group; its chat follows."""
    return await groups.change_group(tx, organisation_id, group_id, data, by=me.id)


@delete("/organisations/{organisation_id:int}/groups/{group_id:int}", tags=["structure"])
async def close_group(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    group_id: FromPath[int],
) -> None:
    """End a class or group; its chat stays to be read."""
    await groups.close_group(tx, organisation_id, group_id, by=me.id)


@get("/organisations/{organisation_id:int}/groups/{group_id:int}/members", tags=["structure"])
async def list_members(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    group_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[GroupMember]:
    """Who is in a class or group."""
    return await members.list_members(tx, organisation_id, group_id, after=after, limit=limit, by=me.id)


@post(
    "/organisations/{organisation_id:int}/groups/{group_id:int}/members", status_code=204, tags=["structure"]
)
async def put_in(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    group_id: FromPath[int],
    data: JSONBody[PlacesToGive],
) -> None:
    """Put people into a class or group, several at once."""
    await members.put_in(tx, organisation_id, group_id, data, by=me.id)


@delete(
    "/organisations/{organisation_id:int}/groups/{group_id:int}/members/{person_id:int}", tags=["structure"]
)
async def take_out(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    group_id: FromPath[int],
    person_id: FromPath[int],
    role: FromQuery[PlaceRole],
) -> None:
    """Take somebody out of a class or group."""
    await members.take_out(tx, organisation_id, group_id, person_id, role, by=me.id)


@put(
    "/organisations/{organisation_id:int}/groups/{group_id:int}/class-teacher",
    status_code=204,
    tags=["structure"],
)
async def appoint_class_teacher(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    group_id: FromPath[int],
    data: JSONBody[NewClassTeacher],
) -> None:
    """Name the class teacher, or that there is none."""
    await members.appoint_class_teacher(tx, organisation_id, group_id, data.person_id, by=me.id)


handlers: list[Any] = [
    list_groups,
    count_groups,
    make_group,
    read_group,
    change_group,
    close_group,
    list_members,
    put_in,
    take_out,
    appoint_class_teacher,
]
