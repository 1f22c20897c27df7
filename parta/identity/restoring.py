"""Bring in people as if they had signed in before: for restoring an installation and for an invented one."""

from collections.abc import Sequence
from datetime import datetime

from parta.core.db import Tx
from parta.identity import queries_restoring as queries
from parta.identity.documents import Documents
from parta.identity.events import PersonClaimed


async def restore_claims(tx: Tx, people: Sequence[int], *, documents: Documents, at: datetime) -> int:
    """Let expected profiles be received, contacts proven and the documents in force agreed to; how many were new."""
    claimed: list[int] = await tx.values(queries.CLAIM_PEOPLE, list(people), at)
    await tx.run(queries.PROVE_CONTACTS_OF, claimed, at)
    names, versions = zip(*sorted(documents.versions()), strict=True)
    await tx.run(queries.CONSENT_FOR, claimed, list(names), list(versions), at)
    for person_id in claimed:
        tx.emit(PersonClaimed(person_id=person_id))
    return len(claimed)
