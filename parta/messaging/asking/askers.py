"""Who may ask for «!!!»: a confirmation that a message was read. All the rules, as one table.

A confirmation is a demand on other people's time, so the more people it reaches, the more it takes to make it.
Whoever no line of the table lets ask may still say the same without «!!!».
"""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from parta.core.db import Tx
from parta.core.errors import Conflict, Problem
from parta.messaging.asking import queries_confirmations as queries
from parta.messaging.drafts import Draft

SMALL_GROUP = 30  # members; up to here they are listed by surname, as one class


class Asker(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who wants to ask, and where."""

    place: int
    kind: str
    automatic: bool
    members_count: int
    role: str
    # A teacher or an administrator of the organisation whose chat it is; of any for a chat of no organisation.
    staff: bool


class Rule(msgspec.Struct, frozen=True):
    """One line of the table."""

    name: str
    lets: Callable[[Asker], bool]


RULES: tuple[Rule, ...] = (
    Rule("everybody in a chat of two", lambda a: a.kind == "direct"),
    Rule(
        "everybody in a small group made by hand",
        lambda a: a.kind == "group" and not a.automatic and a.members_count <= SMALL_GROUP,
    ),
    Rule(
        "those who run the chat, in a group of any sort and size",
        lambda a: a.kind == "group" and a.role in ("owner", "administrator"),
    ),
    Rule(
        "teachers and administrators of the school, in a group of any sort and size",
        lambda a: a.kind == "group" and a.staff,
    ),
)


def may_ask(asker: Asker) -> bool:
    """Whether some line of the table lets them ask."""
    return any(rule.lets(asker) for rule in RULES)


async def refuse_asking(tx: Tx, outcomes: list[Any], drafts: Sequence[Draft]) -> None:
    """Refuse the drafts that ask for a confirmation which their authors may not ask for there."""
    asking = [
        i
        for i, draft in enumerate(drafts)
        if outcomes[i] is None and draft.content is not None and draft.content.confirm
    ]
    if not asking:
        return
    where = [drafts[i].conversation_id for i in asking]
    who = [drafts[i].author_id for i in asking]
    for asker in await tx.rows(queries.ASKERS, where, who, into=Asker):
        if not may_ask(asker):
            outcomes[asking[asker.place - 1]] = _refusal(asker)


def _refusal(asker: Asker) -> Problem:
    if asker.kind == "favourites":
        return Conflict("nobody_to_confirm")
    return Problem("may_not_ask_to_confirm", status=403)
