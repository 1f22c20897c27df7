"""«Лист приглашений»: a code for every pupil of a class who is not here yet, and for parents, made at once for printing."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.organisations.invites import codes, queries
from parta.organisations.invites.access import find_inviter
from parta.organisations.invites.junior_grades import require_grade
from parta.organisations.invites.making import Place, Terms, add_invites
from parta.organisations.invites.shapes import Named
from parta.organisations.settings import OrganisationsSettings


class SheetOrder(msgspec.Struct, frozen=True, kw_only=True):
    """What to print: the pupils' own codes, and so many for the parents of each."""

    pupils: bool = True
    parents: Annotated[int, Meta(ge=0, le=3)] = 1
    days: Annotated[int, Meta(ge=1, le=365)] = 60
    # Revoke the codes of an earlier sheet that nobody has used.
    replace: bool = False


class Slip(msgspec.Struct, frozen=True, kw_only=True):
    """One slip of the sheet; `qr` is an SVG as a data URI."""

    role: Literal["pupil", "parent"]
    pupil: Named
    code: str
    link: str
    qr: str


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet for printing; its codes are told this one time."""

    organisation_name: str
    class_title: str
    days: int
    slips: list[Slip]


class PupilHere(Named, frozen=True):
    """A pupil of a class, as whoever invites sees the family."""

    claimed: bool
    guardians: int


class _Class(msgspec.Struct, frozen=True):
    id: int
    title: str
    grade: str


async def list_pupils(tx: Tx, organisation_id: int, class_id: int, *, by: int) -> list[PupilHere]:
    """The pupils of a class, who of them has come, and how many guardians each has."""
    await _find_class(tx, organisation_id, class_id, by=by)
    return await tx.rows(queries.PUPILS_OF_CLASS, class_id, into=PupilHere)


async def make_sheet(
    tx: Tx, organisation_id: int, class_id: int, order: SheetOrder, host: str, *, by: int
) -> Sheet:
    """Make a sheet in one transaction; 409 `sheet_made_before` (with `unused`) until it is said to replace."""
    found = await _find_class(tx, organisation_id, class_id, by=by)
    if order.pupils:
        await require_grade(tx, organisation_id, found.grade)
    await tx.value(queries.LOCK_CLASS, class_id)
    unused = await tx.value(queries.UNUSED_OF_SHEET, class_id, now())
    if unused and not order.replace:
        raise Conflict("sheet_made_before", unused=unused)
    await tx.run(queries.REVOKE_SHEET, class_id, now())
    pupils = await tx.rows(queries.PUPILS_OF_CLASS, class_id, into=PupilHere)
    places = _places(tx, class_id, pupils, order)
    if not places:
        raise Conflict("sheet_empty")
    terms = Terms(organisation_id=organisation_id, days=order.days, approval=False, on_sheet=True)
    made = await add_invites(tx, terms, places, by=by)
    await tx.audit(
        "invite_sheet_made",
        actor_id=by,
        subject=f"class:{class_id}",
        organisation_id=organisation_id,
        details={"invites": len(made), "replaced": unused},
    )
    names: dict[int | None, PupilHere] = {pupil.id: pupil for pupil in pupils}
    return Sheet(
        organisation_name=await tx.value(queries.ORGANISATION_NAME, organisation_id),
        class_title=found.title,
        days=order.days,
        slips=[
            _slip(place, names[place.expected_id or place.child_id], code, host)
            for place, (_, code) in zip(places, made, strict=True)
        ],
    )


def _places(tx: Tx, class_id: int, pupils: list[PupilHere], order: SheetOrder) -> list[Place]:
    """Whoever has come needs no code, and nobody gets more guardians than there may be."""
    most = tx.configuration.get(OrganisationsSettings).guardians_per_child
    places = []
    for pupil in pupils:
        if order.pupils and not pupil.claimed:
            places.append(Place("pupil", class_id, expected_id=pupil.id))
        wanted = min(order.parents, most - pupil.guardians)
        places += [Place("parent", class_id, child_id=pupil.id)] * max(0, wanted)
    return places


def _slip(place: Place, pupil: PupilHere, code: str, host: str) -> Slip:
    link = host.rstrip("/") + codes.path_of(code)
    return Slip(
        role="pupil" if place.role == "pupil" else "parent",
        pupil=Named(pupil.id, pupil.family_name, pupil.given_name, pupil.patronymic, False),
        code=codes.grouped(code),
        link=link,
        qr=codes.draw(link),
    )


async def _find_class(tx: Tx, organisation_id: int, class_id: int, *, by: int) -> _Class:
    inviter = await find_inviter(tx, organisation_id, by=by)
    found = await tx.row(queries.CLASS_HERE, class_id, organisation_id, into=_Class)
    if found is None or not inviter.may_invite("pupil", class_id):
        raise NotFound
    return found
