"""HTTP of coming by an invite, of families, and of roles put right."""

from typing import Annotated, Any

import msgspec
from litestar import Response, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from parta.core.config import Configuration
from parta.core.db import Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.core.http.paging import Page
from parta.identity.access import Person
from parta.identity.cookies import AnyRequest, address_of, device_of, session_cookie
from parta.identity.sessions import start_session
from parta.identity.settings import IdentitySettings
from parta.organisations.invites import coming, families, making, mending
from parta.organisations.invites.families import FamilyHere
from parta.organisations.invites.mending import RoleChange, RoleHeld
from parta.organisations.invites.routes import host_of
from parta.organisations.invites.shapes import CodeTyped, Entry, MadeInvite, NewParentInvite, SchoolJoining

# Even the digest of a request that holds a code says too much; coming twice is coming once.
keep_no_trace_of(r"/api/school-joining(/look)?")
keep_no_trace_of(r"/api/children/\d+/invites")


class Ending(msgspec.Struct, frozen=True):
    """Why a guardianship ends; for the audit log."""

    reason: Annotated[str, Meta(min_length=1, max_length=300)]


@post("/school-joining/look", status_code=200, tags=["invites"])
async def look_at_invite(
    request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[CodeTyped]
) -> SchoolJoining:
    """Show who invites me, where and as whom."""
    return await coming.look_at_invite(tx, data.code, address_of(request), by=me.id)


@post("/school-joining", status_code=200, tags=["invites"])
async def come_in(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    data: JSONBody[Entry],
) -> Response[SchoolJoining]:
    """Come by an invite. Whoever receives a profile that the school expected goes on in it, with a new cookie."""
    arrival = await coming.come_in(tx, data.code, data.relation, address_of(request), by=me.id)
    answer = Response(arrival.joining, headers={"Cache-Control": "no-store"})
    if arrival.received_id is not None:
        lifetime = tx.configuration.get(IdentitySettings).session_lifetime
        opened = await start_session(tx, arrival.received_id, device=device_of(request), lifetime=lifetime)
        answer.set_cookie(session_cookie(request, tx.configuration, opened.token, lifetime))
    return answer


@get("/children/{child_id:int}/family", tags=["families"])
async def read_family(
    tx: NamedDependency[Tx], me: NamedDependency[Person], child_id: FromPath[int]
) -> FamilyHere:
    """A child's guardians and the invites that wait for one."""
    return await families.read_family(tx, child_id, by=me.id)


@post("/children/{child_id:int}/invites", status_code=201, tags=["families"])
async def make_parent_invite(
    request: AnyRequest,
    configuration: NamedDependency[Configuration],
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    child_id: FromPath[int],
    data: JSONBody[NewParentInvite],
) -> MadeInvite:
    """«Пригласить родителя»; the code is in this answer and nowhere else."""
    return await making.make_parent_invite(tx, child_id, data, host_of(request, configuration), by=me.id)


@delete("/children/{child_id:int}/invites/{invite_id:int}", tags=["families"])
async def revoke_parent_invite(
    tx: NamedDependency[Tx], me: NamedDependency[Person], child_id: FromPath[int], invite_id: FromPath[int]
) -> None:
    """Revoke an invite for a parent."""
    await making.revoke_parent_invite(tx, child_id, invite_id, by=me.id)


@post("/children/{child_id:int}/guardians/{guardian_id:int}/end", status_code=204, tags=["families"])
async def end_guardianship(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    child_id: FromPath[int],
    guardian_id: FromPath[int],
    data: JSONBody[Ending],
) -> None:
    """End a guardianship by the school."""
    await families.end_guardianship(tx, child_id, guardian_id, data.reason, by=me.id)


@get("/organisations/{organisation_id:int}/people/{person_id:int}/roles", tags=["roles"])
async def list_roles(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
) -> Page[RoleHeld]:
    """What somebody is in an organisation that I administer."""
    return Page(await mending.list_roles(tx, organisation_id, person_id, by=me.id))


@put("/organisations/{organisation_id:int}/people/{person_id:int}/role", status_code=204, tags=["roles"])
async def change_role(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
    data: JSONBody[RoleChange],
) -> None:
    """Put a wrong role right."""
    await mending.change_role(tx, organisation_id, person_id, data, by=me.id)


@put(
    "/organisations/{organisation_id:int}/people/{person_id:int}/confirmation",
    status_code=204,
    tags=["roles"],
)
async def confirm_teacher(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
) -> None:
    """Confirm a teacher."""
    await mending.confirm_teacher(tx, organisation_id, person_id, by=me.id)


@delete("/organisations/{organisation_id:int}/people/{person_id:int}/confirmation", tags=["roles"])
async def withdraw_confirmation(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
) -> None:
    """Withdraw a teacher's confirmation."""
    await mending.withdraw_confirmation(tx, organisation_id, person_id, by=me.id)


handlers: list[Any] = [
    look_at_invite,
    come_in,
    read_family,
    make_parent_invite,
    revoke_parent_invite,
    end_guardianship,
    list_roles,
    change_role,
    confirm_teacher,
    withdraw_confirmation,
]
