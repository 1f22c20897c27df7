"""What identity does afterwards: telling codes, and forgetting what is no longer needed."""

from datetime import datetime, timedelta

import structlog

from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.core.jobs import Job, performs
from parta.identity import queries
from parta.identity.contacts import Contact, ContactKind
from parta.identity.delivery import DeliveryRefused, Purpose
from parta.identity.delivery_choice import delivery_of
from parta.identity.settings import IdentitySettings

log = structlog.get_logger()


class DeliverCode(Job, frozen=True):
    """Tell a code to the owner of a contact.

    The code lies here in clear until it is handed over, seconds as a rule and never past its expiry;
    then the row is deleted. That is no key to the door: signing in also takes the secret that only
    the asking browser has, and of which the database keeps a hash.
    """

    code_id: str
    kind: ContactKind
    value: str
    code: str
    locale: str
    expires_at: datetime
    purpose: Purpose = "sign_in"


# With pauses of 10, 20, 40 … seconds every code (they live 30 minutes at most) expires before the attempts
# run out, so no failed row ever stays behind with a code in it.
@performs(DeliverCode, lease=timedelta(minutes=1), attempts=12)
async def deliver_code(db: Database, job: DeliverCode) -> None:
    """A code that was used or has expired is never delivered."""
    async with db.transaction() as tx:
        alive: bool = await tx.value(queries.IS_CODE_ALIVE, job.code_id, now())
    if not alive or job.expires_at <= now():
        log.warning("identity.code_not_delivered", kind=job.kind, reason="no longer valid")
        return
    try:
        delivery = delivery_of(job.kind, db.configuration.get(IdentitySettings))
        contact = Contact(job.kind, job.value)
        await delivery.deliver(contact, job.code, locale=job.locale, purpose=job.purpose)
    except DeliveryRefused as refused:
        log.warning("identity.code_not_delivered", kind=job.kind, reason=str(refused))


class ForgetOld(Job, frozen=True):
    """Remove dead codes, counters and sessions; every request for a code sees to it that one is waiting."""


@performs(ForgetOld)
async def forget_old(tx: Tx, job: ForgetOld) -> None:
    """Contacts of people who never came stay for a day, traces of ended sessions for ninety."""
    day_ago = now() - timedelta(days=1)
    for statement in queries.FORGET_OLD:
        await tx.run(statement, day_ago)
