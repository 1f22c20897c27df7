"""Filling in an application: begun, saved as one types, proved, submitted, withdrawn."""

from datetime import datetime, timedelta

import msgspec

from parta.applications import queries
from parta.applications.access import find_editable, find_own
from parta.applications.checking import problems_of
from parta.applications.requisites import plain
from parta.applications.settings import ApplicationsSettings
from parta.applications.shapes import ApplicationRow, Fields
from parta.applications.telling import add_step, tell_deciders
from parta.applications.terms import ForgetDocument, ForgetDraft
from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid
from parta.files.attaching import attachable_files, release_files
from parta.identity.contacts import understand
from parta.identity.names import FullName, checked
from parta.identity.settings import IdentitySettings
from parta.organisations.invites.naming import one_line

SCANS = {"application/pdf", "image/jpeg", "image/png"}
WORKING_DAYS = range(5)


async def begin_application(tx: Tx, *, by: int) -> int:
    """Begin a draft; Conflict `too_many_applications`."""
    await tx.value(queries.LOCK_APPLICANT, by)
    settings = tx.configuration.get(ApplicationsSettings)
    if await tx.value(queries.COUNT_OPEN, by) >= settings.open_per_person:
        raise Conflict("too_many_applications")
    moment = now()
    application_id: int = await tx.value(queries.BEGIN, by, moment)
    await tx.enqueue(
        ForgetDraft(application_id), due_at=moment + settings.draft_kept, key=str(application_id)
    )
    return application_id


async def save_application(tx: Tx, application_id: int, fields: Fields, *, by: int) -> None:
    """Keep what was typed, right or not; a file must be the applicant's own scan."""
    row = await find_editable(tx, application_id, of=by)
    if fields.file_id is not None and fields.file_id != row.file_id:
        await _check_scan(tx, fields.file_id, by=by)
    if fields.territory_id is not None and not await tx.value(queries.IS_TERRITORY, fields.territory_id):
        raise Invalid("territory_unfinished", field="territory_id")
    tidy = {
        name: one_line(value) if isinstance(value, str) else value
        for name, value in msgspec.structs.asdict(fields).items()
    }
    await _write(tx, application_id, msgspec.convert(tidy, Fields))
    if row.file_id is not None and row.file_id != fields.file_id:
        await release_files(tx, [row.file_id])


async def submit_application(tx: Tx, application_id: int, *, by: int) -> None:
    """Hand it over to those who decide; 422 `application_unfinished` names every field that is not right yet."""
    row = await find_editable(tx, application_id, of=by)
    problems = await problems_of(tx, row)
    if problems:
        refusal = Invalid("application_unfinished")
        refusal.fields = tuple(problems)
        raise refusal
    await _write(tx, application_id, _in_one_spelling(tx, row))
    moment = now()
    days = tx.configuration.get(ApplicationsSettings).decision_days
    await tx.run(queries.SUBMIT, application_id, moment, working_days_after(moment, days))
    await add_step(tx, application_id, "submitted", by=by)
    await tx.audit("application_submitted", actor_id=by, subject=f"application:{application_id}")
    await tell_deciders(tx, row.territory_id)


async def withdraw_application(tx: Tx, application_id: int, *, by: int) -> None:
    """Take an application back; a draft is gone as if it had never been. Conflict when it is decided."""
    row = await find_own(tx, application_id, of=by)
    if row.state not in ("draft", "submitted", "returned"):
        raise Conflict("application_not_editable")
    if row.state == "draft":
        await tx.run(queries.REMOVE, application_id)
        await release_files(tx, [row.file_id] if row.file_id else [])
        return
    moment = now()
    await tx.run(queries.SET_STATE, application_id, "withdrawn", moment)
    await add_step(tx, application_id, "withdrawn", by=by)
    await tx.audit("application_withdrawn", actor_id=by, subject=f"application:{application_id}")
    await forget_document_later(tx, application_id, moment)
    await tell_deciders(tx, row.territory_id)


async def forget_document_later(tx: Tx, application_id: int, moment: datetime) -> None:
    """The scan goes a term after the last step: nobody needs somebody's signature for ever."""
    kept = tx.configuration.get(ApplicationsSettings).document_kept
    await tx.enqueue(ForgetDocument(application_id), due_at=moment + kept, key=str(application_id))


def working_days_after(moment: datetime, days: int) -> datetime:
    """The same time so many working days later; holidays are not known here."""
    while days:
        moment += timedelta(days=1)
        days -= moment.weekday() in WORKING_DAYS
    return moment


async def _check_scan(tx: Tx, file_id: int, *, by: int) -> None:
    [file] = await attachable_files(tx, [file_id], by=by)
    if file.content_type not in SCANS:
        raise Invalid("document_wrong_kind", field="file_id")
    if file.size > tx.configuration.get(ApplicationsSettings).document_limit:
        raise Invalid("document_too_large", field="file_id")


def _in_one_spelling(tx: Tx, row: ApplicationRow) -> Fields:
    """The fields of an application in which everything is right."""
    region = tx.configuration.get(IdentitySettings).phone_region
    name = checked(FullName(row.family_name, row.given_name, row.patronymic))
    phone, email = understand(row.phone, region=region), understand(row.email, region=region)
    fields = {field: getattr(row, field) for field in Fields.__struct_fields__}
    fields |= msgspec.structs.asdict(name)
    fields |= {field: plain(fields[field]) for field in ("inn", "kpp", "ogrn")}
    return Fields(**fields | {"phone": phone.value if phone else "", "email": email.value if email else ""})


async def _write(tx: Tx, application_id: int, fields: Fields) -> None:
    await tx.run(
        queries.SAVE,
        application_id,
        fields.type,
        fields.name,
        fields.short_name,
        fields.territory_id,
        fields.settlement,
        fields.inn,
        fields.kpp,
        fields.ogrn,
        fields.family_name,
        fields.given_name,
        fields.patronymic,
        fields.phone,
        fields.email,
        fields.file_id,
        now(),
    )
