"""What came on paper: a consent or its withdrawal, noted by the administrator who has the paper.

For a pupil a guardian has signed. What follows is what would follow here: a consent holds, a withdrawal begins the term.
"""

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.identity.consents import Consent, give_consents
from parta.identity.documents import Documents
from parta.organisations.access import require_administrator
from parta.personal_data import queries
from parta.personal_data.withdrawing import take_back, withdraw

PaperKind = Literal["form", "statement", "letter", "other"]


class ConsentPaper(msgspec.Struct, frozen=True, kw_only=True):
    """What the paper says, what sort of paper it is, who signed it and on which day."""

    what: Literal["consent", "withdrawal"]
    document: PaperKind
    signed_by: Annotated[str, Meta(min_length=1, max_length=200)]
    signed_on: dt.date
    remark: Annotated[str, Meta(max_length=500)] = ""


async def note_paper(
    tx: Tx, organisation_id: int, person_id: int, paper: ConsentPaper, *, documents: Documents, by: int
) -> None:
    """Note a paper about somebody of the organisation, for its administrator of personal data.

    422 `signed_in_future` and `guardian_name_required`; 409 `withdrawn_already` while a withdrawal runs.
    """
    await require_administrator(tx, organisation_id, right="personal_data", by=by)
    pupil: bool | None = await tx.value(queries.IS_PUPIL_HERE, person_id, organisation_id)
    if pupil is None:
        raise NotFound
    if paper.signed_on > now().date() + dt.timedelta(days=1):
        raise Invalid("signed_in_future", field="signed_on")
    name = " ".join(paper.signed_by.split())
    if not name:
        raise Invalid("guardian_name_required", field="signed_by")
    noted = msgspec.structs.replace(paper, signed_by=name, remark=paper.remark.strip())
    if noted.what == "consent":
        await _agree(tx, person_id, noted, pupil=pupil, documents=documents, by=by)
    elif not await withdraw(tx, person_id, by=by, on_paper_of="guardian" if pupil else "person"):
        raise Conflict("withdrawn_already")
    else:
        await tx.run(queries.END_ON_PAPER, person_id, now())
    await _keep(tx, organisation_id, person_id, noted, by=by)


async def _agree(
    tx: Tx, person_id: int, paper: ConsentPaper, *, pupil: bool, documents: Documents, by: int
) -> None:
    """A guardian's signature is for every document; an adult's for the privacy policy, which is what schools print."""
    in_force = sorted(documents.versions())
    if pupil:
        for document, version in in_force:
            signed = (paper.signed_by, document, version, paper.signed_on)
            await tx.run(queries.NOTE_PAPER, person_id, *signed, by, now())
    else:
        own = Consent("privacy", dict(in_force)["privacy"])
        await give_consents(tx, [own], documents=documents, by=person_id)
    await take_back(tx, person_id, by=by)


async def _keep(tx: Tx, organisation_id: int, person_id: int, paper: ConsentPaper, *, by: int) -> None:
    await tx.run(
        queries.KEEP_PAPER,
        organisation_id,
        person_id,
        paper.what,
        paper.document,
        paper.signed_by,
        paper.signed_on,
        paper.remark,
        by,
        now(),
    )
    await tx.audit(
        f"paper_{paper.what}_noted",
        actor_id=by,
        subject=f"person:{person_id}",
        organisation_id=organisation_id,
        details={"signed_on": paper.signed_on.isoformat(), "document": paper.document},
    )
