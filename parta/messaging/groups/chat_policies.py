"""What an organisation allows its chats, and the limits that hold there for each role, for its administrators to read."""

import msgspec

from parta.core.db import Tx
from parta.messaging.groups import queries_joining as queries
from parta.messaging.order.chat_limits import RoleLimits, limits_by_role
from parta.organisations.access import require_administrator


class ChatPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for the chats of an organisation."""

    # Links may let in people of other organisations, too.
    links_for_others: bool
    limits: list[RoleLimits]


async def read_policy(tx: Tx, organisation_id: int, *, by: int) -> ChatPolicy:
    """Read what holds; NotFound for all but the organisation's administrators."""
    await require_administrator(tx, organisation_id, right="settings", by=by)
    allowed = bool(await tx.value(queries.ALLOWS_OTHERS, organisation_id))
    return ChatPolicy(links_for_others=allowed, limits=limits_by_role(tx.configuration))


async def change_policy(tx: Tx, organisation_id: int, *, links_for_others: bool, by: int) -> ChatPolicy:
    """Let links of the organisation's groups be for people of others, or no longer; old links follow at once."""
    await require_administrator(tx, organisation_id, right="settings", by=by)
    if bool(await tx.value(queries.ALLOWS_OTHERS, organisation_id)) != links_for_others:
        await tx.run(queries.ALLOW_OTHERS, organisation_id, links_for_others)
        await tx.audit(
            "chat_policy_changed",
            actor_id=by,
            subject=f"organisation:{organisation_id}",
            organisation_id=organisation_id,
            details={"links_for_others": links_for_others},
        )
    return await read_policy(tx, organisation_id, by=by)
