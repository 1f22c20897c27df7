"""Whether words may be said at once: the watch that messaging asks.

Lists hold in the chats of their organisation, for its pupils, or for everybody but its staff where it has said so.
Chats of two and other chats of no organisation are nobody's to watch. What would be held where none of the staff
keeps order is refused instead: nobody could ever approve it.
"""

from collections.abc import Sequence

import msgspec

from parta.core.db import Database, Tx
from parta.messaging.order.watching import Judgement, Watch, Words
from parta.moderation.words import queries
from parta.moderation.words.lexicons import lexicons_of


class _Standing(msgspec.Struct, frozen=True):
    place: int
    pupil: bool
    staff: bool
    kept: bool


async def suspects(db: Database, texts: Sequence[str]) -> list[bool]:
    """Which texts say a word that some organisation has held or refused."""
    lexicons = lexicons_of(db.bus)
    if not lexicons.fresh:
        async with db.transaction() as tx:
            await lexicons.refresh(tx)
    return [bool(lexicons.decided and lexicons.decided.find(text)) for text in texts]


async def judge(tx: Tx, words: Sequence[Words]) -> list[Judgement]:
    """Judge what is said in organisations' chats; the database is asked only about what says a watched word."""
    lexicons = lexicons_of(tx.bus)
    await lexicons.refresh(tx)
    judged: list[Judgement] = ["say"] * len(words)
    found: dict[int, Judgement] = {}
    for i, one in enumerate(words):
        kept = lexicons.of.get(one.organisation_id)
        if kept is not None and (marks := kept.decided.find(one.text)):
            found[i] = "refuse" if any(mark.act == "refuse" for mark in marks) else "hold"
    for i, standing in (await _standings(tx, words, list(found))).items():
        pupils_only = lexicons.of[words[i].organisation_id].row.whose == "pupils"
        if not standing.staff and (standing.pupil or not pupils_only):
            judged[i] = found[i] if standing.kept else "refuse"
    return judged


async def _standings(tx: Tx, words: Sequence[Words], places: list[int]) -> dict[int, _Standing]:
    if not places:
        return {}
    some = [words[i] for i in places]
    columns = ("organisation_id", "conversation_id", "author_id")
    rows = await tx.rows(
        queries.STANDING, *([getattr(one, name) for one in some] for name in columns), into=_Standing
    )
    return {places[row.place]: row for row in rows}


WATCH = Watch(suspects, judge)
