"""Deciding about photographs that wait, taking one away, and what an organisation allows."""

from datetime import datetime

import msgspec

from parta.core.db import Database, Tx
from parta.core.errors import NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.files.portraits import queries
from parta.files.portraits.events import PortraitsWaiting
from parta.files.portraits.portraits import Mode, PortraitRow, forget_blobs, remove_portraits
from parta.identity.portraits import show_portrait
from parta.organisations.access import require_administrator
from parta.organisations.invites.naming import reason_of
from parta.safety.people import PersonBrief, briefs


class PortraitPolicy(msgspec.Struct, frozen=True):
    """When photographs are shown: of adults, of pupils, and of pupils of grades 1 to 4."""

    adults: Mode = "approval"
    pupils: Mode = "approval"
    juniors: Mode = "approval"


class WaitingPortrait(msgspec.Struct, frozen=True):
    """A photograph that waits, and whose it is."""

    id: int
    person: PersonBrief
    created_at: datetime


class _Waiting(msgspec.Struct, frozen=True):
    id: int
    person_id: int
    created_at: datetime


async def read_policy(tx: Tx, organisation_id: int, *, by: int) -> PortraitPolicy:
    """What the organisation has decided, for its administrators."""
    await require_administrator(tx, organisation_id, right="settings", by=by)
    return await tx.row(queries.POLICY, organisation_id, into=PortraitPolicy) or PortraitPolicy()


async def change_policy(tx: Tx, organisation_id: int, policy: PortraitPolicy, *, by: int) -> None:
    """Decide otherwise for photographs to come; those that are shown stay."""
    await require_administrator(tx, organisation_id, right="settings", by=by)
    await tx.run(queries.SET_POLICY, organisation_id, policy.adults, policy.pupils, policy.juniors)
    await tx.audit(
        "portrait_policy_changed",
        actor_id=by,
        subject=f"organisation:{organisation_id}",
        organisation_id=organisation_id,
        details=msgspec.structs.asdict(policy),
    )


async def list_waiting(
    tx: Tx, organisation_id: int, *, after: str | None, limit: int, by: int
) -> Page[WaitingPortrait]:
    """Photographs of the organisation's people that wait, the longest first."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    last = decode_key(after, tuple[int])[0] if after else 0
    rows = await tx.rows(queries.WAITING, organisation_id, last, limit, into=_Waiting)
    people = {one.id: one for one in await briefs(tx, [row.person_id for row in rows], to=None)}
    items = [
        WaitingPortrait(row.id, people[row.person_id], row.created_at)
        for row in rows
        if row.person_id in people
    ]
    return Page(items, encode_key(rows[-1].id) if len(rows) == limit else None)


async def approve(db: Database, organisation_id: int, portrait_id: int, *, by: int) -> None:
    """Show a photograph instead of the one before."""
    async with db.transaction() as tx:
        row = await _find(tx, organisation_id, portrait_id, by=by)
        gone = await tx.values(queries.FORGET, row.person_id, ["shown", "refused"])
        await tx.run(queries.SHOW, row.id, by)
        await show_portrait(tx, row.person_id, row.id)
        await _note(tx, "portrait_approved", organisation_id, row.person_id, by=by)
    await forget_blobs(db.blobs, gone)


async def refuse(db: Database, organisation_id: int, portrait_id: int, reason: str, *, by: int) -> None:
    """Keep a photograph from being shown; its owner sees why, and the one before stays."""
    async with db.transaction() as tx:
        row = await _find(tx, organisation_id, portrait_id, by=by)
        said = reason_of(reason)
        gone = await tx.values(queries.FORGET, row.person_id, ["refused"])
        await tx.run(queries.REFUSE, row.id, by, said)
        await _note(tx, "portrait_refused", organisation_id, row.person_id, by=by, reason=said)
    await forget_blobs(db.blobs, gone)


async def remove_of(db: Database, organisation_id: int, person_id: int, reason: str, *, by: int) -> None:
    """Take away somebody's photograph as a measure."""
    async with db.transaction() as tx:
        await require_administrator(tx, organisation_id, right="moderation", by=by)
        if not await tx.value(queries.BELONGS_HERE, organisation_id, person_id):
            raise NotFound
        said = reason_of(reason)
        gone = await remove_portraits(tx, person_id)
        await _note(tx, "portrait_removed", organisation_id, person_id, by=by, reason=said)
    await forget_blobs(db.blobs, gone)


async def _find(tx: Tx, organisation_id: int, portrait_id: int, *, by: int) -> PortraitRow:
    await require_administrator(tx, organisation_id, right="people", by=by)
    row = await tx.row(queries.WAITING_ONE, organisation_id, portrait_id, into=PortraitRow)
    if row is None:
        raise NotFound
    return row


async def _note(
    tx: Tx, action: str, organisation_id: int, person_id: int, *, by: int, reason: str = ""
) -> None:
    tx.emit(PortraitsWaiting(person_id=person_id))
    await tx.audit(
        action,
        actor_id=by,
        subject=f"person:{person_id}",
        organisation_id=organisation_id,
        details={"reason": reason} if reason else {},
    )
