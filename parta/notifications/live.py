"""Notifications on the live socket: a device says that somebody is looking."""

from parta.core.live.connection import Connection
from parta.core.live.gateway import Caller
from parta.core.live.hub import Hub
from parta.core.live.rooms import Frame, acts, parts
from parta.notifications.attention import attention_of


class Focus(Frame, frozen=True, kw_only=True):
    """Somebody is looking at this device, or is no longer."""

    on: bool


@acts(Focus)
async def look(caller: Caller, frame: Focus) -> None:
    """Remember it for a while; a device that still looks says so again."""
    attention_of(caller.hub.db.bus).look(caller.person_id, caller.connection, on=frame.on)


@parts
def look_away(hub: Hub, connection: Connection) -> None:
    """A socket that has gone looks at nothing."""
    attention_of(hub.db.bus).look(connection.person_id, connection, on=False)
