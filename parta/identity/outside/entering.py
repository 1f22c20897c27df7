"""Signing in by what a service has vouched for: a linked account first, a checked contact otherwise."""

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Problem
from parta.identity.outside import queries
from parta.identity.outside.flows import proven_flow
from parta.identity.outside.naming import announce_kids
from parta.identity.outside.provider import Proof
from parta.identity.sessions import OpenedSession
from parta.identity.sign_in import SignIn, agree, claim, enter, hold, whose


class HeldIdentity(msgspec.Struct, frozen=True):
    """An account of a service, and whose it is or was."""

    id: int
    person_id: int
    live: bool


async def sign_in_outside(tx: Tx, secret: str, brought: SignIn) -> OpenedSession:
    """Open a session; `profile_required` and `consents_required` leave the proof usable, as with a code."""
    flow, proof = await proven_flow(tx, secret)
    person_id = await _linked(tx, flow.provider, proof)
    if person_id is None:
        person_id = await _by_contact(tx, flow.provider, proof, brought)
    await agree(tx, person_id, brought)
    await tx.run(queries.FORGET_FLOW, flow.id)
    announce_kids(tx, proof, flow.provider, guardian_id=person_id)
    return await enter(tx, person_id, brought)


async def _linked(tx: Tx, provider: str, proof: Proof) -> int | None:
    """Whose account it is; a guardian may have named it for a child who comes for the first time."""
    account = (provider, proof.issuer, proof.subject)
    found = await tx.row(queries.FIND_IDENTITY, *account, into=HeldIdentity)
    if found is None:
        return None
    # Unlinking and being received elsewhere hold the person, too: what they did before us is seen now.
    await hold(tx, found.person_id)
    held = await tx.row(queries.LOCK_IDENTITY, *account, into=HeldIdentity)
    if held is None:
        return None
    if held.person_id != found.person_id:
        return await _linked(tx, provider, proof)
    if not held.live:
        raise Conflict("outside_unlinked")
    await claim(tx, held.person_id)
    await tx.run(queries.NOTE_USE, held.id, now())
    return held.person_id


async def _by_contact(tx: Tx, provider: str, proof: Proof, brought: SignIn) -> int:
    """What a one-time code to the contact would have done; from now on the account itself leads to the person."""
    if not proof.confirmed:
        raise Problem("outside_unconfirmed", status=403)
    if not proof.contacts:
        raise Conflict("outside_no_contact")
    person_id = await whose(tx, proof.contacts, brought)
    await tx.value(queries.LINK_IF_FREE, person_id, provider, proof.issuer, proof.subject, now())
    return person_id
