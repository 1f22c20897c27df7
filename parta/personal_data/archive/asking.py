"""Asking for a copy of one's own data, seeing how far it is, and what becomes of it."""

from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound, TooMany, sentence
from parta.core.http.paging import Page, decode_key, encode_key
from parta.core.jobs import Job, performs
from parta.files.expiry_job import Discard
from parta.files.storage import new_key
from parta.messaging.exporting.archive import CONTENTS
from parta.personal_data.archive import queries
from parta.personal_data.settings import PersonalDataSettings

STUCK = timedelta(days=1)
LARGEST_ID = (1 << 63) - 1
State = Literal["waiting", "running", "ready", "failed", "gone"]


class OwnArchive(msgspec.Struct, frozen=True, kw_only=True):
    """A copy of somebody's data as its asker sees it; `done` of `total` tables are in it, `size` is in bytes."""

    id: int
    about_id: int
    state: State
    done: int
    total: int
    files: int
    # How many files did not fit.
    left_out: int
    size: int
    problem: str | None
    created_at: datetime
    expires_at: datetime | None


class ArchiveRow(msgspec.Struct, frozen=True, kw_only=True):
    """The same as it is stored."""

    id: int
    person_id: int
    about_id: int
    state: State
    problem: str | None
    language: str
    time_zone: str
    counts: str
    tables: int
    done_file: int
    files: int
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

    def counted(self) -> dict[str, int]:
        """Rows by table, so far."""
        return msgspec.json.decode(self.counts, type=dict[str, int])


class MakeArchive(Job, frozen=True):
    """Work on a copy for a while."""

    archive_id: int


class ForgetArchive(Job, frozen=True):
    """Throw a copy away when its time is over."""

    archive_id: int


async def ask_archive(tx: Tx, *, about: int, by: int, language: str, time_zone: str) -> OwnArchive:
    """Ask for a copy of one's data, or of what a guardian may have of a child's; one at a time, one a day."""
    if about != by and not await tx.value(queries.IS_GUARDIAN, by, about):
        raise NotFound
    moment = now()
    await tx.run(queries.FORGET_STUCK, by, moment, moment - STUCK)
    archive_id = await tx.value(queries.ADD, by, about, language, time_zone, new_key(), moment)
    if archive_id is None:
        raise Conflict("archive_running")
    await _refuse_too_soon(tx, archive_id, about, by)
    await tx.enqueue(MakeArchive(archive_id=archive_id), key=f"{archive_id} begins")
    action = "own_data_asked" if about == by else "childs_data_asked"
    await tx.audit(action, actor_id=by, subject=f"person:{about}")
    return tell(await find_archive(tx, archive_id, by=by), language)


async def _refuse_too_soon(tx: Tx, archive_id: int, about: int, by: int) -> None:
    """After the row was added: of two requests at one moment the second waits for the first and sees it."""
    every = tx.configuration.get(PersonalDataSettings).archive_every
    last: datetime | None = await tx.value(queries.LAST_ASKED_BEFORE, by, about, archive_id)
    if last is not None and (wait := last + every - now()) > timedelta(0):
        raise TooMany("archive_too_soon", retry_after=int(wait.total_seconds()) + 1)


async def find_archive(tx: Tx, archive_id: int, *, by: int) -> ArchiveRow:
    """Find one's own copy that is not over; another person's, or of a child who is not one's any more, is NotFound."""
    row = await tx.row(queries.OWN, archive_id, by, now(), into=ArchiveRow)
    if row is None:
        raise NotFound
    return row


async def list_archives(tx: Tx, *, after: str | None, limit: int, by: int, language: str) -> Page[OwnArchive]:
    """List one's copies, the newest first."""
    before = decode_key(after, tuple[int])[0] if after else LARGEST_ID
    rows = await tx.rows(queries.MINE, by, before, now(), limit, into=ArchiveRow)
    more = encode_key(rows[-1].id) if len(rows) == limit else None
    return Page([tell(row, language) for row in rows], more)


async def throw_away(tx: Tx, archive_id: int, *, by: int) -> None:
    """Throw a copy away, or stop making it."""
    row = await find_archive(tx, archive_id, by=by)
    await tx.run(queries.THROW_AWAY, row.id)
    await tx.enqueue(discarding(row.blob_key))
    every = tx.configuration.get(PersonalDataSettings).archive_every
    await tx.enqueue(ForgetArchive(archive_id=row.id), due_at=max(now(), row.created_at + every))


@performs(ForgetArchive)
async def forget_when_over(tx: Tx, job: ForgetArchive) -> None:
    """Throw a copy away at its time, if that was not done before."""
    row = await tx.row(queries.ONE, job.archive_id, into=ArchiveRow)
    if row is not None:
        await tx.run(queries.REMOVE, row.id)
        await tx.enqueue(discarding(row.blob_key))


def discarding(key: str) -> Discard:
    """The work of deleting the bytes of a copy, finished or not; tried again while somebody still writes them."""
    return Discard(spooled=(key, f"{key}{CONTENTS}"), blobs=(key,))


def tell(row: ArchiveRow, language: str) -> OwnArchive:
    """Show it to its asker."""
    return OwnArchive(
        id=row.id,
        about_id=row.about_id,
        state=row.state,
        done=len(row.counted()),
        total=row.tables,
        files=row.files,
        left_out=row.left_out,
        size=row.archive_size,
        problem=None if row.problem is None else sentence(row.problem, language),
        created_at=row.created_at,
        expires_at=row.expires_at,
    )
