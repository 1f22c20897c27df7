"""HTTP of communities of several organisations: the hosts' side, and the guests'."""

from typing import Annotated, Any

from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from parta.core.db import Tx
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.organisations.structure import guests, visiting
from parta.organisations.structure.shapes import (
    GroupMember,
    GuestAnswer,
    GuestCandidate,
    GuestOrganisation,
    GuestToInvite,
    PeopleToSend,
    VisitedCommunity,
)


@get("/organisations/{organisation_id:int}/groups/{group_id:int}/guests", tags=["structure"])
async def list_guests(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    group_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[GuestOrganisation]:
    """Organisations invited into a community, with how each answered."""
    return await guests.list_guests(tx, organisation_id, group_id, after=after, limit=limit, by=me.id)


@get("/organisations/{organisation_id:int}/groups/{group_id:int}/guest-candidates", tags=["structure"])
async def find_candidates(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    group_id: FromPath[int],
    q: Annotated[str, QueryParameter(max_length=100)] = "",
) -> Page[GuestCandidate]:
    """Organisations that can be invited, by words of their name or by their ИНН: three letters or more, at most twenty."""
    return Page(await guests.find_candidates(tx, organisation_id, group_id, q=q, by=me.id))


@post(
    "/organisations/{organisation_id:int}/groups/{group_id:int}/guests", status_code=201, tags=["structure"]
)
async def invite_guest(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    group_id: FromPath[int],
    data: JSONBody[GuestToInvite],
) -> GuestOrganisation:
    """Invite another organisation into a community."""
    return await guests.invite_guest(tx, organisation_id, group_id, data.organisation_id, by=me.id)


@delete(
    "/organisations/{organisation_id:int}/groups/{group_id:int}/guests/{guest_id:int}", tags=["structure"]
)
async def end_guest(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    group_id: FromPath[int],
    guest_id: FromPath[int],
) -> None:
    """Take an invitation back, or end a guest organisation's part."""
    await guests.end_guest(tx, organisation_id, group_id, guest_id, by=me.id)


@get("/organisations/{organisation_id:int}/communities", tags=["structure"])
async def list_communities(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[VisitedCommunity]:
    """Communities of other organisations that this one is invited to or takes part in."""
    return await visiting.list_communities(tx, organisation_id, after=after, limit=limit, by=me.id)


@get("/organisations/{organisation_id:int}/communities/{community_id:int}", tags=["structure"])
async def read_community(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    community_id: FromPath[int],
) -> VisitedCommunity:
    """One community of another organisation."""
    return await visiting.read_community(tx, organisation_id, community_id, by=me.id)


@post(
    "/organisations/{organisation_id:int}/communities/{community_id:int}/answer",
    status_code=204,
    tags=["structure"],
)
async def answer_invitation(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    community_id: FromPath[int],
    data: JSONBody[GuestAnswer],
) -> None:
    """Accept or decline an invitation into a community."""
    await visiting.answer_invitation(tx, organisation_id, community_id, accept=data.accept, by=me.id)


@delete("/organisations/{organisation_id:int}/communities/{community_id:int}", tags=["structure"])
async def leave_community(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    community_id: FromPath[int],
) -> None:
    """Leave a community as an organisation, with all its people at once."""
    await visiting.leave_community(tx, organisation_id, community_id, by=me.id)


@get("/organisations/{organisation_id:int}/communities/{community_id:int}/people", tags=["structure"])
async def list_own_people(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    community_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[GroupMember]:
    """Who takes part for this organisation."""
    return await visiting.list_own_people(
        tx, organisation_id, community_id, after=after, limit=limit, by=me.id
    )


@post(
    "/organisations/{organisation_id:int}/communities/{community_id:int}/people",
    status_code=204,
    tags=["structure"],
)
async def send_people(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    community_id: FromPath[int],
    data: JSONBody[PeopleToSend],
) -> None:
    """Let staff of this organisation take part, several at once."""
    await visiting.send_people(tx, organisation_id, community_id, data, by=me.id)


@delete(
    "/organisations/{organisation_id:int}/communities/{community_id:int}/people/{person_id:int}",
    tags=["structure"],
)
async def call_back(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    community_id: FromPath[int],
    person_id: FromPath[int],
) -> None:
    """End the part of one of this organisation's people."""
    await visiting.call_back(tx, organisation_id, community_id, person_id, by=me.id)


handlers: list[Any] = [
    list_guests,
    find_candidates,
    invite_guest,
    end_guest,
    list_communities,
    read_community,
    answer_invitation,
    leave_community,
    list_own_people,
    send_people,
    call_back,
]
