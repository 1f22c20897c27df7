"""Asking for a copy of a chat, seeing how far it is, and what becomes of it."""

from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound, Problem, TooMany, sentence
from parta.core.http.paging import Page, decode_key, encode_key
from parta.core.jobs import Job, performs
from parta.files.expiry_job import Discard
from parta.files.storage import new_key
from parta.messaging.access import find_conversation
from parta.messaging.drafts import LARGEST_ID
from parta.messaging.events import ExportChanged
from parta.messaging.exporting import queries
from parta.messaging.exporting.archive import CONTENTS
from parta.messaging.settings import MessagingSettings

STUCK = timedelta(days=1)
Format = Literal["html", "json"]
State = Literal["waiting", "running", "ready", "failed"]


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """A copy of a chat as its asker sees it; `done` of `total` messages were looked at, `size` is in bytes."""

    id: int
    conversation_id: int
    format: Format
    files: bool
    since: datetime | None
    until: datetime | None
    state: State
    done: int
    total: int
    messages: int
    # How many files did not fit.
    left_out: int
    size: int
    problem: str | None
    created_at: datetime
    expires_at: datetime | None


class ExportRow(msgspec.Struct, frozen=True, kw_only=True):
    """The same as it is stored."""

    id: int
    conversation_id: int
    person_id: int
    format: Format
    with_files: bool
    since: datetime | None
    until: datetime | None
    state: State
    problem: str | None
    language: str
    time_zone: str
    first_number: int
    last_number: int
    done_number: int
    done_files: int
    pages: int
    messages: int
    left_out: int
    archive_size: int
    contents_size: int
    blob_key: str
    created_at: datetime
    finished_at: datetime | None
    expires_at: datetime | None

    @property
    def zone(self) -> ZoneInfo:
        """The asker's time zone; one that this machine does not know is UTC."""
        try:
            return ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo("UTC")

    def changed(self, state: Literal["ready", "failed"]) -> ExportChanged:
        """What the asker is told when it ends."""
        return ExportChanged(
            person_id=self.person_id, conversation_id=self.conversation_id, export_id=self.id, state=state
        )


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for: the form, whether with files, and from when to when."""

    format: Format
    files: bool
    since: datetime | None = None
    until: datetime | None = None


class MakeExport(Job, frozen=True):
    """Work on a copy for a while."""

    export_id: int


class ForgetExport(Job, frozen=True):
    """Throw a copy away when its time is over."""

    export_id: int


async def ask_export(
    tx: Tx, conversation_id: int, wish: Wish, *, by: int, language: str, time_zone: str
) -> Export:
    """Ask for a copy of what one may see of a chat; one at a time, and so many in a day.

    Where forwarding is forbidden only the chat's administrators copy.
    """
    conversation = await find_conversation(tx, conversation_id, to=by)
    if conversation.forwarding_forbidden and not conversation.administered:
        raise Problem("export_forbidden", status=403)
    if any(at is not None and at.tzinfo is None for at in (wish.since, wish.until)):
        raise Invalid("invalid", field="since")
    if wish.since is not None and wish.until is not None and wish.since >= wish.until:
        raise Invalid("period_wrong", field="until")
    moment = now()
    await tx.run(queries.FORGET_STUCK, by, moment, moment - STUCK)
    most = tx.configuration.get(MessagingSettings).exports_per_day
    if await tx.value(queries.ASKED_SINCE, by, moment - timedelta(days=1)) >= most:
        raise TooMany("too_many_exports", retry_after=3600)
    export_id = await tx.value(
        queries.ADD,
        conversation_id,
        by,
        wish.format,
        wish.files,
        wish.since,
        wish.until,
        language,
        time_zone,
        new_key(),
        moment,
    )
    if export_id is None:
        raise Conflict("export_running")
    await tx.enqueue(MakeExport(export_id=export_id), key=f"{export_id} begins")
    return tell(await find_export(tx, export_id, by=by), language)


async def find_export(tx: Tx, export_id: int, *, by: int) -> ExportRow:
    """Find one's own copy that is not over; another person's is NotFound."""
    row = await tx.row(queries.OWN, export_id, by, now(), into=ExportRow)
    if row is None:
        raise NotFound
    return row


async def list_exports(
    tx: Tx, conversation_id: int, *, after: str | None, limit: int, by: int, language: str
) -> Page[Export]:
    """List one's copies of a chat, the newest first."""
    await find_conversation(tx, conversation_id, to=by)
    before = decode_key(after, tuple[int])[0] if after else LARGEST_ID
    rows = await tx.rows(queries.OF_CHAT, by, conversation_id, before, now(), limit, into=ExportRow)
    return Page(
        [tell(row, language) for row in rows], encode_key(rows[-1].id) if len(rows) == limit else None
    )


async def forget_export(tx: Tx, export_id: int, *, by: int) -> None:
    """Throw a copy away, or stop making it."""
    await _remove(tx, await find_export(tx, export_id, by=by))


@performs(ForgetExport)
async def forget_when_over(tx: Tx, job: ForgetExport) -> None:
    """Throw a copy away at its time, if that was not done before."""
    row = await tx.row(queries.ONE, job.export_id, into=ExportRow)
    if row is not None:
        await _remove(tx, row)


async def _remove(tx: Tx, row: ExportRow) -> None:
    await tx.run(queries.REMOVE, row.id)
    await tx.enqueue(discarding(row.blob_key))


def discarding(key: str) -> Discard:
    """The work of deleting the bytes of a copy, finished or not; tried again while somebody still writes them."""
    return Discard(spooled=(key, f"{key}{CONTENTS}"), blobs=(key,))


def tell(row: ExportRow, language: str) -> Export:
    """Show it to its asker."""
    return Export(
        id=row.id,
        conversation_id=row.conversation_id,
        format=row.format,
        files=row.with_files,
        since=row.since,
        until=row.until,
        state=row.state,
        done=max(row.done_number - row.first_number + 1, 0) if row.first_number else 0,
        total=max(row.last_number - row.first_number + 1, 0) if row.first_number else 0,
        messages=row.messages,
        left_out=row.left_out,
        size=row.archive_size,
        problem=None if row.problem is None else sentence(row.problem, language),
        created_at=row.created_at,
        expires_at=row.expires_at,
    )
