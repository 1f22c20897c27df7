"""Reading is one pointer for each member: unread counts and "who has read" are derived from it.

The pointer is durable and goes to the reader's own devices through the log. Others
learn of it by a whisper, gathered for a moment so that a large chat in which
everybody reads at once is told once; who missed it sees the pointer in the snapshot.
"""

import asyncio
from datetime import datetime
from weakref import WeakKeyDictionary

import msgspec

from parta.core.bus import Bus, Whisper
from parta.core.db import Tx
from parta.core.http.paging import decode_key, encode_key
from parta.messaging import queries_changes as queries
from parta.messaging.access import find_conversation, find_visible_message
from parta.messaging.events import NOBODY, Muted, ReadingMoved, conversation_stream
from parta.messaging.shapes import Reader, ReaderList
from parta.safety.people import briefs

GATHER = 0.3  # seconds
MOST_WHISPERED = 50  # readers named in one whisper; the furthest come first


class Moved(msgspec.Struct, frozen=True):
    """How far somebody has read now, and whether others may know who."""

    read_number: int
    members_hidden: bool


class ReadingWhispers:
    """Pointers that moved lately, by conversation, until they are told."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._moved: dict[int, dict[int, int]] = {}
        self._hidden: set[int] = set()

    def add(self, conversation_id: int, person_id: int, moved: Moved) -> None:
        """Remember a moved pointer; tell soon."""
        if moved.members_hidden:
            self._hidden.add(conversation_id)
        if conversation_id not in self._moved:
            self._moved[conversation_id] = {}
            asyncio.get_running_loop().call_later(GATHER, self._tell, conversation_id)
        self._moved[conversation_id][person_id] = moved.read_number

    def _tell(self, conversation_id: int) -> None:
        moved = sorted(self._moved.pop(conversation_id).items(), key=lambda item: -item[1])
        if conversation_id not in self._hidden:
            self._whisper(conversation_id, moved[:MOST_WHISPERED])
            return
        # How far somebody has read may be known, but not who; nobody takes their own pointer for another's.
        self._hidden.discard(conversation_id)
        for person_id, number in moved[:2]:
            self._whisper(conversation_id, [(NOBODY, number)], except_person=person_id)

    def _whisper(
        self, conversation_id: int, readers: list[tuple[int, int]], except_person: int | None = None
    ) -> None:
        frame = {"op": "reading", "conversation_id": conversation_id, "readers": readers}
        body = msgspec.json.encode(frame).decode()
        self._bus.publish(Whisper(conversation_stream(conversation_id), body, except_person=except_person))


_WHISPERS: WeakKeyDictionary[Bus, ReadingWhispers] = WeakKeyDictionary()


async def move_reading(tx: Tx, conversation_id: int, number: int, *, by: int) -> None:
    """Mark everything up to the number as read; the pointer never goes back."""
    moved = await tx.row(queries.MOVE_READING, conversation_id, by, number, into=Moved)
    if moved is None:
        await find_conversation(tx, conversation_id, to=by)
        return
    tx.emit(ReadingMoved(person_id=by, conversation_id=conversation_id, number=moved.read_number))
    whispers = _WHISPERS.setdefault(tx.bus, ReadingWhispers(tx.bus))
    tx.after_commit(lambda: whispers.add(conversation_id, by, moved))


async def list_readers(tx: Tx, message_id: int, *, after: str | None, limit: int, by: int) -> ReaderList:
    """Tell who has read a message, by their pointers."""
    message = await find_visible_message(tx, message_id, to=by)
    conversation = await find_conversation(tx, message.conversation_id, to=by)
    key = decode_key(after, tuple[int])[0] if after else 0
    where = (message.conversation_id, message.number, message.author_id)
    ids = await tx.values(queries.READERS, *where, key, limit, conversation.hides_members, by)
    return ReaderList(
        items=[Reader(person) for person in await briefs(tx, ids, to=None)],
        total_read=await tx.value(queries.READERS_COUNT, *where),
        total_members=conversation.members_count - 1,
        next=encode_key(ids[-1]) if len(ids) == limit else None,
    )


async def mute(
    tx: Tx, conversation_id: int, until: datetime | None, *, mentions_pass: bool = False, by: int
) -> None:
    """Keep a conversation silent until a moment, on all devices of the person; None lets it sound.

    With `mentions_pass` what names the person, or answers them, is told all the same.
    """
    await find_conversation(tx, conversation_id, to=by)
    passes = mentions_pass and until is not None
    await tx.run(queries.MUTE, conversation_id, by, until, passes)
    tx.emit(Muted(person_id=by, conversation_id=conversation_id, until=until, mentions_pass=passes))
