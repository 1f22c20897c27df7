"""The door to what a family may know of a child: for the child and the guardians, as long as they are."""

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.safety.families import queries


class _Door(msgspec.Struct, frozen=True):
    is_guardian: bool
    is_pupil: bool


async def require_guardian(tx: Tx, child_id: int, *, by: int) -> None:
    """404 for all who are not the child's guardian now."""
    door = await tx.row(queries.DOOR, child_id, by, into=_Door)
    if door is None or not door.is_guardian:
        raise NotFound


async def require_family(tx: Tx, child_id: int, *, by: int) -> None:
    """The same, and a pupil may know what the own guardians see."""
    door = await tx.row(queries.DOOR, child_id, by, into=_Door)
    if door is None or not (door.is_guardian or (child_id == by and door.is_pupil)):
        raise NotFound
