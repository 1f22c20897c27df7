"""Signing in: a proven contact leads to one person, expected, known or new."""

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.identity import codes, queries
from parta.identity.codes import ProvenCode
from parta.identity.consents import Consent, give_consents, require_consents
from parta.identity.contacts import Contact
from parta.identity.documents import Documents
from parta.identity.events import PersonClaimed, PersonSignedUp, SessionStarted
from parta.identity.names import FullName, checked
from parta.identity.sessions import Device, OpenedSession, shortened, start_session


class SignIn(msgspec.Struct, frozen=True):
    """What somebody brings besides the code."""

    device: Device
    documents: Documents
    lifetime: timedelta
    profile: FullName | None = None
    consents: Sequence[Consent] = ()


async def sign_in(tx: Tx, proven: ProvenCode, brought: SignIn) -> OpenedSession:
    """Open a session for whoever owns the contact; `profile_required` and `consents_required` leave the code usable."""
    person_id = await whose(tx, [proven.contact], brought)
    await agree(tx, person_id, brought)
    await codes.use_code(tx, proven)
    return await enter(tx, person_id, brought)


async def agree(tx: Tx, person_id: int, brought: SignIn) -> None:
    """Record the consents somebody brings; 409 `consents_required` when some are missing still."""
    locale, documents = brought.device.locale, brought.documents
    await give_consents(tx, brought.consents, documents=documents, by=person_id)
    await require_consents(tx, person_id, documents=documents, locale=locale)


async def enter(tx: Tx, person_id: int, brought: SignIn, *, has_factor: bool = False) -> OpenedSession:
    """Open the session, and tell the person's other devices of it."""
    elsewhere: bool = await tx.value(queries.IS_SIGNED_IN, person_id, now())
    opened = await start_session(
        tx, person_id, device=brought.device, lifetime=brought.lifetime, has_factor=has_factor
    )
    if elsewhere:
        name = shortened(brought.device.user_agent)
        tx.emit(SessionStarted(person_id=person_id, session_id=opened.id, user_agent=name))
    return opened


async def whose(tx: Tx, contacts: Sequence[Contact], brought: SignIn) -> int:
    """One contact is one person, however many sign in with it at one moment; the first that is somebody's decides."""
    locale = brought.device.locale
    while True:
        for contact in contacts:
            known = await _receive(tx, contact)
            if known is not None:
                return known
        if brought.profile is None:
            raise Conflict("profile_required", documents=brought.documents.to_accept(locale))
        new = await _sign_up(tx, contacts[0], checked(brought.profile), locale)
        if new is not None:
            return new


async def _receive(tx: Tx, contact: Contact) -> int | None:
    """The person whose contact this is; the first proof claims an expected profile with all that waits in it."""
    found = await tx.row(queries.FIND_CONTACT, contact.kind, contact.value, into=queries.HeldContact)
    if found is None:
        return None
    await hold(tx, found.person_id)
    held = await tx.row(queries.LOCK_CONTACT, contact.kind, contact.value, into=queries.HeldContact)
    if held is None or held.person_id != found.person_id:
        # A roster moved it while we waited.
        return await _receive(tx, contact)
    await tx.run(queries.PROVE_CONTACT, held.id, now())
    await claim(tx, held.person_id)
    return held.person_id


async def hold(tx: Tx, person_id: int) -> None:
    """Let nobody else change who this is, or how they come in, until the transaction ends."""
    await tx.value(queries.LOCK_PERSON, person_id)


async def claim(tx: Tx, person_id: int) -> None:
    """The first to come in as an expected person receives the profile."""
    await hold(tx, person_id)
    if await tx.run(queries.CLAIM_PERSON, person_id, now()):
        tx.emit(PersonClaimed(person_id=person_id))


async def _sign_up(tx: Tx, contact: Contact, name: FullName, locale: str) -> int | None:
    """A profile nobody expected; None when somebody took the contact a moment earlier."""
    person_id: int = await tx.value(
        queries.ADD_CLAIMED_PERSON, name.family_name, name.given_name, name.patronymic, locale, now()
    )
    if not await tx.run(queries.ADD_PROVEN_CONTACT, person_id, contact.kind, contact.value, now()):
        await tx.run(queries.FORGET_UNUSED_PERSON, person_id)
        return None
    tx.emit(PersonSignedUp(person_id=person_id))
    return person_id
