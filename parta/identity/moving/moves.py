"""A move, as it is kept and as it is shown."""

from datetime import datetime
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.identity.contacts import Contact, ContactKind, masked
from parta.identity.moving import queries

Side = Literal["new", "old"]


class KeptMove(msgspec.Struct, frozen=True, kw_only=True):
    """A move as the database has it."""

    id: int
    person_id: int
    contact_id: int
    old_kind: ContactKind
    old_value: str
    new_kind: ContactKind
    new_value: str
    reason: str
    keeps_sessions: bool
    started_by: int
    started_at: datetime
    expires_at: datetime
    help_asked_at: datetime | None
    new_proven_at: datetime | None
    old_confirmed_at: datetime | None
    confirmed_by: int | None
    done_at: datetime | None

    @property
    def old(self) -> Contact:
        """What is left behind."""
        return Contact(self.old_kind, self.old_value)

    @property
    def new(self) -> Contact:
        """Where the person goes."""
        return Contact(self.new_kind, self.new_value)

    def side(self, side: Side) -> Contact:
        """The contact of one side."""
        return self.new if side == "new" else self.old


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """A move as the person and the staff see it: enough to recognise both contacts."""

    id: int
    person_id: int
    old_kind: ContactKind
    old: str
    new_kind: ContactKind
    new: str
    reason: str
    started_at: datetime
    expires_at: datetime
    started_by_person: bool
    started_by_me: bool
    help_asked: bool
    new_proven: bool
    old_confirmed: bool
    done: bool


class ContactHere(msgspec.Struct, frozen=True):
    """A way to sign in, as the staff see it."""

    id: int
    kind: ContactKind
    masked: str
    proven: bool


class FormerContact(msgspec.Struct, frozen=True):
    """A way to sign in that was, and until when."""

    kind: ContactKind
    masked: str
    held_from: datetime
    held_until: datetime


class _Contact(msgspec.Struct, frozen=True):
    id: int
    kind: ContactKind
    value: str
    proven: bool


class _Former(msgspec.Struct, frozen=True):
    kind: ContactKind
    value: str
    held_from: datetime
    held_until: datetime


def shown(move: KeptMove, *, to: int) -> Move:
    """The move for somebody's eyes."""
    return Move(
        id=move.id,
        person_id=move.person_id,
        old_kind=move.old_kind,
        old=masked(move.old),
        new_kind=move.new_kind,
        new=masked(move.new),
        reason=move.reason,
        started_at=move.started_at,
        expires_at=move.expires_at,
        started_by_person=move.started_by == move.person_id,
        started_by_me=move.started_by == to,
        help_asked=move.help_asked_at is not None,
        new_proven=move.new_proven_at is not None,
        old_confirmed=move.old_confirmed_at is not None,
        done=move.done_at is not None,
    )


async def current_move(tx: Tx, person_id: int) -> KeptMove | None:
    """The move of a person that is under way."""
    return await tx.row(queries.CURRENT_OF, person_id, now(), into=KeptMove)


async def contacts_here(tx: Tx, person_id: int) -> list[ContactHere]:
    """The ways in of a person, hidden but for what recognises them."""
    rows = await tx.rows(queries.CONTACTS_OF, person_id, into=_Contact)
    return [ContactHere(one.id, one.kind, masked(Contact(one.kind, one.value)), one.proven) for one in rows]


async def former_contacts(tx: Tx, person_id: int) -> list[FormerContact]:
    """What a person signed in by before, newest first."""
    rows = await tx.rows(queries.FORMER_OF, person_id, into=_Former)
    return [
        FormerContact(one.kind, masked(Contact(one.kind, one.value)), one.held_from, one.held_until)
        for one in rows
    ]
