"""Who is in a class or group: put in and out by hand, several at once; who leads it; class teachers."""

from collections.abc import Collection, Sequence

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.organisations.events import RolesChanged, RosterApplied
from parta.organisations.invites.junior_grades import require_grade
from parta.organisations.structure import queries_members as queries
from parta.organisations.structure.groups import GroupRow, audit_group, find_group, find_group_locked
from parta.organisations.structure.shapes import GroupMember, PlaceRole, PlacesToGive


class MemberRow(msgspec.Struct, frozen=True):
    """Somebody in a group as stored, with the key of the list."""

    id: int
    family_name: str
    given_name: str
    patronymic: str
    claimed: bool
    role: PlaceRole
    class_teacher: bool
    of_roster: bool
    confirmed_teacher: bool
    guest_of: str | None
    search_name: str
    rank: int


class _Elsewhere(msgspec.Struct, frozen=True):
    class_id: int
    person_id: int
    of_roster: bool


class Place(msgspec.Struct, frozen=True):
    """A place in a group that has not ended."""

    role: PlaceRole
    class_teacher: bool
    of_roster: bool
    guest_of: int | None


class _Orphaned(msgspec.Struct, frozen=True):
    organisation_id: int
    class_id: int


async def list_members(
    tx: Tx, organisation_id: int, group_id: int, *, after: str | None, limit: int, by: int
) -> Page[GroupMember]:
    """Who is in a group: those who lead it first, then by surname."""
    await find_group(tx, organisation_id, group_id, by=by)
    key = decode_key(after, tuple[int, str, int]) if after else (-1, "", 0)
    rows = await tx.rows(queries.MEMBERS, group_id, *key, limit + 1, into=MemberRow)
    last = rows[limit - 1] if len(rows) > limit else None
    more = encode_key(last.rank, last.search_name, last.id) if last else None
    return Page([msgspec.convert(row, GroupMember, from_attributes=True) for row in rows[:limit]], more)


async def put_in(tx: Tx, organisation_id: int, group_id: int, new: PlacesToGive, *, by: int) -> None:
    """Put people of the organisation into a group; who is in it already stays as they are.

    404 when one of them is not of the organisation in such a role; 409 `in_other_class` for pupils of another class
    without `transfer`, `place_from_roster` when that place is the journal's; 409 `junior_grades_off`.
    """
    group = await find_group_locked(tx, organisation_id, group_id, by=by)
    require_role(group, new.role)
    people = sorted(set(new.person_ids))
    if set(await tx.values(queries.FITTING, organisation_id, people, new.role)) != set(people):
        raise NotFound
    if group.kind == "homeroom" and new.role == "pupil":
        await require_grade(tx, organisation_id, group.grade)
        await _leave_other_classes(tx, group, people, transfer=new.transfer, by=by)
    await enrol(tx, group, people, new.role, guest_of=None, by=by)


async def enrol(
    tx: Tx, group: GroupRow, people: Sequence[int], role: PlaceRole, *, guest_of: int | None, by: int
) -> None:
    """Give places to people for whom the caller has opened the door; in a community one is leader or member."""
    if group.kind == "community":
        other = "member" if role == "teacher" else "teacher"
        await tx.values(queries.END_PLACE, group.id, list(people), other, now())
    come = await tx.values(queries.ENROL, group.id, list(people), role, guest_of)
    for person_id in come:
        await _audit(tx, "place_given", group, person_id, role, for_id=guest_of, by=by)
    if come:
        await follow(tx, group.organisation_id, [group.id], come)


async def give_leaders(
    tx: Tx, organisation_id: int, group_id: int, leader_ids: Sequence[int], *, by: int
) -> None:
    """Let these lead a group that was just made; of a class the first becomes the class teacher."""
    if not leader_ids:
        return
    await put_in(
        tx, organisation_id, group_id, PlacesToGive(person_ids=list(leader_ids), role="teacher"), by=by
    )
    group = await find_group(tx, organisation_id, group_id, by=by)
    if group.kind == "homeroom":
        await appoint_class_teacher(tx, organisation_id, group_id, leader_ids[0], by=by)


async def take_out(
    tx: Tx, organisation_id: int, group_id: int, person_id: int, role: PlaceRole, *, by: int
) -> None:
    """End somebody's place; they hear the chat no more. 409 `place_from_roster`: the journal would give it back."""
    group = await find_group_locked(tx, organisation_id, group_id, by=by)
    place = await tx.row(queries.PLACE, group_id, person_id, role, into=Place)
    if place is None:
        raise NotFound
    if place.of_roster:
        raise Conflict("place_from_roster")
    await end_place(tx, group, person_id, role, by=by)


async def end_place(
    tx: Tx, group: GroupRow, person_id: int, role: PlaceRole, *, guest_of: int | None = None, by: int
) -> None:
    """End a place for which the caller has opened the door."""
    await tx.values(queries.END_PLACE, group.id, [person_id], role, now())
    await _audit(tx, "place_ended", group, person_id, role, for_id=guest_of, by=by)
    await follow(tx, group.organisation_id, [group.id], [person_id])


async def appoint_class_teacher(
    tx: Tx, organisation_id: int, group_id: int, person_id: int | None, *, by: int
) -> None:
    """Name the class teacher, or that there is none; who was it stays as a teacher of the class."""
    group = await find_group_locked(tx, organisation_id, group_id, by=by)
    if group.kind != "homeroom":
        raise Invalid("place_role_wrong", field="person_id")
    if person_id is not None and not await tx.values(
        queries.FITTING, organisation_id, [person_id], "teacher"
    ):
        raise NotFound
    relieved = await tx.values(queries.RELIEVE_CLASS_TEACHERS, group_id, person_id)
    named = [] if person_id is None else await tx.values(queries.APPOINT_CLASS_TEACHER, group_id, person_id)
    if not relieved and not named:
        return
    details = {"class_teacher": person_id, "before": relieved}
    await audit_group(tx, "class_teacher_named", organisation_id, group_id, details, by=by)
    await follow(tx, organisation_id, [group_id], [*relieved, *named])


async def end_orphaned_places(tx: Tx, people: Collection[int]) -> None:
    """End the places by hand of those who are no longer what these rest on; chats follow."""
    rows = await tx.rows(queries.END_ORPHANED_PLACES, list(people), now(), into=_Orphaned)
    if rows:
        tx.emit(
            RosterApplied(
                organisation_ids=sorted({row.organisation_id for row in rows}),
                class_ids=sorted({row.class_id for row in rows}),
            )
        )


async def follow(tx: Tx, organisation_id: int, class_ids: Sequence[int], people: Collection[int]) -> None:
    """Let chats follow, and tell these people and the guardians of those who are children."""
    tx.emit(RosterApplied(organisation_ids=[organisation_id], class_ids=list(class_ids)))
    guardians = await tx.values(queries.GUARDIANS, list(people))
    for person_id in sorted({*people, *guardians}):
        tx.emit(RolesChanged(person_id=person_id))


def require_role(group: GroupRow, role: PlaceRole) -> None:
    """422 `place_role_wrong`: pupils are in no community, and only a community has members beside its leaders."""
    if (role == "member") is not (group.kind == "community") and role != "teacher":
        raise Invalid("place_role_wrong", field="role")


async def _leave_other_classes(
    tx: Tx, group: GroupRow, people: list[int], *, transfer: bool, by: int
) -> None:
    places = await tx.rows(queries.OTHER_HOMEROOMS, group.organisation_id, group.id, people, into=_Elsewhere)
    if not places:
        return
    if any(place.of_roster for place in places):
        raise Conflict("place_from_roster")
    if not transfer:
        raise Conflict("in_other_class", person_ids=sorted({place.person_id for place in places}))
    for place in places:
        await tx.values(queries.END_PLACE, place.class_id, [place.person_id], "pupil", now())
        left = msgspec.structs.replace(group, id=place.class_id)
        await _audit(tx, "place_ended", left, place.person_id, "pupil", by=by)
    await follow(tx, group.organisation_id, sorted({place.class_id for place in places}), people)


async def _audit(
    tx: Tx,
    action: str,
    group: GroupRow,
    person_id: int,
    role: PlaceRole,
    *,
    for_id: int | None = None,
    by: int,
) -> None:
    """Write it down in the journal of the organisation whose administrator did it."""
    await tx.audit(
        action,
        actor_id=by,
        subject=f"person:{person_id}",
        organisation_id=for_id or group.organisation_id,
        details={"class_id": group.id, "role": role},
    )
