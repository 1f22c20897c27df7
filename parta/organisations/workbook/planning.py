"""A workbook against the database: the same plan a roster makes, told in sheets, rows and columns."""

import asyncio

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.comparison import compare
from parta.organisations.roster.current import Current
from parta.organisations.roster.plan import Change, LinkWrite, Plan
from parta.organisations.roster.planning import Planned
from parta.organisations.workbook.here import Here, read_here
from parta.organisations.workbook.leaving import end_what_is_missing
from parta.organisations.workbook.making import ORG, Made, Place
from parta.organisations.workbook.reading import Workbook
from parta.organisations.workbook.sheets import Understood, make

# Warnings of the pipeline are about a contact or about the person; a sheet has a column for each.
_FIELDS = {"phone": "phone", "email": "email", "contact": "phone"}


async def plan_workbook(tx: Tx, book: Workbook) -> Planned:
    """Compare a workbook with its organisation as it is at this moment; 404 when that is not there."""
    understood = await asyncio.to_thread(Understood, book)
    contacts = {contact for human in understood.people() for contact in human.contacts}
    here = await read_here(tx, book.organisation_id, contacts)
    plan, bundle = await asyncio.to_thread(_plan, understood, here)
    notes = [*book.notes, *bundle.notes]
    return Planned(plan, here.source_id, here.organisation.name[:300], notes, book.organisation_id)


def _plan(understood: Understood, here: Here) -> tuple[Plan, Bundle]:
    made, broken = make(understood, here)
    if understood.book.leavers:
        end_what_is_missing(understood.book, here, made, broken)
    current = _linked(here, made)
    plan = compare(made.bundle, current, {}, today=now().date())
    plan.links = [link for link in plan.links if link.entity == "class" or link.sourced_id not in here.links]
    _remember(plan, here, made)
    plan.changes = [_placed(change, made.places) for change in plan.changes]
    return plan, made.bundle


def _linked(here: Here, made: Made) -> Current:
    """The state with everybody found under the sourcedId that this file gives them."""
    user = here.links | made.people
    return msgspec.structs.replace(
        here.current,
        links={"org": {ORG: here.organisation.id}, "year": {}, "class": made.classes, "user": user},
    )


def _remember(plan: Plan, here: Here, made: Made) -> None:
    """Links by which the next file finds the same people; the pipeline writes those of whom it did not know."""
    refs = {link.sourced_id: link.ref for link in plan.links if link.entity == "user"} | made.people
    for draft in made.drafts.values():
        for sourced_id in filter(None, (draft.sourced_id, draft.born)):
            ref = refs.get(draft.sourced_id)
            if ref is None or here.links.get(sourced_id) == ref:
                continue
            if sourced_id != draft.sourced_id or draft.person_id is not None:
                plan.links.append(LinkWrite("user", sourced_id, ref))


def _placed(change: Change, places: list[Place]) -> Change:
    """The words of the file instead of those of the standard."""
    if not change.line:
        return msgspec.structs.replace(change, file="", line=None)
    place = places[change.line - 1]
    field = change.field
    if not field and change.reason:
        field = place.headers.get(_FIELDS.get(change.reason.partition("_")[0], ""), "")
    return msgspec.structs.replace(change, file=place.sheet, line=place.row, field=field)
