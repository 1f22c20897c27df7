"""Who knows whom: two people with a direct chat that both sides wanted. In Russian: «знакомые», «контакты».

Safe mode does not part them. Rooms that keep chats tell of them here.
"""

from parta.core.clock import now
from parta.core.db import Tx
from parta.safety.policies import queries


async def acquaint(tx: Tx, first: int, second: int) -> None:
    """Note that two people have a chat of their own; twice is once."""
    await tx.run(queries.ACQUAINT, first, second, now())


async def note_request(tx: Tx, person_id: int, *, by: int) -> None:
    """Note that somebody asked this person for a chat: the guardians see who, never what was said."""
    await tx.run(queries.NOTE_REQUEST, person_id, by, now())
