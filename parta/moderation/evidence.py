"""What was complained of, as its reporter saw it: kept apart from the chat, where its author may delete it."""

from datetime import datetime

import msgspec

from parta.core.db import Tx
from parta.messaging.history import read_history
from parta.messaging.shapes import Message
from parta.safety.people import PersonBrief

BEFORE, AFTER = 10, 5


class KeptFile(msgspec.Struct, frozen=True):
    """A file of a kept message; its bytes are kept as long as the evidence."""

    id: int
    name: str
    kind: str


class KeptMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A message as it was when somebody complained."""

    id: int
    number: int
    author_id: int
    author_name: str
    body: str
    created_at: datetime
    edited_at: datetime | None = None
    reported: bool = False
    files: list[KeptFile] = []
    sticker: str | None = None
    # The question of a poll and its options.
    poll: list[str] = []
    forwarded_from: str = ""
    # What was said in a voice message, if it was written down.
    spoken: str = ""


class Evidence(msgspec.Struct, frozen=True):
    """What is kept of one thing."""

    messages: list[KeptMessage] = []

    def file_ids(self) -> list[int]:
        """Files that are kept with it."""
        return sorted({file.id for message in self.messages for file in message.files})


async def around_message(tx: Tx, conversation_id: int, number: int, *, by: int) -> Evidence:
    """Keep a message with its neighbours."""
    upto = await read_history(
        tx, conversation_id, before=number + 1, after=None, around=None, limit=BEFORE + 1, by=by
    )
    since = await read_history(
        tx, conversation_id, before=None, after=number, around=None, limit=AFTER, by=by
    )
    names = _names([*upto.people, *since.people])
    return Evidence([_kept(m, names, number) for m in (*upto.items, *since.items) if _speaks(m)])


async def latest_of_chat(tx: Tx, conversation_id: int, *, by: int) -> Evidence:
    """Keep what was said last in a chat."""
    latest = await read_history(
        tx, conversation_id, before=None, after=None, around=None, limit=BEFORE * 2, by=by
    )
    names = _names(latest.people)
    return Evidence([_kept(m, names, None) for m in latest.items if _speaks(m)])


def _speaks(message: Message) -> bool:
    """What is deleted or hidden says nothing; what the house says accuses nobody."""
    return message.kind == "text" and not message.deleted and not message.hidden


def _names(people: list[PersonBrief]) -> dict[int, str]:
    return {one.id: " ".join(filter(None, (one.family_name, one.given_name))) for one in people}


def _kept(message: Message, names: dict[int, str], reported: int | None) -> KeptMessage:
    content = message.content
    poll = None if content is None else content.poll
    forwarded = None if content is None else content.forwarded
    transcript = None if content is None else content.transcript
    return KeptMessage(
        id=message.id,
        number=message.number,
        author_id=message.author_id,
        author_name=names.get(message.author_id, ""),
        body=message.body,
        created_at=message.created_at,
        edited_at=message.edited_at,
        reported=message.number == reported,
        files=[KeptFile(file.id, file.name, file.purpose or file.kind) for file in message.files],
        sticker=None if content is None else content.sticker,
        poll=[] if poll is None else [poll.question, *poll.options],
        forwarded_from="" if forwarded is None else forwarded.author_name,
        spoken="" if transcript is None else transcript.text,
    )
