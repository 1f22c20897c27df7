"""Making the copy: short steps, each of which goes on where the last one was settled."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import datetime

import msgspec
import structlog

from parta.core.clock import now
from parta.core.db import Database
from parta.core.errors import NotFound, Problem
from parta.files.expiry_job import Discard
from parta.files.settings import FilesSettings
from parta.files.storage import spool_of
from parta.identity.stored_data import StoredTable
from parta.messaging.exporting.archive import CONTENTS, Archive, Settled
from parta.messaging.exporting.names import safe_name
from parta.personal_data.archive import pages, queries
from parta.personal_data.archive.asking import ArchiveRow, ForgetArchive, discarding
from parta.personal_data.archive.pages import Contents, CopiedFile
from parta.personal_data.archive.tables import Counted, as_json, rows_about, tables_for
from parta.personal_data.settings import PersonalDataSettings

log = structlog.get_logger()

STEP = 20.0  # seconds after which a step ends and leaves the next one
FILES_AT_ONCE = 200


class OwnFile(msgspec.Struct, frozen=True):
    """A file somebody uploaded."""

    id: int
    name: str
    size: int
    blob_key: str
    created_at: datetime

    @property
    def path(self) -> str:
        """Its place in the archive; two never have the same."""
        return f"files/{self.id:06d}-{safe_name(self.name)}"


class _Name(msgspec.Struct, frozen=True):
    family_name: str
    given_name: str
    patronymic: str


class Maker:
    """One step of one copy."""

    def __init__(self, db: Database, row: ArchiveRow) -> None:
        self._db, self._row = db, row
        self._own = row.about_id == row.person_id
        self._tables = tables_for(about=row.about_id, by=row.person_id)
        self._largest = db.configuration.get(PersonalDataSettings).archive_size
        self._counts = row.counted()
        self._done_file, self._files, self._left_out = row.done_file, row.files, row.left_out

    async def work(self) -> bool:
        """Say whether the copy is finished; NotFound when it may not be had any more."""
        await self._require_entitled()
        row, path = self._row, spool_of(self._db.configuration).path(self._row.blob_key)
        settled = Settled(row.archive_size, row.contents_size)
        if settled != Settled() and not path.exists():
            if size := await self._db.blobs.size(row.blob_key):
                # The server died after the last byte and before it could say so.
                await self._conclude(size)
                return True
            settled = await self._start_over()
        with await asyncio.to_thread(Archive, path, settled) as archive:
            if not await self._fill(archive, until=time.monotonic() + STEP):
                return False
            await self._write_openings(archive)
            await archive.finish()
            size = archive.size
        await self._db.blobs.take(row.blob_key, path)
        await self._conclude(size)
        return True

    async def _require_entitled(self) -> None:
        async with self._db.transaction() as tx:
            if not await tx.value(queries.ENTITLED, self._row.id):
                raise NotFound

    async def _start_over(self) -> Settled:
        """Another machine has what was written, or nobody."""
        async with self._db.transaction() as tx:
            await tx.run(queries.BEGIN, self._row.id, len(self._tables))
        self._counts, self._done_file, self._files, self._left_out = {}, 0, 0, 0
        return Settled()

    async def _fill(self, archive: Archive, *, until: float) -> bool:
        """Write tables and files until the time is over; say whether all are there."""
        for table in self._tables:
            if table.table in self._counts:
                continue
            if time.monotonic() > until:
                return False
            self._require_space()
            await self._write_table(archive, table)
        while self._own and (files := await self._next_files(self._done_file)):
            for file in files:
                if time.monotonic() > until:
                    return False
                self._require_space()
                await self._copy_file(archive, file)
        return True

    def _require_space(self) -> None:
        reserve = self._db.configuration.get(FilesSettings).free_space_reserve
        if spool_of(self._db.configuration).free_space() < reserve:
            raise Problem("storage_full", status=507)

    async def _write_table(self, archive: Archive, table: StoredTable) -> None:
        language, about = self._row.language, self._row.about_id
        rows = Counted(rows_about(self._db, table, about))
        await self._add(archive, pages.data_of(table), as_json(table, rows, language))
        again = Counted(rows_about(self._db, table, about))
        page = pages.as_page(table, again, language=language, zone=self._row.zone)
        await self._add(archive, pages.page_of(table), page)
        self._counts[table.table] = rows.count
        await self._note(archive)

    async def _next_files(self, after: int) -> list[OwnFile]:
        async with self._db.transaction() as tx:
            return await tx.rows(queries.OWN_FILES, self._row.about_id, after, FILES_AT_ONCE, into=OwnFile)

    async def _copy_file(self, archive: Archive, file: OwnFile) -> None:
        self._done_file = file.id
        if archive.size + file.size > self._largest or await self._db.blobs.size(file.blob_key) is None:
            log.warning("own_archive.file_left_out", file=file.id)
            self._left_out += 1
        else:
            chunks = self._db.blobs.read(file.blob_key, 0, file.size)
            moment = file.created_at.astimezone(self._row.zone)
            await archive.add(file.path, chunks, size=file.size, moment=moment, packed=False)
            self._files += 1
        await self._note(archive)

    async def _write_openings(self, archive: Archive) -> None:
        async with self._db.transaction() as tx:
            name = await tx.row(queries.NAME, self._row.about_id, into=_Name)
        if name is None:
            raise NotFound
        if self._own:
            page = pages.write_files_page(await self._copied(archive), self._row.language)
            await self._add(archive, "files.html", _once(page))
        contents = Contents(
            name=" ".join(filter(None, (name.family_name, name.given_name, name.patronymic))),
            own=self._own,
            made_at=now().astimezone(self._row.zone),
            zone=self._row.zone,
            language=self._row.language,
            tables=self._tables,
            counts=self._counts,
            files=self._files,
            left_out=self._left_out,
        )
        await self._add(archive, "index.html", _once(pages.write_index(contents)))

    async def _copied(self, archive: Archive) -> list[CopiedFile]:
        written, copied, after = archive.names, list[CopiedFile](), 0
        while files := await self._next_files(after):
            copied += [CopiedFile(f.name, f.path, f.size) for f in files if f.path in written]
            after = files[-1].id
        return copied

    async def _add(self, archive: Archive, name: str, chunks: AsyncIterator[bytes]) -> None:
        moment = now().astimezone(self._row.zone)
        # How long a text becomes is known when it is written; the archive corrects it then.
        await archive.add(name, chunks, size=0, moment=moment, packed=True)

    async def _note(self, archive: Archive) -> None:
        settled = await archive.settle()
        counts = msgspec.json.encode(self._counts).decode()
        reached = (self._done_file, self._files, self._left_out, settled.archive, settled.contents)
        async with self._db.transaction() as tx:
            await tx.run(queries.NOTE_PROGRESS, self._row.id, counts, *reached)

    async def _conclude(self, size: int) -> None:
        """Say that it is ready; thrown away meanwhile, its bytes go."""
        row, moment = self._row, now()
        expires_at = moment + self._db.configuration.get(PersonalDataSettings).archive_kept
        async with self._db.transaction() as tx:
            if not await tx.run(queries.FINISH, row.id, "ready", None, size, moment, expires_at):
                await tx.enqueue(discarding(row.blob_key))
                return
            await tx.enqueue(Discard(spooled=(f"{row.blob_key}{CONTENTS}",)))
            await tx.enqueue(ForgetArchive(archive_id=row.id), due_at=expires_at)


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body
