"""Proving the administrator's contacts: whoever reads them out is there, and signs in nowhere by that."""

from typing import Annotated

import msgspec
from msgspec import Meta

from parta.applications import queries
from parta.applications.access import find_editable
from parta.applications.checking import contact_of
from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.identity.codes import RequestedCode, prove_code, request_code, use_code
from parta.identity.contacts import ContactKind
from parta.identity.settings import IdentitySettings


class ProofRequest(msgspec.Struct, frozen=True):
    """Which contact of the application gets a code."""

    kind: ContactKind


class Proof(msgspec.Struct, frozen=True):
    """A code, and the request it answers."""

    code_id: Annotated[str, Meta(max_length=100)]
    code: Annotated[str, Meta(max_length=20)]


async def request_proof(
    tx: Tx, application_id: int, kind: ContactKind, *, ip: str, locale: str, by: int
) -> RequestedCode:
    """Send a code to the contact that stands in the application; 429 as for signing in."""
    row = await find_editable(tx, application_id, of=by)
    contact = contact_of(tx, row, kind)
    if contact is None:
        raise Invalid("phone_not_phone" if kind == "phone" else "email_not_email", field=kind)
    settings = tx.configuration.get(IdentitySettings)
    return await request_code(tx, contact, ip=ip, locale=locale, settings=settings, purpose="proof")


async def give_proof(tx: Tx, application_id: int, proof: Proof, *, ip: str, by: int) -> None:
    """Note that the contact is proved; `code_wrong`, `code_expired` as for signing in.

    A code for another contact than the one that stands there now proves nothing: `code_expired`.
    """
    row = await find_editable(tx, application_id, of=by)
    settings = tx.configuration.get(IdentitySettings)
    code = proof.code.strip()
    proven = await prove_code(tx, proof.code_id, code, ip=ip, settings=settings, purpose="proof")
    if proven.contact != contact_of(tx, row, proven.contact.kind):
        raise Invalid("code_expired", field="code")
    await use_code(tx, proven)
    statement = queries.PROVE_PHONE if proven.contact.kind == "phone" else queries.PROVE_EMAIL
    await tx.run(statement, application_id, proven.contact.value, now())
