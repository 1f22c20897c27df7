"""An organisation's part in another one's community: what it is, how it ends, and what becomes of it at a merging."""

from collections.abc import Collection
from datetime import datetime
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.organisations.structure import queries_guests as queries
from parta.organisations.structure.members import follow


class Part(msgspec.Struct, frozen=True):
    """A guest organisation in a community, or asked into it; community and both organisations are open."""

    class_id: int
    organisation_id: int
    state: Literal["waiting", "accepted"]
    host_id: int
    title: str
    invited_at: datetime
    place: int
    host_name: str
    host_short_name: str
    guest_name: str
    people: int


class _EndedPart(msgspec.Struct, frozen=True):
    class_id: int
    organisation_id: int
    host_id: int


async def end_part(tx: Tx, part: Part, action: str, *, by: int) -> None:
    """End a part for which the caller has opened the door: all its people leave, and their chat with them."""
    moment = now()
    await tx.run(queries.DECIDE, part.class_id, part.organisation_id, "left", by, moment)
    await _let_go(tx, part.class_id, part.organisation_id, part.host_id, moment)
    await audit_part(tx, action, part, by=by)


async def end_parts_of_closed(tx: Tx, organisation_ids: Collection[int]) -> None:
    """End what rested on an organisation, or a community, that is closed now."""
    moment = now()
    ended = await tx.rows(queries.END_PARTS_OF_CLOSED, sorted(set(organisation_ids)), moment, into=_EndedPart)
    for part in ended:
        await _let_go(tx, part.class_id, part.organisation_id, part.host_id, moment)


async def merge_parts(tx: Tx, organisation_id: int, into_id: int) -> None:
    """Let the second take part where the first did, with the same people; its classes have moved already."""
    await tx.run(queries.ENRICH_PARTS, organisation_id, into_id)
    await tx.run(queries.MOVE_PARTS, organisation_id, into_id)
    await tx.run(queries.MOVE_GUESTS, organisation_id, into_id)
    await tx.run(queries.END_DOUBLED_PARTS, organisation_id, into_id, now())
    await tx.run(queries.BE_AT_HOME, into_id)


async def audit_part(tx: Tx, action: str, part: Part, *, by: int) -> None:
    """Write it down in the journals of both organisations."""
    for organisation_id in (part.host_id, part.organisation_id):
        await tx.audit(
            action,
            actor_id=by,
            subject=f"class:{part.class_id}",
            organisation_id=organisation_id,
            details={"title": part.title, "host": part.host_name, "guest": part.guest_name},
        )


async def _let_go(tx: Tx, class_id: int, organisation_id: int, host_id: int, moment: datetime) -> None:
    people = await tx.values(queries.END_PLACES, class_id, organisation_id, moment)
    if people:
        await follow(tx, host_id, [class_id], people)
