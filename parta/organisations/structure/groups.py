"""Classes, study groups, clubs, sections, interest groups and communities: listed, made, renamed and closed by hand."""

from collections.abc import Mapping

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.organisations.access import require_administrator
from parta.organisations.events import RolesChanged, RosterApplied
from parta.organisations.invites.naming import one_line
from parta.organisations.structure import queries_groups as queries
from parta.organisations.structure.shapes import Group, GroupChange, GroupToMake, Kind, Leader


class GroupRow(msgspec.Struct, frozen=True):
    """A class or group as it is stored."""

    id: int
    organisation_id: int
    kind: Kind
    title: str
    grade: str
    subject: str
    of_roster: bool


class _ListedRow(msgspec.Struct, frozen=True):
    id: int
    kind: Kind
    title: str
    grade: str
    subject: str
    of_roster: bool
    sort_kind: int
    sort_grade: int
    pupils: int
    adults: int


class _LeaderRow(Leader, frozen=True):
    class_id: int


class GroupsOfKind(msgspec.Struct, frozen=True):
    """How many groups of a kind there are."""

    kind: Kind
    groups: int


async def list_groups(
    tx: Tx, organisation_id: int, *, kind: Kind | None, q: str, after: str | None, limit: int, by: int
) -> Page[Group]:
    """Groups by kind, grade and title."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    key = decode_key(after, tuple[int, int, str, int]) if after else (0, 0, "", 0)
    words = one_line(q).lower().replace("ё", "е")
    rows = await tx.rows(queries.GROUPS, organisation_id, None, kind, words, *key, limit + 1, into=_ListedRow)
    last = rows[limit - 1] if len(rows) > limit else None
    more = encode_key(last.sort_kind, last.sort_grade, last.title, last.id) if last else None
    return Page(await _show(tx, rows[:limit]), more)


async def count_groups(tx: Tx, organisation_id: int, *, by: int) -> list[GroupsOfKind]:
    """How many groups of each kind there are; a kind without groups is left out."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    return await tx.rows(queries.COUNTS, organisation_id, into=GroupsOfKind)


async def read_group(tx: Tx, organisation_id: int, group_id: int, *, by: int) -> Group:
    """One group; 404 outside what one administers."""
    await find_group(tx, organisation_id, group_id, by=by)
    return await _shown(tx, organisation_id, group_id)


async def find_group(tx: Tx, organisation_id: int, group_id: int, *, by: int) -> GroupRow:
    """The door to an open group for who administers people there; 404 for all others."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    row = await tx.row(queries.GROUP, group_id, organisation_id, into=GroupRow)
    if row is None:
        raise NotFound
    return row


async def find_group_locked(tx: Tx, organisation_id: int, group_id: int, *, by: int) -> GroupRow:
    """Like `find_group`, with the structure held still until the end of the transaction."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    await tx.value(queries.LOCK_STRUCTURE, organisation_id)
    return await find_group(tx, organisation_id, group_id, by=by)


async def make_group(tx: Tx, organisation_id: int, new: GroupToMake, *, by: int) -> int:
    """Make a group without anybody in it; its id. 409 `group_title_taken`, 422 `grade_needed` for a class."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    await tx.value(queries.LOCK_STRUCTURE, organisation_id)
    title = _title_of(new.title)
    if new.kind == "homeroom" and not new.grade:
        raise Invalid("grade_needed", field="grade")
    await _refuse_taken(tx, organisation_id, 0, new.kind, title)
    subject = one_line(new.subject)
    group_id: int = await tx.value(queries.ADD_GROUP, organisation_id, new.kind, title, new.grade, subject)
    await audit_group(tx, "group_made", organisation_id, group_id, {"title": title, "kind": new.kind}, by=by)
    tx.emit(RosterApplied(organisation_ids=[organisation_id], class_ids=[group_id]))
    return group_id


async def change_group(tx: Tx, organisation_id: int, group_id: int, change: GroupChange, *, by: int) -> Group:
    """Rename a group; its chat follows. 409 `group_from_roster`: the next roster would rename it back."""
    group = await find_group_locked(tx, organisation_id, group_id, by=by)
    if group.of_roster:
        raise Conflict("group_from_roster")
    title = group.title if change.title is None else _title_of(change.title)
    grade = group.grade if change.grade is None else change.grade
    subject = group.subject if change.subject is None else one_line(change.subject)
    if group.kind == "homeroom" and not grade:
        raise Invalid("grade_needed", field="grade")
    await _refuse_taken(tx, organisation_id, group_id, group.kind, title)
    if await tx.run(queries.CHANGE_GROUP, group_id, title, grade, subject):
        details = {"title": title, "old": group.title}
        await audit_group(tx, "group_changed", organisation_id, group_id, details, by=by)
        tx.emit(RosterApplied(organisation_ids=[organisation_id], class_ids=[group_id]))
    return await _shown(tx, organisation_id, group_id)


async def close_group(tx: Tx, organisation_id: int, group_id: int, *, by: int) -> None:
    """End a group: everybody's place ends, its chat can be read and no more. 409 `group_from_roster`."""
    group = await find_group_locked(tx, organisation_id, group_id, by=by)
    if group.of_roster:
        raise Conflict("group_from_roster")
    moment = now()
    await tx.run(queries.CLOSE_GROUP, group_id, moment)
    await tx.run(queries.LEAVE_COMMUNITY, group_id, moment)
    people = await tx.values(queries.END_ALL_PLACES, group_id, moment)
    await audit_group(tx, "group_closed", organisation_id, group_id, {"title": group.title}, by=by)
    tx.emit(RosterApplied(organisation_ids=[organisation_id], class_ids=[group_id]))
    for person_id in people:
        tx.emit(RolesChanged(person_id=person_id))


async def audit_group(
    tx: Tx, action: str, organisation_id: int, group_id: int, details: Mapping[str, object], *, by: int
) -> None:
    """Write down what was done to a group."""
    await tx.audit(
        action,
        actor_id=by,
        subject=f"class:{group_id}",
        organisation_id=organisation_id,
        details=dict(details),
    )


async def _refuse_taken(tx: Tx, organisation_id: int, group_id: int, kind: Kind, title: str) -> None:
    spoken = title.lower().replace("ё", "е")
    if await tx.value(queries.TITLE_TAKEN, organisation_id, group_id, kind, spoken):
        raise Conflict("group_title_taken")


def _title_of(text: str) -> str:
    title = one_line(text)
    if not title:
        raise Invalid("invalid", field="title")
    return title


async def _shown(tx: Tx, organisation_id: int, group_id: int) -> Group:
    rows = await tx.rows(queries.GROUPS, organisation_id, group_id, None, "", 0, 0, "", 0, 1, into=_ListedRow)
    return (await _show(tx, rows))[0]


async def _show(tx: Tx, rows: list[_ListedRow]) -> list[Group]:
    leaders = await tx.rows(queries.LEADERS, [row.id for row in rows], into=_LeaderRow)
    return [
        Group(
            row.id,
            row.kind,
            row.title,
            row.grade,
            row.subject,
            row.of_roster,
            row.pupils,
            row.adults,
            [msgspec.convert(one, Leader, from_attributes=True) for one in leaders if one.class_id == row.id],
        )
        for row in rows
    ]
