"""Browsers that want to be reached when Parta is closed. A subscription lives and ends with its session."""

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid
from parta.notifications import queries_push as queries
from parta.notifications.push_hosts import is_allowed
from parta.notifications.push_sending import is_public_key
from parta.notifications.settings import NotificationsSettings


async def subscribe(tx: Tx, *, endpoint: str, p256dh: str, auth: str, session_id: int, by: int) -> None:
    """Reach this device from now on; a second subscription of a session takes the place of the first.

    Raises Conflict `push_off` where the school has not allowed push, Invalid for a push service it does not name.
    """
    settings = tx.configuration.get(NotificationsSettings)
    if not settings.push:
        raise Conflict("push_off")
    if not is_allowed(endpoint, settings):
        raise Invalid("push_host_refused", field="endpoint")
    if not is_public_key(p256dh, auth):
        raise Invalid("push_keys_wrong", field="keys")
    await tx.run(queries.FORGET_ENDPOINT, endpoint, session_id)
    await tx.run(queries.SUBSCRIBE, by, session_id, endpoint, p256dh, auth, now())


async def unsubscribe(tx: Tx, session_id: int) -> None:
    """Reach this device no more; where nothing was asked for, nothing changes."""
    await tx.run(queries.UNSUBSCRIBE, session_id)


async def is_subscribed(tx: Tx, session_id: int) -> bool:
    """Whether this device is reached."""
    subscribed: bool = await tx.value(queries.IS_SUBSCRIBED, session_id)
    return subscribed
