"""What a message carries beyond its text, files and quote.

A capability adds a field to these structs, and plugs in where it has to act: a check before
any database is asked, a keeper that writes its rows with the message, a completer that reads
them for a page of messages.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from parta.core.db import Tx

if TYPE_CHECKING:
    from parta.messaging.drafts import Draft


# Who is called by «@все» or «@учителя», when it is more than those named.
Audience = Literal["all", "teachers"]


class Forwarded(msgspec.Struct, frozen=True, kw_only=True):
    """Whose words these were first; the name is kept as it was, for those who may not see the person."""

    author_id: int
    author_name: str
    at: datetime


class NewPoll(msgspec.Struct, frozen=True, kw_only=True):
    """A question to be put."""

    question: str
    options: tuple[str, ...]
    many: bool = False
    anonymous: bool = False
    # A quiz: the place of the right answer, and what is told once somebody has answered.
    quiz_right: int | None = None
    explanation: str = ""
    closes_at: datetime | None = None
    hide_until_closed: bool = False
    change_allowed: bool = False


class NewContent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an author sends besides text and files."""

    sticker: str | None = None
    confirm: bool = False
    poll: NewPoll | None = None
    # Seconds after which the message disappears.
    lifetime: int | None = None
    # It comes without a sound.
    silent: bool = False

    @property
    def speaks(self) -> bool:
        """Whether it says something by itself, without text or files."""
        return self.sticker is not None or self.poll is not None


class StoredContent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is kept with the message; the rest lies in tables of its own."""

    sticker: str | None = None
    forwarded: Forwarded | None = None
    audience: Audience | None = None
    confirm: bool = False
    poll: bool = False
    transcript: bool = False
    silent: bool = False


class Confirmation(msgspec.Struct, frozen=True, kw_only=True):
    """That a message asks to be confirmed; the figures only for its author and those who run the chat."""

    # Whether it asks the reader: not its author, nor who came later.
    required: bool = True
    mine_at: datetime | None = None
    confirmed: int | None = None
    total: int | None = None


class Poll(msgspec.Struct, frozen=True, kw_only=True):
    """A question and its state. What is not to be known yet is null."""

    question: str
    options: list[str]
    many: bool
    anonymous: bool
    quiz: bool
    change_allowed: bool
    hide_until_closed: bool
    closes_at: datetime | None
    closed: bool = False
    counts: list[int] | None = None
    voters: int | None = None
    # Told to who has answered a quiz, and to all once it is closed.
    right: int | None = None
    explanation: str = ""
    # The reader's own; nobody can say what somebody chose in an anonymous poll.
    voted: bool = False
    mine: list[int] = msgspec.field(default_factory=list)


class Transcript(msgspec.Struct, frozen=True, kw_only=True):
    """The text of what was spoken; `edited` when its author has mended it."""

    state: Literal["waiting", "ready", "failed"]
    text: str = ""
    edited: bool = False


class Content(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What clients see."""

    sticker: str | None = None
    forwarded: Forwarded | None = None
    audience: Audience | None = None
    confirmation: Confirmation | None = None
    poll: Poll | None = None
    transcript: Transcript | None = None
    silent: bool = False
    expires_at: datetime | None = None


Fields = dict[str, Any]

Check = Callable[["Draft"], None]
# `(tx, message_id, draft)`; returns fields of Content as everybody sees them the moment it is said.
Keeper = Callable[[Tx, int, "Draft"], Awaitable[Fields]]
# `(tx, message_ids, to=person_id)`; returns fields of Content by message.
Complete = Callable[..., Awaitable[dict[int, Fields]]]


class Completer(msgspec.Struct, frozen=True):
    """Reads what belongs to those messages of a page that ask for it, in a bounded number of queries."""

    wanted: Callable[[StoredContent], bool]
    complete: Complete


CHECKS: list[Check] = []
KEEPERS: list[Keeper] = []
COMPLETERS: list[Completer] = []


def checks_content(check: Check) -> Check:
    """Run the function on every draft with content; it raises Invalid."""
    CHECKS.append(check)
    return check


def keeps_content(keeper: Keeper) -> Keeper:
    """Run the function in the sending transaction, once the message's row is written."""
    KEEPERS.append(keeper)
    return keeper


def completes_content(wanted: Callable[[StoredContent], bool]) -> Callable[[Complete], Complete]:
    """Run the function once for those messages of a page whose stored content is `wanted`."""

    def register(complete: Complete) -> Complete:
        COMPLETERS.append(Completer(wanted, complete))
        return complete

    return register


def to_store(draft: "Draft") -> StoredContent | None:
    """Sort out what lies in the message's own row."""
    new = draft.content or NewContent()
    stored = StoredContent(
        sticker=new.sticker,
        forwarded=draft.forwarded,
        audience=draft.audience,
        confirm=new.confirm,
        poll=new.poll is not None,
        silent=new.silent,
    )
    return None if stored == StoredContent() else stored


def read_stored(body: str | None) -> StoredContent | None:
    """Read the column; unknown fields of a newer version are left aside."""
    return None if body is None else msgspec.json.decode(body, type=StoredContent)


def content_of(stored: StoredContent | None, expires_at: datetime | None, fields: Fields) -> Content | None:
    """Put together what clients see; None when there is nothing."""
    if stored is None and expires_at is None:
        return None
    kept = stored or StoredContent()
    return Content(
        sticker=kept.sticker,
        forwarded=kept.forwarded,
        audience=kept.audience,
        silent=kept.silent,
        expires_at=expires_at,
        **fields,
    )


async def keep(tx: Tx, message_id: int, draft: "Draft") -> Fields:
    """Let every keeper write what is its own."""
    fields: Fields = {}
    for keeper in KEEPERS if draft.content is not None else ():
        fields |= await keeper(tx, message_id, draft)
    return fields


async def complete(tx: Tx, rows: Iterable[tuple[int, StoredContent | None]], *, to: int) -> dict[int, Fields]:
    """Ask each completer once, and only when a message of the page wants it."""
    stored: Sequence[tuple[int, StoredContent]] = [(row, kept) for row, kept in rows if kept is not None]
    found: dict[int, Fields] = {}
    for completer in COMPLETERS if stored else ():
        ids = [message_id for message_id, kept in stored if completer.wanted(kept)]
        if ids:
            for message_id, fields in (await completer.complete(tx, ids, to=to)).items():
                found.setdefault(message_id, {}).update(fields)
    return found
