"""How much one person may start in a day, by what they are here: nobody is flooded, and nobody who works is stopped.

In Russian: «лимиты». Counted in the database at the moment of starting, so a restart forgives nothing.
"""

import math
from datetime import timedelta
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.config import Configuration
from parta.core.db import Tx
from parta.core.errors import TooMany
from parta.messaging.order import queries_chat_limits as queries
from parta.messaging.settings import MessagingSettings

LimitedRole = Literal["pupil", "parent", "teacher", "administrator"]
ROLES: tuple[LimitedRole, ...] = ("pupil", "parent", "teacher", "administrator")

DAY = timedelta(days=1)


class RoleLimits(msgspec.Struct, frozen=True):
    """What people of one role may do in a day; the last one within an hour."""

    role: LimitedRole
    new_groups_per_day: int
    new_requests_per_day: int
    chats_per_text: int


def limits_by_role(configuration: Configuration) -> list[RoleLimits]:
    """Tell the limits of all roles, from the strictest on."""
    settings = configuration.get(MessagingSettings)
    return [
        RoleLimits(
            role,
            getattr(settings, f"groups_per_day_{role}"),
            getattr(settings, f"requests_per_day_{role}"),
            getattr(settings, f"chats_per_text_{role}"),
        )
        for role in ROLES
    ]


async def limits_of(tx: Tx, person_id: int) -> RoleLimits:
    """Find the limits of somebody; of several roles the widest counts, without any the strictest."""
    role = await tx.value(queries.WIDEST_ROLE, person_id) or "pupil"
    return next(limits for limits in limits_by_role(tx.configuration) if limits.role == role)


async def refuse_many_groups(tx: Tx, *, by: int) -> None:
    """Raise TooMany when somebody has started enough groups for today."""
    most = (await limits_of(tx, by)).new_groups_per_day
    await _refuse(tx, queries.GROUP_STARTED, most, "too_many_new_groups", by=by)


async def refuse_many_requests(tx: Tx, *, by: int) -> None:
    """Raise TooMany when somebody has asked enough people for today."""
    most = (await limits_of(tx, by)).new_requests_per_day
    await _refuse(tx, queries.PERSON_ASKED, most, "too_many_requests_to_people", by=by)


async def _refuse(tx: Tx, sql: str, most: int, code: str, *, by: int) -> None:
    """The query finds the moment of the oldest start that counts: a day after it there is room again."""
    # Two devices at once must not both find room for one.
    await tx.run(queries.ONE_AT_A_TIME, by)
    if most == 0:
        raise TooMany(code, retry_after=int(DAY.total_seconds()))
    oldest = await tx.value(sql, by, now() - DAY, most - 1)
    if oldest is not None:
        raise TooMany(code, retry_after=max(1, math.ceil((oldest + DAY - now()).total_seconds())))
