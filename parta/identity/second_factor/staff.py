"""Who is on the staff: identity has no roles, so the room that has them says it here."""

from collections.abc import Awaitable, Callable

from parta.core.db import Tx

Recogniser = Callable[[Tx, int], Awaitable[bool]]

_RECOGNISERS: list[Recogniser] = []


def recognises_staff(find: Recogniser) -> Recogniser:
    """Register `(tx, person_id) -> bool`."""
    _RECOGNISERS.append(find)
    return find


async def is_staff(tx: Tx, person_id: int) -> bool:
    """Whether this person has a confirmed role of staff anywhere."""
    for find in _RECOGNISERS:
        if await find(tx, person_id):
            return True
    return False
