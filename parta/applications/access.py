"""The doors of applications: their applicant, and those who decide. For anybody else there is none."""

from parta.applications import queries
from parta.applications.shapes import ApplicationRow
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.organisations.territories.access import part_of, require_part

Scope = tuple[bool, list[int], int]


async def scope_of(tx: Tx, person_id: int) -> Scope:
    """What a query about visible applications asks first; for most it lets nothing through."""
    return (*(await part_of(tx, person_id)).scope(), person_id)


async def require_decider(tx: Tx, *, by: int) -> Scope:
    """The scope of somebody who decides about some applications; 404 for everybody else."""
    return (*(await require_part(tx, by=by)).scope(), by)


async def find_application(tx: Tx, application_id: int, *, to: int) -> ApplicationRow:
    """An application for its applicant or for those who decide; NotFound otherwise."""
    scope = await scope_of(tx, to)
    found = await tx.row(queries.VISIBLE_APPLICATION, *scope, application_id, into=ApplicationRow)
    if found is None:
        raise NotFound
    return found


async def find_own(tx: Tx, application_id: int, *, of: int) -> ApplicationRow:
    """One's own application, locked; NotFound for another's."""
    found = await tx.row(queries.OWN_LOCKED, application_id, of, into=ApplicationRow)
    if found is None:
        raise NotFound
    return found


async def find_editable(tx: Tx, application_id: int, *, of: int) -> ApplicationRow:
    """One's own draft or returned application, locked; Conflict `application_not_editable`."""
    found = await find_own(tx, application_id, of=of)
    if found.state not in ("draft", "returned"):
        raise Conflict("application_not_editable")
    return found


async def find_waiting(tx: Tx, application_id: int, *, by: int) -> ApplicationRow:
    """A submitted application for those who decide, locked; Conflict `application_not_waiting`."""
    scope = await scope_of(tx, by)
    found = await tx.row(queries.DECIDED_LOCKED, *scope, application_id, into=ApplicationRow)
    if found is None:
        raise NotFound
    if found.state != "submitted":
        raise Conflict("application_not_waiting")
    return found
