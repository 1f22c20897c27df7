"""HTTP of invites: making, listing and revoking them, the sheet of a class, and who waits."""

from typing import Any

from litestar import Request, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from parta.core.config import Configuration, CoreSettings
from parta.core.db import Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.organisations.invites import deciding, junior_grades, listing, making, sheets
from parta.organisations.invites.junior_grades import JoiningPolicy
from parta.organisations.invites.listing import PlacesToInvite
from parta.organisations.invites.shapes import (
    Comer,
    Invite,
    InviteState,
    JoiningApproval,
    JoiningRefusal,
    MadeInvite,
    NewInvite,
    WaitingNewcomer,
)
from parta.organisations.invites.sheets import PupilHere, Sheet, SheetOrder

AnyRequest = Request[Any, Any, Any]

# An answer kept for repeating would hold codes that are otherwise stored nowhere.
# A request repeated all the same makes one more invite, which the list shows.
keep_no_trace_of(r"/api/organisations/\d+/invites")
keep_no_trace_of(r"/api/organisations/\d+/classes/\d+/invite-sheet")


def host_of(request: AnyRequest, configuration: Configuration) -> str:
    """The address that links and QR codes begin with."""
    return configuration.get(CoreSettings).public_url or str(request.base_url)


@get("/organisations/{organisation_id:int}/invite-places", tags=["invites"])
async def read_places(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> PlacesToInvite:
    """Where I may invite."""
    return await listing.read_places(tx, organisation_id, by=me.id)


@post("/organisations/{organisation_id:int}/invites", status_code=201, tags=["invites"])
async def make_invite(
    request: AnyRequest,
    configuration: NamedDependency[Configuration],
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[NewInvite],
) -> MadeInvite:
    """Make an invite; its code is in this answer and nowhere else."""
    return await making.make_invite(tx, organisation_id, data, host_of(request, configuration), by=me.id)


@get("/organisations/{organisation_id:int}/invites", tags=["invites"])
async def list_invites(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    invite_state: FromQuery[InviteState | None] = None,
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[Invite]:
    """Invites of an organisation, the newest first."""
    return await listing.list_invites(
        tx, organisation_id, state=invite_state, after=after, limit=limit, by=me.id
    )


@delete("/organisations/{organisation_id:int}/invites/{invite_id:int}", tags=["invites"])
async def revoke_invite(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    invite_id: FromPath[int],
) -> None:
    """Let an invite let nobody in any more."""
    await making.revoke_invite(tx, organisation_id, invite_id, by=me.id)


@get("/organisations/{organisation_id:int}/invites/{invite_id:int}/joinings", tags=["invites"])
async def list_comers(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    invite_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[Comer]:
    """Who came by an invite."""
    return await listing.list_comers(tx, organisation_id, invite_id, after=after, limit=limit, by=me.id)


@get("/organisations/{organisation_id:int}/classes/{class_id:int}/pupils", tags=["invites"])
async def list_pupils(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    class_id: FromPath[int],
) -> Page[PupilHere]:
    """The pupils of a class whose parents I may invite."""
    return Page(await sheets.list_pupils(tx, organisation_id, class_id, by=me.id))


@post(
    "/organisations/{organisation_id:int}/classes/{class_id:int}/invite-sheet",
    status_code=201,
    tags=["invites"],
)
async def make_sheet(
    *,
    request: AnyRequest,
    configuration: NamedDependency[Configuration],
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    class_id: FromPath[int],
    data: JSONBody[SheetOrder],
) -> Sheet:
    """Make the invites of a class for printing; their codes are in this answer and nowhere else."""
    host = host_of(request, configuration)
    return await sheets.make_sheet(tx, organisation_id, class_id, data, host, by=me.id)


@get("/organisations/{organisation_id:int}/joinings", tags=["invites"])
async def list_waiting(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[WaitingNewcomer]:
    """«Ждут одобрения»: who came by an invite and waits for a yes."""
    return await deciding.list_waiting(tx, organisation_id, after=after, limit=limit, by=me.id)


@post(
    "/organisations/{organisation_id:int}/joinings/{joining_id:int}/approval",
    status_code=204,
    tags=["invites"],
)
async def approve(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    joining_id: FromPath[int],
    data: JSONBody[JoiningApproval],
) -> None:
    """Let somebody in who waits."""
    await deciding.approve(tx, organisation_id, joining_id, data, by=me.id)


@post(
    "/organisations/{organisation_id:int}/joinings/{joining_id:int}/refusal",
    status_code=204,
    tags=["invites"],
)
async def decline(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    joining_id: FromPath[int],
    data: JSONBody[JoiningRefusal],
) -> None:
    """Turn somebody away who waits."""
    await deciding.decline(tx, organisation_id, joining_id, data.reason, by=me.id)


@get("/organisations/{organisation_id:int}/joining-policy", tags=["invites"])
async def read_policy(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> JoiningPolicy:
    """Whether pupils of grades 1 to 4 come."""
    return await junior_grades.read_policy(tx, organisation_id, by=me.id)


@put("/organisations/{organisation_id:int}/joining-policy", tags=["invites"])
async def change_policy(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[JoiningPolicy],
) -> JoiningPolicy:
    """Switch grades 1 to 4 on or off."""
    await junior_grades.change_policy(tx, organisation_id, data, by=me.id)
    return data


handlers: list[Any] = [
    read_places,
    make_invite,
    list_invites,
    revoke_invite,
    list_comers,
    list_pupils,
    make_sheet,
    list_waiting,
    approve,
    decline,
    read_policy,
    change_policy,
]
