"""Where rooms plug into the live socket."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from parta.core.db import Database, Tx
    from parta.core.live.connection import Connection
    from parta.core.live.gateway import Caller
    from parta.core.live.hub import Hub


class Frame(msgspec.Struct, frozen=True, kw_only=True, tag_field="op", tag=str.lower):
    """What a client sends: subclasses repeat `frozen=True, kw_only=True` and may set `tag`."""


Audience = Callable[["Tx", int], Awaitable[list[str]]]
Watchable = Callable[["Tx", int, list[int]], Awaitable[dict[int, datetime | None]]]
Departure = Callable[["Database", int], Awaitable[None]]
Parting = Callable[["Hub", "Connection"], None]
Act = Callable[["Caller", Any], Awaitable[None]]

AUDIENCES: list[Audience] = []
WATCHABLE: list[Watchable] = []
DEPARTURES: list[Departure] = []
PARTINGS: list[Parting] = []
ACTS: dict[type[Frame], Act] = {}

A = TypeVar("A", bound=Callable[..., Awaitable[Any]])


def audiences(find: A) -> A:
    """Register `(tx, person_id) -> streams` that a person hears."""
    AUDIENCES.append(find)
    return find


def watchable(find: A) -> A:
    """Register `(tx, person_id, ids) -> {id: last seen}` for those whose presence the person may see."""
    WATCHABLE.append(find)
    return find


def departs(act: A) -> A:
    """Register `(db, person_id)` to run when somebody's last device has gone."""
    DEPARTURES.append(act)
    return act


def parts(act: Parting) -> Parting:
    """Register `(hub, connection)` to run when one socket has gone, whatever other devices there are."""
    PARTINGS.append(act)
    return act


def acts(frame: type[Frame]) -> Callable[[A], A]:
    """Register `(caller, frame)` for one sort of frame."""

    def register(act: A) -> A:
        ACTS[frame] = act
        return act

    return register
