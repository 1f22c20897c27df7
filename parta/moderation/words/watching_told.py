"""«Что видят взрослые»: what of a pupil's messages a school looks at, told to the pupil and the family alike."""

import msgspec

from parta.core.db import Tx
from parta.moderation.words import queries_alerts as queries


class WatchingHere(msgspec.Struct, frozen=True):
    """One school: whether it has a list of words, and whether it listens for calls for help, in chats of two, too."""

    organisation_id: int
    name: str
    words: bool
    alerts: bool
    in_direct: bool


async def list_watching(tx: Tx, *, of: int) -> list[WatchingHere]:
    """The schools where somebody, or a child of theirs, is a pupil."""
    return await tx.rows(queries.WATCHING, of, into=WatchingHere)
