"""Who agreed to which version of which document, and when: a register that only grows."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid
from parta.identity import queries
from parta.identity.documents import DocumentName, Documents, DocumentToAccept


class Consent(msgspec.Struct, frozen=True):
    """«I agree to this version of this document»."""

    document: DocumentName
    version: str


class RecordedConsent(msgspec.Struct, frozen=True):
    """A line of the register."""

    document: str
    version: str
    given_at: datetime
    withdrawn_at: datetime | None


async def give_consents(tx: Tx, consents: Sequence[Consent], *, documents: Documents, by: int) -> None:
    """Agreeing twice is one consent; agreeing to a version not in force is refused with `consent_wrong`."""
    in_force = documents.versions()
    for consent in consents:
        if (consent.document, consent.version) not in in_force:
            raise Invalid("consent_wrong", field="consents")
        await tx.run(queries.GIVE_CONSENT, by, consent.document, consent.version, now())


async def documents_to_accept(
    tx: Tx, person_id: int, *, documents: Documents, locale: str
) -> list[DocumentToAccept]:
    """The documents in force that this person has not agreed to."""
    given = await tx.rows(queries.CONSENTS_IN_FORCE, person_id, into=Consent)
    return documents.to_accept(locale, {(one.document, one.version) for one in given})


async def require_consents(tx: Tx, person_id: int, *, documents: Documents, locale: str) -> None:
    """409 `consents_required` with the documents that are still to be accepted."""
    missing = await documents_to_accept(tx, person_id, documents=documents, locale=locale)
    if missing:
        raise Conflict("consents_required", documents=missing)


async def list_consents(tx: Tx, *, of: int) -> list[RecordedConsent]:
    """The person's lines of the register, newest first."""
    return await tx.rows(queries.CONSENTS_OF, of, into=RecordedConsent)
