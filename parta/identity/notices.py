"""Telling a person what was done with their way in: on every proven contact and on all their devices."""

import structlog

from parta.core.db import Database, Tx
from parta.core.jobs import Job, performs
from parta.identity import queries_notices as queries
from parta.identity.contacts import Contact, ContactKind
from parta.identity.delivery import DeliveryRefused, Purpose
from parta.identity.delivery_choice import delivery_of
from parta.identity.events import AccessChanged
from parta.identity.settings import IdentitySettings

log = structlog.get_logger()


class TellContact(Job, frozen=True):
    """Tell the owner of a contact something in words that hold nothing secret."""

    kind: ContactKind
    value: str
    what: Purpose
    locale: str


@performs(TellContact, attempts=8)
async def tell_contact(db: Database, job: TellContact) -> None:
    """By mail or SMS; what cannot be delivered is given up and written down."""
    try:
        delivery = delivery_of(job.kind, db.configuration.get(IdentitySettings))
        await delivery.deliver(Contact(job.kind, job.value), "", locale=job.locale, purpose=job.what)
    except DeliveryRefused as refused:
        log.warning("identity.notice_not_delivered", kind=job.kind, reason=str(refused))


async def tell_person(tx: Tx, person_id: int, what: Purpose) -> None:
    """Tell every device, and every contact that was proven."""
    locale: str = await tx.value(queries.LOCALE_OF, person_id) or "ru"
    for contact in await tx.rows(queries.PROVEN_CONTACTS_OF, person_id, into=Contact):
        await tell(tx, contact, what, locale=locale)
    tx.emit(AccessChanged(person_id=person_id, what=what))


async def tell(tx: Tx, contact: Contact, what: Purpose, *, locale: str) -> None:
    """Tell whoever has this contact."""
    await tx.enqueue(TellContact(contact.kind, contact.value, what, locale))
