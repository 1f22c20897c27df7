"""Titles that speak for a school: only its staff gives them, or pupils would found an «Администрация школы»."""

from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.identity.lookalikes import skeleton
from parta.messaging.groups import queries_members as queries

# How such words begin, whatever letters they are dressed up with.
_BEGINNINGS = tuple(
    skeleton(word)
    for word in (
        "администрац",
        "учительск",
        "дирекц",
        "педсовет",
        "официальн",
        "завуч",
        "министерств",
        "госуслуг",
    )
)
# Signs that Parta itself draws beside the names of those it vouches for.
_SIGNS = frozenset("🎓✓✔✅☑🏫")


def sounds_official(title: str) -> bool:
    """Whether a title speaks for the school, or wears a sign of those who are confirmed."""
    words = [skeleton(word) for word in title.split()]
    return bool(_SIGNS & set(title)) or any(
        word.startswith(_BEGINNINGS) for word in [*words, skeleton(title)]
    )


async def refuse_official(tx: Tx, title: str, *, by: int) -> None:
    """Raise Conflict when somebody who is not of the staff gives such a title."""
    if sounds_official(title) and not await tx.value(queries.IS_STAFF, by):
        raise Conflict("title_official")
