"""Taking an application's contacts for proved: for an invented installation, where no phone rings."""

from parta.applications import queries
from parta.applications.access import find_editable
from parta.core.clock import now
from parta.core.db import Tx


async def restore_proofs(tx: Tx, application_id: int, *, of: int) -> None:
    """Let the phone and the address that stand in an application in one spelling be proved."""
    row = await find_editable(tx, application_id, of=of)
    await tx.run(queries.PROVE_PHONE, application_id, row.phone, now())
    await tx.run(queries.PROVE_EMAIL, application_id, row.email, now())
