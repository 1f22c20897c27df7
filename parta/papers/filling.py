"""Filling papers in: what Parta knows itself, and a class's consent forms at once."""

import msgspec

from parta.core.config import CoreSettings
from parta.core.db import Tx
from parta.core.errors import Invalid, NotFound
from parta.identity.documents import documents_of
from parta.identity.settings import IdentitySettings
from parta.organisations.access import require_administrator
from parta.organisations.events import MinorsRead
from parta.papers import queries
from parta.papers.facts import Facts
from parta.papers.paper import PAGE, Paper
from parta.papers.texts import WRITERS, PaperKind

MOST_FORMS = 120  # a class with two guardians for each pupil


class Colleague(msgspec.Struct, frozen=True):
    """Somebody a paper may name: a name, and the position if the school has said it."""

    name: str
    position: str
    administrator: bool


class ClassHere(msgspec.Struct, frozen=True):
    """A class whose forms can be made at once."""

    id: int
    title: str


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What can be filled in without typing."""

    facts: Facts
    staff: list[Colleague]
    classes: list[ClassHere]


class Family(msgspec.Struct, frozen=True):
    """A pupil and one of their guardians; no name when none is known."""

    child_id: int
    child: str
    guardian: str
    first: bool


class _Organisation(msgspec.Struct, frozen=True):
    organisation: str
    inn: str


async def known_facts(tx: Tx, organisation_id: int, *, by: int) -> Known:
    """What is known of the organisation, for its administrator."""
    await require_administrator(tx, organisation_id, right="personal_data", by=by)
    staff = await tx.rows(queries.STAFF, organisation_id, into=Colleague)
    head = next((one for one in staff if "директор" in one.position.lower()), None)
    documents = documents_of(tx.configuration.get(IdentitySettings))
    own = await tx.row(queries.ORGANISATION, organisation_id, into=_Organisation)
    facts = Facts(
        organisation=own.organisation if own else "",
        inn=own.inn if own else "",
        head_position=head.position if head else "",
        head_name=head.name if head else "",
        site=tx.configuration.get(CoreSettings).public_url or "",
        privacy_version=dict(documents.versions())["privacy"],
    )
    return Known(
        facts=facts, staff=staff, classes=await tx.rows(queries.CLASSES, organisation_id, into=ClassHere)
    )


async def fill_paper(tx: Tx, organisation_id: int, kind: PaperKind, facts: Facts, *, by: int) -> Paper:
    """One paper of an organisation, for its administrator."""
    await require_administrator(tx, organisation_id, right="personal_data", by=by)
    return WRITERS[kind](facts)


async def fill_forms(
    tx: Tx, organisation_id: int, class_id: int, facts: Facts, *, each_guardian: bool, by: int
) -> Paper:
    """Consent forms of a whole class in one paper, a form a page: for each pupil, or for each of their guardians."""
    await require_administrator(tx, organisation_id, right="personal_data", by=by)
    title: str | None = await tx.value(queries.CLASS_TITLE, class_id, organisation_id)
    if title is None:
        raise NotFound
    families = await tx.rows(queries.FAMILIES, class_id, MOST_FORMS + 1, into=Family)
    if not families:
        raise Invalid("class_empty", field="class_id")
    if len(families) > MOST_FORMS:
        raise Invalid("class_too_large", field="class_id")
    children = sorted({family.child_id for family in families})
    tx.emit(MinorsRead(reader_id=by, person_ids=children, sort="table", organisation_id=organisation_id))
    blocks = []
    for family in families:
        if family.first or each_guardian:
            own = msgspec.structs.replace(
                facts, child=family.child, guardian=family.guardian, class_title=title
            )
            blocks += [*WRITERS["consent_guardian"](own).blocks, PAGE]
    return Paper(f"Согласия, {title}", blocks[:-1])
