"""«Похоже, это уже есть в реестре»: whom a school expects that somebody who came by an invite may be.

A profile brings all it has: its roles, classes, children and chats. So whoever decides gives away only what they could
have given by invites themselves; what belongs to another organisation they do not.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.identity.lookalikes import resemble, skeleton
from parta.organisations.invites import queries_matching as queries
from parta.organisations.invites.access import Inviter, inviter_in
from parta.organisations.invites.naming import names_of
from parta.organisations.invites.shapes import ExpectedMatch, InviteRole, Named

MOST = 5
# Similar names looked at closely; five thousand namesakes are nobody's roster.
_CLOSELY = 30


class Asking(Protocol):
    """Somebody who waits, as far as it decides who they may be."""

    @property
    def id(self) -> int: ...
    @property
    def person_id(self) -> int: ...
    @property
    def role(self) -> InviteRole: ...
    @property
    def class_id(self) -> int | None: ...
    @property
    def child_id(self) -> int | None: ...


class _Expected(msgspec.Struct, frozen=True):
    id: int
    family_name: str
    given_name: str
    patronymic: str
    role: InviteRole


class _Details(_Expected, frozen=True):
    subject: str
    class_ids: list[int]
    class_titles: list[str]
    child_ids: list[int]
    child_class_ids: list[int]
    guardians: int


class _Belonging(msgspec.Struct, frozen=True):
    person_id: int
    organisation_id: int | None
    role: str
    additional: bool


async def find_matches(
    tx: Tx, inviter: Inviter, asked: Sequence[Asking], names: dict[int, Named]
) -> dict[int, list[ExpectedMatch]]:
    """By joining, at most five whom this organisation expects in the same role under a similar name, the likeliest first.

    Nobody for a newcomer who is somebody already.
    """
    known = set(await tx.values(queries.WITH_HISTORY, [one.person_id for one in asked]))
    new = [one for one in asked if one.person_id not in known]
    if not new:
        return {}
    roles = sorted({one.role for one in new})
    expected = await tx.rows(queries.EXPECTED, inviter.organisation_id, roles, into=_Expected)
    crowd = _Crowd(expected)
    similar = {one.id: crowd.similar_to(names[one.person_id], one.role) for one in new}
    ids = sorted({found.id for several in similar.values() for _, found in several})
    if not ids:
        return {}
    rows = await tx.rows(queries.DETAILS, inviter.organisation_id, ids, roles, into=_Details)
    details = {(row.id, row.role): row for row in rows}
    given = await _may_give(tx, inviter, ids)
    chosen = {one.id: _likeliest(inviter, one, similar[one.id], details) for one in new}
    children = await names_of(
        tx, [child for rows in chosen.values() for row in rows for child in row.child_ids]
    )
    return {
        joining_id: [_shown(row, children, may_choose=row.id in given) for row in rows]
        for joining_id, rows in chosen.items()
    }


async def require_match(tx: Tx, inviter: Inviter, asked: Asking, expected_id: int) -> None:
    """Refuse a profile that this newcomer may not be given.

    404 for one of another organisation, role or class; 409 `profile_received`, `newcomer_known`, `match_beyond`.
    """
    if await tx.values(queries.WITH_HISTORY, [asked.person_id]):
        raise Conflict("newcomer_known")
    here = inviter.organisation_id
    found = await tx.row(queries.DETAILS, here, [expected_id], [asked.role], into=_Details)
    if found is None and await tx.value(queries.WAS_RECEIVED, expected_id, here, asked.role):
        raise Conflict("profile_received")
    if found is None or not _fits(inviter, asked, found):
        raise NotFound
    if expected_id not in await _may_give(tx, inviter, [expected_id]):
        raise Conflict("match_beyond")


class _Crowd:
    """Expected people by what is compared of their names, so that a page of newcomers costs one look at each."""

    def __init__(self, people: Iterable[_Expected]) -> None:
        self._by_family = defaultdict[str, list[_Expected]](list)
        self._by_first_names = defaultdict[tuple[str, str], list[_Expected]](list)
        for one in people:
            self._by_family[skeleton(one.family_name)].append(one)
            self._by_first_names[_first_names(one)].append(one)

    def similar_to(self, newcomer: Named, role: InviteRole) -> list[tuple[int, _Expected]]:
        """Those whose name is alike, with how far it is: a family name within a slip, or one that was changed."""
        found = dict[int, tuple[int, _Expected]]()
        for family, people in self._by_family.items():
            if resemble(family, newcomer.family_name):
                for one in people:
                    distance = _distance(newcomer, one)
                    if distance is not None and one.role == role:
                        found[one.id] = distance, one
        if newcomer.patronymic:
            for one in self._by_first_names[_first_names(newcomer)]:
                if one.role == role:
                    found.setdefault(one.id, (3, one))
        return sorted(found.values(), key=lambda pair: (pair[0], pair[1].id))[:_CLOSELY]


def _distance(newcomer: Named, expected: _Expected) -> int | None:
    one, other = skeleton(newcomer.given_name), skeleton(expected.given_name)
    if one == other:
        return 0 if newcomer.patronymic in ("", expected.patronymic) else 1
    if resemble(one, other):
        return 1
    # «Аня» is «Анна» in many a roster.
    return 2 if one[:1] == other[:1] else None


def _first_names(person: Named | _Expected) -> tuple[str, str]:
    return skeleton(person.given_name), skeleton(person.patronymic)


def _likeliest(
    inviter: Inviter,
    asked: Asking,
    similar: list[tuple[int, _Expected]],
    details: dict[tuple[int, InviteRole], _Details],
) -> list[_Details]:
    """Before all, who is a guardian of the very child, then by the name."""
    rows = [(distance, row) for distance, one in similar if (row := details.get((one.id, asked.role)))]
    fitting = [
        (asked.child_id not in row.child_ids, distance, row.id, row)
        for distance, row in rows
        if _fits(inviter, asked, row)
    ]
    return [row for *_, row in sorted(fitting, key=lambda one: one[:3])][:MOST]


def _fits(inviter: Inviter, asked: Asking, expected: _Details) -> bool:
    """A pupil is of the invite's class, or of none; a parent whom a class teacher decides about is of the class."""
    scope = inviter.scope()
    if expected.id == asked.child_id:
        return False
    if asked.role == "pupil":
        return asked.class_id in expected.class_ids or (not expected.class_ids and scope is None)
    if asked.role == "parent" and scope is not None:
        return asked.child_id in expected.child_ids or not set(scope).isdisjoint(expected.child_class_ids)
    return True


async def _may_give(tx: Tx, inviter: Inviter, ids: Sequence[int]) -> set[int]:
    """Those of whom nothing comes that the one who decides could not give."""
    here = inviter.organisation_id
    is_school = not await tx.value(queries.IS_ADDITIONAL, here)
    inviters: dict[int, Inviter | None] = {here: inviter}
    beyond = set[int]()
    for one in await tx.rows(queries.COMES_WITH, list(ids), into=_Belonging):
        place = one.organisation_id
        if place is not None and place not in inviters:
            inviters[place] = await inviter_in(tx, place, inviter.person_id)
        if not _gives(inviters.get(place or 0), one, is_here=place == here, is_school=is_school):
            beyond.add(one.person_id)
    return set(ids) - beyond


def _gives(inviter: Inviter | None, one: _Belonging, *, is_here: bool, is_school: bool) -> bool:
    if one.role in ("pupil", "parent") and (is_here or (is_school and one.additional)):
        # Who the child or the parent is, their school says; a club follows.
        return True
    if inviter is None or one.organisation_id is None:
        return False
    return inviter.appoints if one.role == "administrator" else inviter.administers


def _shown(row: _Details, children: dict[int, Named], *, may_choose: bool) -> ExpectedMatch:
    return ExpectedMatch(
        id=row.id,
        family_name=row.family_name,
        given_name=row.given_name,
        patronymic=row.patronymic,
        confirmed_teacher=False,
        role=row.role,
        subject=row.subject,
        class_titles=row.class_titles,
        guardians=row.guardians,
        children=[children[child] for child in row.child_ids[:10] if child in children],
        may_choose=may_choose,
    )
