"""HTTP of what a guardian sees and sets for a child; the child reads the same about themselves."""

from typing import Annotated, Any

import msgspec
from litestar import get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from parta.core.db import Tx
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.safety.families import accesses, childs_view
from parta.safety.families.accesses import Access
from parta.safety.families.childs_view import ChildSafety, Partner
from parta.safety.policies import safe_mode
from parta.safety.quiet_schedule import QuietPeriod

MOST_PERIODS = 14


class ChildsSafeMode(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the child keeps safe mode; `locked` holds the child to it."""

    kept: bool
    locked: bool = False


class ChildsQuietHours(msgspec.Struct, frozen=True):
    """Silences of my making, besides the child's own; none to take mine back."""

    periods: Annotated[list[QuietPeriod], Meta(max_length=MOST_PERIODS)]


@get("/children/{child_id:int}/safety", tags=["families"])
async def read_child(
    tx: NamedDependency[Tx], me: NamedDependency[Person], child_id: FromPath[int]
) -> ChildSafety:
    """A child's safe mode and quiet hours."""
    return await childs_view.read_child(tx, child_id, by=me.id, locale=me.locale)


@put("/children/{child_id:int}/safe-mode", tags=["families"])
async def set_safe_mode(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    child_id: FromPath[int],
    data: JSONBody[ChildsSafeMode],
) -> ChildSafety:
    """Choose safe mode for my child, and hold the child to it."""
    await safe_mode.set_childs_safe_mode(tx, child_id, kept=data.kept, locked=data.locked, by=me.id)
    return await childs_view.read_child(tx, child_id, by=me.id, locale=me.locale)


@put("/children/{child_id:int}/quiet-hours", tags=["families"])
async def set_quiet_hours(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    child_id: FromPath[int],
    data: JSONBody[ChildsQuietHours],
) -> ChildSafety:
    """Set silences for my child."""
    await childs_view.set_quiet_hours(tx, child_id, data.periods, by=me.id)
    return await childs_view.read_child(tx, child_id, by=me.id, locale=me.locale)


@get("/children/{child_id:int}/requests", tags=["families"])
async def list_requests(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    child_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 20,
) -> Page[Partner]:
    """Who asked my child for a chat; never what was said."""
    return await childs_view.list_requests(tx, child_id, after=after, limit=limit, by=me.id, locale=me.locale)


@get("/children/{child_id:int}/contacts", tags=["families"])
async def list_contacts(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    child_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 20,
) -> Page[Partner]:
    """With whom my child has a chat of their own."""
    return await childs_view.list_contacts(tx, child_id, after=after, limit=limit, by=me.id, locale=me.locale)


@get("/children/{child_id:int}/accesses", tags=["families"])
async def list_accesses(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    child_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 20,
) -> Page[Access]:
    """Who of the staff looked at my child's data, by day."""
    return await accesses.list_accesses(tx, child_id, after=after, limit=limit, by=me.id, locale=me.locale)


handlers: list[Any] = [
    read_child,
    set_safe_mode,
    set_quiet_hours,
    list_requests,
    list_contacts,
    list_accesses,
]
