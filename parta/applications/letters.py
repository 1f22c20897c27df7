"""Letters about what was decided, to the address that was proved in the application."""

from datetime import timedelta

import msgspec
import structlog

from parta.applications import queries
from parta.applications.events import State
from parta.core.config import CoreSettings
from parta.core.db import Database
from parta.core.jobs import Job, performs
from parta.identity.contacts import Contact, masked
from parta.identity.delivery import DeliveryRefused
from parta.identity.letters import new_letter, send_letter, sender_domain
from parta.identity.settings import IdentitySettings

RUSSIAN: dict[State, tuple[str, str]] = {
    "approved": (
        "Заявка одобрена",
        "Заявка «{name}» одобрена. Администратор входит на {address} по телефону {phone}, и только по нему.",
    ),
    "returned": (
        "Заявка возвращена на доработку",
        "Заявку «{name}» вернули на доработку:\n\n{reason}\n\n{address}",
    ),
    "declined": ("Заявка отклонена", "Заявка «{name}» отклонена:\n\n{reason}"),
}
ENGLISH: dict[State, tuple[str, str]] = {
    "approved": (
        "The application is approved",
        "The application of «{name}» is approved. Its administrator signs in at {address} with {phone} only.",
    ),
    "returned": (
        "The application is returned",
        "The application of «{name}» is returned to be mended:\n\n{reason}\n\n{address}",
    ),
    "declined": ("The application is declined", "The application of «{name}» is declined:\n\n{reason}"),
}

log = structlog.get_logger()


class SendApplicationLetter(Job, frozen=True):
    """Tell a step of an application by mail."""

    step_id: int


class LetterRow(msgspec.Struct, frozen=True):
    """What a letter is about."""

    name: str
    email: str
    phone: str
    locale: str
    state: State
    reason: str
    step_id: int


@performs(SendApplicationLetter, lease=timedelta(minutes=2), attempts=12)
async def send_application_letter(db: Database, job: SendApplicationLetter) -> None:
    """A mail server that is away is tried again; one that refuses is not."""
    async with db.transaction() as tx:
        row = await tx.row(queries.LETTER, job.step_id, into=LetterRow)
    if row is None:
        return
    settings = db.configuration.get(IdentitySettings)
    core = db.configuration.get(CoreSettings)
    address = core.public_url or f"http://{core.host}:{core.port}"
    subject, text = wording(row, address.rstrip("/"))
    letter = new_letter(row.email, subject, settings)
    del letter["Message-ID"]
    # Handed over again after a crash, it is the same letter.
    letter["Message-ID"] = f"<application.{row.step_id}@{sender_domain(settings)}>"
    letter.set_content(text)
    try:
        await send_letter(letter, settings)
    except DeliveryRefused as refused:
        log.warning("application.letter_not_sent", reason=str(refused))


def wording(row: LetterRow, address: str) -> tuple[str, str]:
    """The subject and the text, in the applicant's language."""
    phone = masked(Contact("phone", row.phone))
    words = ENGLISH if row.locale == "en" else RUSSIAN
    subject, text = words[row.state]
    return subject, text.format(name=row.name, reason=row.reason, phone=phone, address=address)
