"""What a roster would do: changes for people to read, and the writes that make them."""

import hashlib
from collections import Counter
from datetime import date
from typing import Literal

import msgspec

from parta.identity.contacts import Contact
from parta.identity.names import FullName
from parta.organisations.roster.matching import Ref

Entity = Literal["org", "year", "class", "user", "role", "enrollment", "guardianship"]
ChangeKind = Literal["new", "changed", "gone", "refused", "warning"]
ENTITIES: tuple[Entity, ...] = ("org", "year", "class", "user", "role", "enrollment", "guardianship")


class FieldChange(msgspec.Struct, frozen=True):
    """One field, before and after; None before means there was nothing."""

    name: str
    old: str | None
    new: str | None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a preview. `entity` of refused rows and warnings is that of their file."""

    entity: str
    kind: ChangeKind
    sourced_id: str
    title: str
    file: str = ""
    line: int | None = None
    fields: tuple[FieldChange, ...] = ()
    reason: str | None = None
    value: str = ""
    field: str = ""


class OrgWrite(msgspec.Struct, frozen=True):
    """Add (a new ref) or update an organisation."""

    ref: Ref
    type: str
    name: str
    parent: Ref | None


class YearWrite(msgspec.Struct, frozen=True):
    """Add or update a school year."""

    ref: Ref
    org: Ref
    title: str
    starts: date
    ends: date


class ClassWrite(msgspec.Struct, frozen=True):
    """Add, update or reopen a class."""

    ref: Ref
    org: Ref
    kind: str
    title: str
    grade: str
    subject: str
    year: Ref | None


class RoleWrite(msgspec.Struct, frozen=True):
    """Give a role, or correct the one with this id."""

    id: int | None
    person: Ref
    org: Ref
    role: str
    position: str
    subject: str
    sourced_id: str


class EnrollmentWrite(msgspec.Struct, frozen=True):
    """Give a place in a class, or correct it."""

    klass: Ref
    person: Ref
    role: str
    class_teacher: bool
    sourced_id: str


class GuardianshipWrite(msgspec.Struct, frozen=True):
    """Link a guardian with a child, or correct the link."""

    guardian: Ref
    child: Ref
    relation: str


class LinkWrite(msgspec.Struct, frozen=True):
    """Remember what a sourcedId means."""

    entity: str
    sourced_id: str
    ref: Ref


class Plan(msgspec.Struct, kw_only=True):
    """Everything an application will do, in ids where they exist and sourcedIds where they do not yet."""

    changes: list[Change] = []
    unchanged: Counter[str] = msgspec.field(default_factory=Counter)
    orgs: list[OrgWrite] = []
    closed_orgs: list[int] = []
    years: list[YearWrite] = []
    classes: list[ClassWrite] = []
    closed_classes: list[int] = []
    people: dict[str, FullName] = {}
    renames: dict[int, FullName] = {}
    contacts: list[tuple[Ref, tuple[Contact, ...]]] = []
    awaited: list[tuple[Ref, Contact]] = []
    links: list[LinkWrite] = []
    roles: list[RoleWrite] = []
    ended_roles: list[int] = []
    enrollments: list[EnrollmentWrite] = []
    ended_enrollments: list[tuple[int, int, str]] = []
    guardianships: list[GuardianshipWrite] = []
    ended_guardianships: list[tuple[int, int]] = []

    def fingerprint(self) -> bytes:
        """Two plans with one fingerprint do the same and say the same."""
        return hashlib.blake2b(msgspec.msgpack.encode(self), digest_size=16).digest()

    def summary(self) -> dict[str, dict[str, int]]:
        """How many of each kind, per entity."""
        found: dict[str, dict[str, int]] = {
            entity: {
                "new": 0,
                "changed": 0,
                "gone": 0,
                "unchanged": self.unchanged[entity],
                "refused": 0,
                "warning": 0,
            }
            for entity in ENTITIES
        }
        for change in self.changes:
            found[change.entity if change.entity in found else "org"][change.kind] += 1
        return found


def differences(**pairs: tuple[object, object]) -> tuple[FieldChange, ...]:
    """The fields whose old and new differ, as texts."""
    return tuple(
        FieldChange(name, _said(old), _said(new)) for name, (old, new) in pairs.items() if old != new
    )


def given(**fields: object) -> tuple[FieldChange, ...]:
    """The fields of something new, without those that say nothing."""
    return tuple(
        FieldChange(name, None, _said(one)) for name, one in fields.items() if one not in ("", None, False)
    )


def _said(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "да" if value else "нет"
    return str(value)
