"""Setting the second factor up, and taking it away."""

from datetime import timedelta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid
from parta.identity.code_limits import Allowance, forget_tries, take_try
from parta.identity.notices import tell_person
from parta.identity.second_factor import queries, totp
from parta.identity.second_factor.passing import let_in
from parta.identity.second_factor.recovery import make_codes
from parta.identity.second_factor.standing import FactorStanding, refuse_last, standing_of


async def require_offer(tx: Tx, person_id: int) -> FactorStanding:
    """409 `second_factor_not_offered` where the installation has none, or not for this person."""
    standing = await standing_of(tx, person_id)
    if standing.wanted == "off" or not (standing.staff or standing.on):
        raise Conflict("second_factor_not_offered")
    return standing


async def set_up_app(tx: Tx, person_id: int, typed: str, *, session_id: int) -> list[str]:
    """The app whose secret was shown becomes the factor; recovery codes if there are none yet."""
    before = await require_offer(tx, person_id)
    tries = Allowance(f"enrol:{person_id}", 20, timedelta(hours=1))
    await take_try(tx, tries, "factor_tries_too_many")
    if not await totp.confirm_draft(tx, person_id, typed):
        raise Invalid("factor_wrong", field="code", keeps_changes=True)
    await forget_tries(tx, tries)
    return await _switched_on(tx, person_id, before, session_id, "app")


async def choose_passkeys(tx: Tx, person_id: int, *, session_id: int) -> list[str]:
    """The person's keys become the factor; 409 `passkey_needed` when there are none."""
    before = await require_offer(tx, person_id)
    if not before.passkeys:
        raise Conflict("passkey_needed")
    await tx.run(queries.SWITCH_ON, person_id, None, 0, now())
    return await _switched_on(tx, person_id, before, session_id, "passkey")


async def renew_codes(tx: Tx, person_id: int) -> list[str]:
    """Ten new recovery codes; the old ones open nothing any more."""
    if not (await require_offer(tx, person_id)).on:
        raise Conflict("second_factor_off")
    await tx.audit("recovery_codes_made", actor_id=person_id, subject=f"person:{person_id}")
    return await make_codes(tx, person_id)


async def remove_app(tx: Tx, person_id: int) -> None:
    """Forget the app; where nothing else is left the factor is off, which is refused to whom it is required of."""
    await refuse_last(tx, person_id, totp=True)
    if not await tx.run(queries.REMOVE_TOTP, person_id):
        return
    if not (await standing_of(tx, person_id)).on:
        await _forget(tx, person_id)
    await _tell_off(tx, person_id)


async def switch_off(tx: Tx, person_id: int) -> None:
    """No second factor from now on; 409 `second_factor_required` for whom it is required of. Passkeys stay."""
    standing = await standing_of(tx, person_id)
    if standing.wanted == "required":
        raise Conflict("second_factor_required")
    if standing.on:
        await _forget(tx, person_id)
        await _tell_off(tx, person_id)


async def forget_devices(tx: Tx, person_id: int) -> None:
    """Every device is asked for the factor again at its next sign-in."""
    await tx.run(queries.FORGET_DEVICES, person_id)


async def reset(tx: Tx, person_id: int, *, by: int | None, organisation_id: int | None) -> None:
    """Take away every factor of somebody who has lost them; they are told on all their contacts.

    The caller answers for the right to do it, and ends the sessions.
    """
    await _forget(tx, person_id)
    await tx.run(queries.REMOVE_PASSKEYS, person_id)
    await tx.audit(
        "second_factor_reset", actor_id=by, subject=f"person:{person_id}", organisation_id=organisation_id
    )
    await tell_person(tx, person_id, "factor_reset")


async def _switched_on(
    tx: Tx, person_id: int, before: FactorStanding, session_id: int, way: str
) -> list[str]:
    await let_in(tx, session_id, person_id)
    await tx.audit(
        "second_factor_set", actor_id=person_id, subject=f"person:{person_id}", details={"way": way}
    )
    await tell_person(tx, person_id, "factor_on")
    return [] if before.recovery_codes else await make_codes(tx, person_id)


async def _forget(tx: Tx, person_id: int) -> None:
    for statement in (queries.SWITCH_OFF, queries.FORGET_DRAFT, queries.FORGET_CODES, queries.FORGET_DEVICES):
        await tx.run(statement, person_id)


async def _tell_off(tx: Tx, person_id: int) -> None:
    await tx.audit("second_factor_off", actor_id=person_id, subject=f"person:{person_id}")
    await tell_person(tx, person_id, "factor_off")
