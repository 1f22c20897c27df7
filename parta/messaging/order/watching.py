"""Words that somebody above keeps an eye on: a hook, so that messaging knows of no lists.

In Russian: «слова под присмотром». The watch is asked twice. `suspects` is asked about every draft before any
database is, and must be quick: whatever it names goes the long way. There `judge` decides, once the place is known.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Literal, Protocol

import msgspec

from parta.core.db import Database, Tx
from parta.core.errors import Conflict, Problem
from parta.messaging.drafts import Draft
from parta.messaging.order import queries_holding as queries

Judgement = Literal["say", "hold", "refuse"]


class Words(msgspec.Struct, frozen=True):
    """What somebody wants to say in a chat of an organisation."""

    organisation_id: int
    conversation_id: int
    author_id: int
    text: str


class Standpoint(Protocol):
    """What is known of the place: whose chat it is."""

    @property
    def organisation_id(self) -> int | None: ...


Suspects = Callable[[Database, Sequence[str]], Awaitable[list[bool]]]
Judge = Callable[[Tx, Sequence[Words]], Awaitable[list[Judgement]]]


class Watch(msgspec.Struct, frozen=True):
    """Somebody who keeps an eye on words."""

    suspects: Suspects
    judge: Judge


WATCHES: list[Watch] = []


def watches_words(watch: Watch) -> Watch:
    """Let this watch be asked about what people say from now on."""
    WATCHES.append(watch)
    return watch


def text_of(draft: Draft) -> str:
    """All that others would read, but the names of files."""
    poll = None if draft.content is None else draft.content.poll
    if poll is None:
        return draft.body
    return "\n".join((draft.body, poll.question, *poll.options, poll.explanation))


async def find_suspects(db: Database, drafts: Sequence[Draft]) -> set[int]:
    """The places of drafts that a watch wants to judge."""
    found: set[int] = set()
    for watch in WATCHES:
        texts = [text_of(draft) for draft in drafts]
        found |= {i for i, suspected in enumerate(await watch.suspects(db, texts)) if suspected}
    return found


async def judge_drafts(
    tx: Tx, drafts: Sequence[Draft], places: Sequence[Standpoint | None]
) -> list[Judgement]:
    """Judge what people say; of several watches the strictest counts. What the house says is not judged."""
    judged: list[Judgement] = ["say"] * len(drafts)
    words = {
        i: Words(place.organisation_id, draft.conversation_id, draft.author_id, text_of(draft))
        for i, (draft, place) in enumerate(zip(drafts, places, strict=True))
        if place is not None and place.organisation_id is not None and draft.service is None
    }
    for watch in WATCHES if words else ():
        for i, judgement in zip(words, await watch.judge(tx, list(words.values())), strict=True):
            if judgement == "refuse" or judged[i] == "say":
                judged[i] = judgement
    return judged


def refused() -> Problem:
    """What an author is told; which word it was is for them to see."""
    return Conflict("words_refused")


async def require_sayable(tx: Tx, conversation_id: int, text: str, *, by: int) -> None:
    """Refuse a change that brings in what would not have been said at once."""
    if not WATCHES:
        return
    organisation_id = await tx.value(queries.ORGANISATION_OF_CHAT, conversation_id)
    if organisation_id is None:
        return
    for watch in WATCHES:
        [judgement] = await watch.judge(tx, [Words(organisation_id, conversation_id, by, text)])
        if judgement != "say":
            raise refused()
