"""How far others have read, in all chats at once and in few bytes.

Everything else about a chat reaches a device that was away as the tail of its stream; others'
pointers are only whispered. On a slow line this page stands in for the whole list.
"""

import msgspec

from parta.core.db import Tx
from parta.core.http.paging import decode_key, encode_key
from parta.messaging import queries_conversations as queries


class PointerRow(msgspec.Struct, frozen=True):
    """A chat, and the furthest pointer among the others."""

    id: int
    others_read_number: int


class Pointers(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs of a chat's id and the furthest number that somebody else has read, in the order of ids."""

    items: list[tuple[int, int]]
    next: str | None = None


async def list_pointers(tx: Tx, *, after: str | None, limit: int, by: int) -> Pointers:
    """List how far others have read in one's chats."""
    key = decode_key(after, tuple[int])[0] if after else 0
    rows = await tx.rows(queries.POINTERS, by, key, limit, into=PointerRow)
    return Pointers(
        items=[(row.id, row.others_read_number) for row in rows],
        next=encode_key(rows[-1].id) if len(rows) == limit else None,
    )
