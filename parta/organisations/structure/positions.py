"""Positions («должности») of an organisation's staff: a small registry, and the free field «Предмет» beside it.

A position is kept as the Russian words that stand in papers and rosters; one of the registry is told in the reader's
language, any other as it is written. Written by hand, position and subject stay when the next roster comes.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.organisations.access import require_administrator
from parta.organisations.events import RolesChanged, RosterApplied
from parta.organisations.invites.naming import one_line
from parta.organisations.structure import queries_members

StaffRole = Literal["teacher", "administrator"]

# Russian and English.
POSITIONS: tuple[tuple[str, str], ...] = (
    ("Директор", "Head teacher"),
    ("Заместитель директора", "Deputy head"),
    ("Заместитель директора по учебной работе", "Deputy head for studies"),
    ("Заместитель директора по воспитательной работе", "Deputy head for upbringing"),
    ("Советник директора по воспитанию", "Adviser on upbringing"),
    ("Советник", "Adviser"),
    ("Классный руководитель", "Class teacher"),
    ("Учитель-предметник", "Subject teacher"),
    ("Учитель начальных классов", "Primary school teacher"),
    ("Педагог дополнительного образования", "Teacher of additional education"),
    ("Педагог-организатор", "Organiser of school events"),
    ("Педагог-психолог", "Psychologist"),
    ("Социальный педагог", "Social pedagogue"),
    ("Учитель-логопед", "Speech therapist"),
    ("Учитель-дефектолог", "Special needs teacher"),
    ("Тьютор", "Tutor"),
    ("Ассистент", "Assistant"),
    ("Преподаватель", "Lecturer"),
    ("Мастер производственного обучения", "Workshop instructor"),
    ("Воспитатель", "Day-care teacher"),
    ("Тренер-преподаватель", "Coach"),
    ("Библиотекарь", "Librarian"),
    ("Педагог-библиотекарь", "School librarian"),
    ("Секретарь", "Secretary"),
    ("Методист", "Methodologist"),
    ("Медицинский работник", "Nurse"),
)
_ENGLISH = {ru.casefold(): en for ru, en in POSITIONS}


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody's role here is called, and the field «Предмет»; empty for nothing."""

    role: StaffRole
    position: Annotated[str, Meta(max_length=100)] = ""
    subject: Annotated[str, Meta(max_length=100)] = ""


class PositionName(msgspec.Struct, frozen=True):
    """A position as it is kept, and as the reader is told it."""

    position: str
    name: str


def name_position(position: str, locale: str) -> str:
    """A position in the reader's language, if the registry knows it."""
    return _ENGLISH.get(position.casefold(), position) if locale == "en" else position


def list_positions(locale: str) -> list[PositionName]:
    """The registry, in its own order: from the head down."""
    return [PositionName(ru, name_position(ru, locale)) for ru, _ in POSITIONS]


async def write_position(
    tx: Tx, organisation_id: int, person_id: int, appointment: Appointment, *, by: int
) -> None:
    """Write somebody's position and subject here; 404 without such a role."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    position, subject = one_line(appointment.position), one_line(appointment.subject)
    if not await tx.value(
        queries_members.WRITE_POSITION, person_id, organisation_id, appointment.role, position, subject
    ):
        raise NotFound
    await tx.audit(
        "position_written",
        actor_id=by,
        subject=f"person:{person_id}",
        organisation_id=organisation_id,
        details={"role": appointment.role, "position": position, "subject": subject},
    )
    tx.emit(RolesChanged(person_id=person_id))
    # The director owns the staff room where no administrator does.
    tx.emit(RosterApplied(organisation_ids=[organisation_id], class_ids=[]))
