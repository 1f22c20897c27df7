"""One's own photograph: sent, shown or waiting, taken away; and who may look at it."""

from typing import Literal
from uuid import uuid4

import msgspec

from parta.core.blobs import Blobs
from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.core.errors import NotFound, Problem
from parta.files.portraits import queries
from parta.files.portraits.drawing import draw_portrait
from parta.files.portraits.events import PortraitsWaiting
from parta.identity.portraits import show_portrait
from parta.organisations.access import administered_organisations
from parta.safety.visibility import visible

Mode = Literal["off", "at_once", "approval"]
State = Literal["waiting", "shown", "refused"]
Size = Literal["large", "small"]


class OwnPortrait(msgspec.Struct, frozen=True, kw_only=True):
    """How one's photograph stands: the versions that are shown and that wait, and why one was refused."""

    mode: Mode
    shown: int = 0
    waiting: int = 0
    refused: str | None = None


class PortraitRow(msgspec.Struct, frozen=True):
    """A photograph as stored."""

    id: int
    person_id: int
    state: State
    blob_key: str


class _Own(msgspec.Struct, frozen=True):
    id: int
    state: State
    blob_key: str
    reason: str


async def mode_of(tx: Tx, person_id: int) -> Mode:
    """What the person's organisations have decided: the strictest counts; who belongs nowhere shows none."""
    modes = set(await tx.values(queries.RULES, person_id))
    if not modes or "off" in modes:
        return "off"
    return "approval" if "approval" in modes else "at_once"


async def read_own(tx: Tx, person_id: int) -> OwnPortrait:
    """How my photograph stands."""
    rows = {row.state: row for row in await tx.rows(queries.OWN, person_id, into=_Own)}
    return OwnPortrait(
        mode=await mode_of(tx, person_id),
        shown=rows["shown"].id if "shown" in rows else 0,
        waiting=rows["waiting"].id if "waiting" in rows else 0,
        refused=rows["refused"].reason if "refused" in rows else None,
    )


async def send_portrait(db: Database, content: bytes, *, by: int) -> OwnPortrait:
    """Draw a photograph anew and show it, or let it wait; the one that is shown stays meanwhile."""
    async with db.transaction() as tx:
        await _require_allowed(tx, by)
    drawn = await draw_portrait(db.configuration, content)
    key = f"portraits/{uuid4().hex}"
    await db.blobs.put(key_of(key, "large"), drawn.large)
    await db.blobs.put(key_of(key, "small"), drawn.small)
    async with db.transaction() as tx:
        await tx.run(queries.ONE_AT_A_TIME, by)
        mode = await _require_allowed(tx, by)
        state: State = "shown" if mode == "at_once" else "waiting"
        gone = await tx.values(queries.FORGET, by, [state, "refused"])
        version = await tx.value(queries.ADD, by, state, key, now())
        if state == "shown":
            await show_portrait(tx, by, version)
        else:
            tx.emit(PortraitsWaiting(person_id=by))
        own = await read_own(tx, by)
    await forget_blobs(db.blobs, gone)
    return own


async def remove_own(db: Database, *, by: int) -> None:
    """Take away the photograph that is shown and the one that waits."""
    async with db.transaction() as tx:
        gone = await remove_portraits(tx, by)
    await forget_blobs(db.blobs, gone)


async def remove_portraits(tx: Tx, person_id: int) -> list[str]:
    """Show no photograph of somebody; returns the keys of what is to be deleted after the commit."""
    await tx.run(queries.ONE_AT_A_TIME, person_id)
    gone: list[str] = await tx.values(queries.FORGET, person_id, ["shown", "waiting", "refused"])
    await show_portrait(tx, person_id, 0)
    return gone


async def find_portrait(tx: Tx, person_id: int, version: int, *, to: int) -> PortraitRow:
    """A version for those who may see the person; one that is not shown only for its owner and those who decide."""
    row = await tx.row(queries.FIND, version, person_id, into=PortraitRow)
    if row is None:
        raise NotFound
    if person_id != to:
        seen = row.state == "shown" and person_id in await visible(tx, to, [person_id])
        if not seen and not await _decides(tx, person_id, to):
            raise NotFound
    return row


def key_of(key: str, size: Size) -> str:
    """Where the bytes of a size lie."""
    return f"{key}-{size}.webp"


async def forget_blobs(blobs: Blobs, keys: list[str]) -> None:
    """Delete both sizes."""
    if keys:
        await blobs.delete([key_of(key, size) for key in keys for size in ("large", "small")])


async def _decides(tx: Tx, person_id: int, by: int) -> bool:
    administration = await administered_organisations(tx, by, right="people")
    if not administration.is_operator and not administration.organisation_ids:
        return False
    return bool(await tx.value(queries.IS_ADMINISTERED, person_id, administration.scope()))


async def _require_allowed(tx: Tx, person_id: int) -> Mode:
    mode = await mode_of(tx, person_id)
    if mode == "off":
        raise Problem("portraits_off", status=403)
    return mode
