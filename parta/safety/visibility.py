"""Whom one may see: the circle, and whoever a higher room vouches for («we share a chat»)."""

from collections.abc import Awaitable, Callable, Sequence

import msgspec

from parta.core.db import Tx
from parta.safety.reach import reach_many


class SharedConversation(msgspec.Struct, frozen=True):
    """A chat both are in, as a profile shows it."""

    id: int
    kind: str
    title: str


# (tx, me, ids) -> those of the ids that I may see for this reason.
Visibility = Callable[[Tx, int, Sequence[int]], Awaitable[set[int]]]
# (tx, me, other) -> chats both are in.
SharedConversations = Callable[[Tx, int, int], Awaitable[list[SharedConversation]]]

_REASONS: list[Visibility] = []
_SHARED: list[SharedConversations] = []


def register_visibility(reason: Visibility) -> Visibility:
    """Let people be seen for one more reason; a room calls this in its listeners.py or live.py."""
    _REASONS.append(reason)
    return reason


def register_shared_conversations(find: SharedConversations) -> SharedConversations:
    """Tell profiles which chats two people share."""
    _SHARED.append(find)
    return find


async def visible(tx: Tx, me: int, ids: Sequence[int]) -> set[int]:
    """Those of the ids I may see at all; a stranger and nobody are the same."""
    seen = {me} & set(ids)
    seen |= (await reach_many(tx, me, [one for one in ids if one != me])).keys()
    for reason in _REASONS:
        rest = [one for one in ids if one not in seen]
        if rest:
            seen |= await reason(tx, me, rest) & set(rest)
    return seen


async def shared_conversations(tx: Tx, me: int, other: int) -> list[SharedConversation]:
    """Chats both are in, from every room that has some."""
    return [chat for find in _SHARED for chat in await find(tx, me, other)]
