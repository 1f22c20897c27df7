"""What the new school year would change, and the fingerprint of the data that it was worked out from."""

import hashlib
from collections import Counter
from datetime import date

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.organisations.access import require_administrator
from parta.organisations.invites.naming import one_line
from parta.organisations.school_year import queries
from parta.organisations.school_year.shapes import (
    Choices,
    GoingUp,
    Leaving,
    Nameless,
    NewClass,
    StudyGroup,
    YearPreview,
)
from parta.organisations.school_year.titles import grade_of, raised, spoken

# From May on «the next year» is the one that begins this September; before, this year's has not been changed yet.
FIRST_MONTH = 5


class ClassRow(msgspec.Struct, frozen=True):
    """A class or study group as it is now."""

    id: int
    kind: str
    title: str
    grade: str
    subject: str
    school_year_id: int | None
    of_roster: bool
    pupils: int
    people: str


class Plan(msgspec.Struct, frozen=True):
    """The preview, and what it takes to do it."""

    preview: YearPreview
    classes: list[ClassRow]
    leavers: list[int]
    parents: list[int]

    @property
    def closed_ids(self) -> list[int]:
        """Classes that leave and study groups that end."""
        groups = [one.id for one in self.preview.study_groups if not one.kept]
        return [*(one.id for one in self.preview.leaving), *groups]


def year_to_begin(today: date) -> int:
    """In which calendar year the school year begins that a change made today is about."""
    return today.year if today.month >= FIRST_MONTH else today.year - 1


async def preview_year(tx: Tx, organisation_id: int, choices: Choices, *, by: int) -> YearPreview:
    """Show what would change, without changing anything; for who administers people."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    return (await make_plan(tx, organisation_id, choices)).preview


async def make_plan(tx: Tx, organisation_id: int, choices: Choices) -> Plan:
    """Work out the change from what is now. 422 `invalid` for chosen classes that are not there."""
    rows = await tx.rows(queries.CLASSES, organisation_id, into=ClassRow)
    known = {row.id for row in rows}
    named = {*choices.leaving_ids, *choices.kept_ids, *(one.id for one in choices.titles)}
    if not named <= known:
        raise Invalid("school_year_outdated", field="choices")
    going_up, leaving, nameless = _sort(rows, choices)
    leavers = await tx.values(queries.LEAVERS, organisation_id, [one.id for one in leaving])
    parents = await tx.values(queries.LEAVING_PARENTS, organisation_id, leavers)
    fresh = [NewClass(one_line(one.title), one.grade) for one in choices.new_classes]
    titles = [*(one.new_title for one in going_up), *(one.title for one in nameless)]
    preview = YearPreview(
        starts_in=year_to_begin(now().date()),
        going_up=going_up,
        leaving=leaving,
        study_groups=_study_groups(rows, choices),
        nameless=nameless,
        new_classes=fresh,
        conflicts=_twice([*titles, *(one.title for one in fresh)]),
        pupils_leaving=len(leavers),
        parents_leaving=len(parents),
        fingerprint="",
    )
    told = (preview, rows, leavers, parents, choices)
    fingerprint = hashlib.blake2b(msgspec.msgpack.encode(told), digest_size=16).hexdigest()
    return Plan(msgspec.structs.replace(preview, fingerprint=fingerprint), rows, leavers, parents)


def _sort(rows: list[ClassRow], choices: Choices) -> tuple[list[GoingUp], list[Leaving], list[Nameless]]:
    going_up: list[GoingUp] = []
    leaving: list[Leaving] = []
    nameless: list[Nameless] = []
    chosen = set(choices.leaving_ids)
    titles = {one.id: one_line(one.title) for one in choices.titles}
    for row in rows:
        grade = grade_of(row.title, row.grade)
        if row.kind != "homeroom":
            continue
        if row.id in chosen or (grade is not None and grade >= choices.last_grade):
            leaving.append(Leaving(row.id, row.title, row.grade, row.pupils, row.id in chosen))
        elif grade is None:
            nameless.append(Nameless(row.id, row.title))
        else:
            title = titles.get(row.id) or raised(row.title, grade)
            going_up.append(
                GoingUp(row.id, row.title, row.grade, title, str(grade + 1), row.pupils, row.of_roster)
            )
    return going_up, leaving, nameless


def _study_groups(rows: list[ClassRow], choices: Choices) -> list[StudyGroup]:
    kept = set(choices.kept_ids)
    return [
        StudyGroup(row.id, row.title, row.subject, row.pupils, row.id in kept)
        for row in rows
        if row.kind == "subject"
    ]


def _twice(titles: list[str]) -> list[str]:
    counted = Counter(spoken(title) for title in titles)
    return sorted({title for title in titles if counted[spoken(title)] > 1})
