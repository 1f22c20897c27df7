"""Deciding about applications: returned to be mended, declined, or approved, which makes the organisation."""

from parta.applications import queries
from parta.applications.access import find_waiting
from parta.applications.drafting import forget_document_later
from parta.applications.shapes import ApplicationRow, Decision
from parta.applications.telling import add_step, tell_applicant, tell_deciders
from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid
from parta.identity.contacts import Contact
from parta.identity.names import FullName
from parta.organisations.founding import NewOrganisation, found_organisation
from parta.organisations.roles import appoint_proven


async def decide(tx: Tx, application_id: int, decision: Decision, *, by: int) -> None:
    """Decide about an application that waits, and tell both sides."""
    row = await find_waiting(tx, application_id, by=by)
    reason = decision.reason.replace("\x00", "").strip()
    if decision.outcome != "approved" and not reason:
        raise Invalid("application_reason_missing", field="reason")
    organisation_id = await _found(tx, row, by=by) if decision.outcome == "approved" else None
    moment = now()
    if decision.outcome == "returned":
        await tx.run(queries.SET_STATE, row.id, "returned", moment)
    else:
        await tx.run(queries.DECIDE, row.id, decision.outcome, moment, organisation_id)
        await forget_document_later(tx, row.id, moment)
    step_id = await add_step(tx, row.id, decision.outcome, reason, by=by)
    await tx.audit(
        f"application_{decision.outcome}",
        actor_id=by,
        subject=f"application:{row.id}",
        organisation_id=organisation_id,
        details={"name": row.name, "reason": reason},
    )
    await tell_applicant(tx, row, decision.outcome, reason, step_id=step_id)
    await tell_deciders(tx, row.territory_id)


async def _found(tx: Tx, row: ApplicationRow, *, by: int) -> int:
    """Make the organisation, and whoever has the proved phone its administrator."""
    if row.territory_id is None or not await tx.value(queries.TERRITORY, row.territory_id):
        raise Conflict("application_territory_gone")
    new = NewOrganisation(
        type=row.type,
        name=row.name,
        short_name=row.short_name,
        territory_id=row.territory_id,
        settlement=row.settlement,
        inn=row.inn,
        kpp=row.kpp,
        ogrn=row.ogrn,
    )
    organisation_id = await found_organisation(tx, new, by=by)
    name = FullName(row.family_name, row.given_name, row.patronymic)
    await appoint_proven(tx, name, Contact("phone", row.phone), organisation_id, by=by)
    return organisation_id
