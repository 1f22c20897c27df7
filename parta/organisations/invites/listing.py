"""Reading invites: what was made, in what state it is, and who came by it."""

from datetime import datetime
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.organisations.invites import queries
from parta.organisations.invites.access import find_inviter
from parta.organisations.invites.naming import names_of
from parta.organisations.invites.shapes import Comer, Invite, InviteRow, InviteState

NEWEST = 2**63 - 1


class ClassToInvite(msgspec.Struct, frozen=True):
    """A class into which the one who asks may invite."""

    id: int
    title: str
    grade: str


class PlacesToInvite(msgspec.Struct, frozen=True):
    """Where somebody may invite: an administrator everybody everywhere, a class teacher into own classes."""

    administers: bool
    # Whether administrators, too, may be invited.
    appoints: bool
    junior_grades: bool
    classes: list[ClassToInvite]


class _ComerRow(msgspec.Struct, frozen=True):
    id: int
    person_id: int
    state: Literal["waiting", "joined", "declined"]
    reason: str
    decided_by: int | None
    created_at: datetime


async def read_places(tx: Tx, organisation_id: int, *, by: int) -> PlacesToInvite:
    """Tell where this person may invite; 404 when nowhere."""
    inviter = await find_inviter(tx, organisation_id, by=by)
    junior = bool(await tx.value(queries.JUNIOR_GRADES, organisation_id))
    classes = await tx.rows(queries.PLACES_TO_INVITE, organisation_id, inviter.scope(), into=ClassToInvite)
    return PlacesToInvite(inviter.administers, inviter.appoints, junior, classes)


async def list_invites(
    tx: Tx, organisation_id: int, *, state: InviteState | None, after: str | None, limit: int, by: int
) -> Page[Invite]:
    """Invites, the newest first: an administrator's are all, a class teacher's those into own classes."""
    inviter = await find_inviter(tx, organisation_id, by=by)
    last = decode_key(after, tuple[int])[0] if after else NEWEST
    rows = await tx.rows(
        queries.LIST_INVITES, now(), organisation_id, inviter.scope(), last, state, limit + 1, into=InviteRow
    )
    more = encode_key(rows[limit - 1].id) if len(rows) > limit else None
    return Page(await show(tx, rows[:limit]), more)


async def list_comers(
    tx: Tx, organisation_id: int, invite_id: int, *, after: str | None, limit: int, by: int
) -> Page[Comer]:
    """Who came by an invite, the newest first."""
    inviter = await find_inviter(tx, organisation_id, by=by)
    invite = await tx.row(queries.INVITE, now(), invite_id, into=InviteRow)
    hidden = invite is None or invite.organisation_id != organisation_id
    if invite is None or hidden or not inviter.may_invite(invite.role, invite.class_id):
        raise NotFound
    last = decode_key(after, tuple[int])[0] if after else NEWEST
    rows = await tx.rows(queries.COMERS, invite_id, last, limit + 1, into=_ComerRow)
    page = rows[:limit]
    names = await names_of(tx, [one for row in page for one in (row.person_id, row.decided_by)])
    items = [
        Comer(
            id=row.id,
            person=names[row.person_id],
            state=row.state,
            reason=row.reason,
            decided_by=names.get(row.decided_by or 0),
            created_at=row.created_at,
        )
        for row in page
    ]
    return Page(items, encode_key(page[-1].id) if len(rows) > limit else None)


async def show(tx: Tx, rows: list[InviteRow]) -> list[Invite]:
    """Invites with the names of those whom they are about."""
    names = await names_of(tx, [one for row in rows for one in (row.made_by, row.child_id, row.expected_id)])
    return [
        Invite(
            id=row.id,
            role=row.role,
            class_title=row.class_title,
            child=names.get(row.child_id or row.expected_id or 0),
            subject=row.subject,
            note=row.note,
            approval=row.approval,
            most_uses=row.most_uses,
            uses=row.uses,
            on_sheet=row.on_sheet,
            made_by=names[row.made_by],
            created_at=row.created_at,
            expires_at=row.expires_at,
            state=row.state,
        )
        for row in rows
    ]
