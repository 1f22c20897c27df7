"""What keeps an application from being submitted: every field that is empty or wrong, each by its own sentence."""

from parta.applications import queries
from parta.applications.requisites import inn_problem, kpp_problem, ogrn_problem, plain
from parta.applications.shapes import ApplicationRow
from parta.core.db import Tx
from parta.core.errors import FieldProblem, Problem
from parta.identity.contacts import Contact, ContactKind, understand
from parta.identity.names import FullName, checked
from parta.identity.settings import IdentitySettings
from parta.organisations.invites.naming import one_line

TEXTS = ("name", "short_name", "settlement", "family_name", "given_name")


async def problems_of(tx: Tx, row: ApplicationRow) -> list[FieldProblem]:
    """Everything that is still to be mended, in the order of the form."""
    found = [FieldProblem(field, "field_empty") for field in TEXTS if not one_line(getattr(row, field))]
    found += _numbers(row)
    if row.territory_id is None or not await tx.value(queries.TERRITORY, row.territory_id):
        found.append(FieldProblem("territory_id", "territory_unfinished"))
    if row.family_name.strip() and row.given_name.strip():
        found += _name(row)
    found += [problem for kind in ("phone", "email") if (problem := _contact_problem(tx, row, kind))]
    if row.file_id is None:
        found.append(FieldProblem("file_id", "document_missing"))
    return found


def contact_of(tx: Tx, row: ApplicationRow, kind: ContactKind) -> Contact | None:
    """The administrator's phone or address as it is stored, or None when it is none."""
    typed = row.phone if kind == "phone" else row.email
    found = understand(typed, region=tx.configuration.get(IdentitySettings).phone_region)
    return found if found is not None and found.kind == kind else None


def is_proven(tx: Tx, row: ApplicationRow, kind: ContactKind) -> bool:
    """Whether the contact that stands there now is the one that was proved."""
    contact = contact_of(tx, row, kind)
    return contact is not None and contact.value == (
        row.proven_phone if kind == "phone" else row.proven_email
    )


def _numbers(row: ApplicationRow) -> list[FieldProblem]:
    checks = {"inn": inn_problem, "kpp": kpp_problem, "ogrn": ogrn_problem}
    found = []
    for field, check in checks.items():
        number = plain(getattr(row, field))
        if problem := check(number) if number else "field_empty":
            found.append(FieldProblem(field, problem))
    return found


def _name(row: ApplicationRow) -> list[FieldProblem]:
    try:
        checked(FullName(row.family_name, row.given_name, row.patronymic))
    except Problem as problem:
        return list(problem.fields)
    return []


def _contact_problem(tx: Tx, row: ApplicationRow, kind: ContactKind) -> FieldProblem | None:
    typed = row.phone if kind == "phone" else row.email
    if not typed.strip():
        return FieldProblem(kind, "field_empty")
    if contact_of(tx, row, kind) is None:
        return FieldProblem(kind, "phone_not_phone" if kind == "phone" else "email_not_email")
    return None if is_proven(tx, row, kind) else FieldProblem(kind, "contact_not_proven")
