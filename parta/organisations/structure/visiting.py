"""Communities of other organisations: invitations answered, one's own people sent and called back, leaving.

A guest's administrators know of a community its title, whose it is, and their own people in it; no more.
"""

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.organisations.access import require_administrator
from parta.organisations.structure import queries_groups, queries_guests, queries_members
from parta.organisations.structure.groups import GroupRow
from parta.organisations.structure.members import MemberRow, Place, end_place, enrol
from parta.organisations.structure.parting import Part, audit_part, end_part
from parta.organisations.structure.shapes import GroupMember, PeopleToSend, VisitedCommunity

MOST_PEOPLE = 100
_NEWEST = 2**62


async def list_communities(
    tx: Tx, organisation_id: int, *, after: str | None, limit: int, by: int
) -> Page[VisitedCommunity]:
    """Communities an organisation is invited to or takes part in, the latest first."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    before = decode_key(after, tuple[int])[0] if after else _NEWEST
    rows = await tx.rows(queries_guests.PARTS, organisation_id, before, limit + 1, into=Part)
    more = encode_key(rows[limit - 1].place) if len(rows) > limit else None
    return Page([_shown(row) for row in rows[:limit]], more)


async def read_community(tx: Tx, organisation_id: int, class_id: int, *, by: int) -> VisitedCommunity:
    """One of them."""
    return _shown(await _find_part(tx, organisation_id, class_id, by=by))


async def answer_invitation(tx: Tx, organisation_id: int, class_id: int, *, accept: bool, by: int) -> None:
    """Say yes or no; 409 `community_answered` when that was said already."""
    part = await _find_part_locked(tx, organisation_id, class_id, by=by)
    if part.state != "waiting":
        raise Conflict("community_answered")
    state = "accepted" if accept else "declined"
    await tx.run(queries_guests.DECIDE, class_id, organisation_id, state, by, now())
    await audit_part(tx, f"community_guest_{state}", part, by=by)


async def leave_community(tx: Tx, organisation_id: int, class_id: int, *, by: int) -> None:
    """Leave with everybody at once; an invitation that waits is declined by its answer, not by leaving."""
    part = _accepted(await _find_part_locked(tx, organisation_id, class_id, by=by))
    await end_part(tx, part, "community_guest_left", by=by)


async def list_own_people(
    tx: Tx, organisation_id: int, class_id: int, *, after: str | None, limit: int, by: int
) -> Page[GroupMember]:
    """Who takes part for this organisation, by surname."""
    await _find_part(tx, organisation_id, class_id, by=by)
    key = decode_key(after, tuple[str, int]) if after else ("", 0)
    rows = await tx.rows(
        queries_guests.OWN_PEOPLE, class_id, organisation_id, *key, limit + 1, into=MemberRow
    )
    more = encode_key(rows[limit - 1].search_name, rows[limit - 1].id) if len(rows) > limit else None
    return Page([msgspec.convert(row, GroupMember, from_attributes=True) for row in rows[:limit]], more)


async def send_people(tx: Tx, organisation_id: int, class_id: int, new: PeopleToSend, *, by: int) -> None:
    """Let staff of this organisation take part; who is in the community already stays as they are.

    404 when one of them does not work here; 409 `community_not_accepted`, `guest_people_full`.
    """
    await _find_part(tx, organisation_id, class_id, by=by)
    people = sorted(set(new.person_ids))
    # Roles are held before the part is, as an organisation that ends takes them.
    fitting = set(await tx.values(queries_members.FITTING, organisation_id, people, "member"))
    part = _accepted(await _find_part_locked(tx, organisation_id, class_id, by=by))
    if fitting != set(people):
        raise NotFound
    there = set(await tx.values(queries_guests.IN_ALREADY, class_id, people))
    coming = [one for one in people if one not in there]
    if await tx.value(queries_guests.COUNT_OWN_PEOPLE, class_id, organisation_id) + len(coming) > MOST_PEOPLE:
        raise Conflict("guest_people_full")
    await enrol(tx, await _group_of(tx, part), coming, "member", guest_of=organisation_id, by=by)


async def call_back(tx: Tx, organisation_id: int, class_id: int, person_id: int, *, by: int) -> None:
    """End the part of one of one's own people; 404 for everybody else in the community."""
    part = await _find_part_locked(tx, organisation_id, class_id, by=by)
    place = await tx.row(queries_members.PLACE, class_id, person_id, "member", into=Place)
    if place is None or place.guest_of != organisation_id:
        raise NotFound
    await end_place(tx, await _group_of(tx, part), person_id, "member", guest_of=organisation_id, by=by)


async def _find_part(tx: Tx, organisation_id: int, class_id: int, *, by: int) -> Part:
    """The door to a community for the guests' administrators, asked in or in it; 404 for all others."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    part = await tx.row(queries_guests.PART, organisation_id, class_id, into=Part)
    if part is None:
        raise NotFound
    return part


async def _find_part_locked(tx: Tx, organisation_id: int, class_id: int, *, by: int) -> Part:
    """The same, with the structure of the community's own organisation held still: its hands move there, too."""
    part = await _find_part(tx, organisation_id, class_id, by=by)
    await tx.value(queries_groups.LOCK_STRUCTURE, part.host_id)
    part_now = await tx.row(queries_guests.PART_LOCKED, organisation_id, class_id, into=Part)
    if part_now is None:
        raise NotFound
    return part_now


async def _group_of(tx: Tx, part: Part) -> GroupRow:
    group = await tx.row(queries_groups.GROUP, part.class_id, part.host_id, into=GroupRow)
    if group is None:
        raise NotFound
    return group


def _accepted(part: Part) -> Part:
    if part.state != "accepted":
        raise Conflict("community_not_accepted")
    return part


def _shown(part: Part) -> VisitedCommunity:
    return VisitedCommunity(
        part.class_id,
        part.title,
        part.host_name,
        part.host_short_name,
        part.state,
        part.invited_at,
        part.people,
    )
