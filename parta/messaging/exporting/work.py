"""Making the copy: short steps, each of which goes on where the last one was settled.

A step reads a page of messages through the same door as everybody's history, so the asker gets what they may see
at that moment and no more; whoever is put out of the chat meanwhile gets nothing.
"""

import asyncio
import time
from collections.abc import AsyncIterator

import msgspec
import structlog

from parta.core.clock import now
from parta.core.db import Database
from parta.core.errors import NotFound, Problem
from parta.files.access import Withheld, find_open_file
from parta.files.expiry_job import Discard
from parta.files.info import FileInfo
from parta.files.settings import FilesSettings
from parta.files.storage import spool_of
from parta.messaging.conversations import read_conversation
from parta.messaging.exporting import page_html, page_json, queries
from parta.messaging.exporting.archive import CONTENTS, Archive, Settled
from parta.messaging.exporting.asking import ExportRow, ForgetExport, discarding
from parta.messaging.exporting.names import path_of
from parta.messaging.exporting.page import Page, disappears
from parta.messaging.history import read_history
from parta.messaging.settings import MessagingSettings
from parta.messaging.shapes import History, Message
from parta.safety.people import PersonBrief, briefs

log = structlog.get_logger()

MESSAGES_ON_PAGE = 500  # in memory at once
STEP = 20.0  # seconds after which a step ends and leaves the next one


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """How far the work has come."""

    done_number: int
    done_files: int
    pages: int
    messages: int
    left_out: int


class FileToCopy(msgspec.Struct, frozen=True):
    """A file of the page and its place in the archive."""

    file: FileInfo
    path: str


class Maker:
    """One step of one copy."""

    def __init__(self, db: Database, row: ExportRow) -> None:
        self._db, self._row = db, row
        self._form = page_html if row.format == "html" else page_json
        self._largest = db.configuration.get(MessagingSettings).export_size
        self._reached = Reached(
            done_number=row.done_number,
            done_files=row.done_files,
            pages=row.pages,
            messages=row.messages,
            left_out=row.left_out,
        )

    async def work(self) -> bool:
        """Say whether the copy is finished."""
        row, path = self._row, spool_of(self._db.configuration).path(self._row.blob_key)
        settled = Settled(row.archive_size, row.contents_size)
        if settled != Settled() and not path.exists():
            if size := await self._db.blobs.size(row.blob_key):
                # The server died after the last byte and before it could say so.
                await self._conclude(size)
                return True
            settled = await self._start_over()
        until = time.monotonic() + STEP
        with await asyncio.to_thread(Archive, path, settled) as archive:
            while self._reached.done_number < row.last_number or self._reached.pages == 0:
                if time.monotonic() > until:
                    return False
                self._require_space()
                await self._write_page(archive)
            await self._write_index(archive)
            await archive.finish()
            size = archive.size
        await self._db.blobs.take(row.blob_key, path)
        await self._conclude(size)
        return True

    async def _start_over(self) -> Settled:
        """Another machine has what was written, or nobody."""
        first, last = self._row.first_number, self._row.last_number
        async with self._db.transaction() as tx:
            await tx.run(queries.BEGIN, self._row.id, first, last)
        self._reached = Reached(done_number=first - 1, done_files=0, pages=0, messages=0, left_out=0)
        return Settled()

    def _require_space(self) -> None:
        reserve = self._db.configuration.get(FilesSettings).free_space_reserve
        if spool_of(self._db.configuration).free_space() < reserve:
            raise Problem("storage_full", status=507)

    async def _write_page(self, archive: Archive) -> None:
        """Write the files of a page, then the page that shows those which fitted, then note that it is done."""
        history, title = await self._read()
        items = [m for m in history.items if m.number <= self._row.last_number]
        shown = [m for m in items if not m.deleted and not m.hidden]
        paths = await self._copy_files(archive, shown) if self._row.with_files else {}
        number = self._reached.pages + 1
        done = items[-1].number if items else self._row.last_number
        page = Page(
            title=title,
            number=number,
            last=done >= self._row.last_number,
            messages=shown,
            people=await self._people(shown),
            paths=paths,
            language=self._row.language,
            zone=self._row.zone,
        )
        body = await asyncio.to_thread(self._form.write_page, page)
        await self._add(archive, self._form.page_name(number), body)
        self._reached = msgspec.structs.replace(
            self._reached,
            done_number=done,
            done_files=0,
            pages=number,
            messages=self._reached.messages + len(shown),
        )
        await self._note(archive)

    async def _read(self) -> tuple[History, str]:
        """Read the next page; NotFound when the asker is in the chat no more."""
        row = self._row
        async with self._db.transaction() as tx:
            history = await read_history(
                tx,
                row.conversation_id,
                before=None,
                after=self._reached.done_number,
                around=None,
                limit=MESSAGES_ON_PAGE,
                by=row.person_id,
            )
            conversation = await read_conversation(tx, row.conversation_id, by=row.person_id)
        return history, conversation.title or DIRECT_TITLES[conversation.kind][row.language == "en"]

    async def _people(self, shown: list[Message]) -> dict[int, PersonBrief]:
        """Authors, those who are quoted, and those of whom the chat tells that they came or went."""
        ids = {m.author_id for m in shown} | {m.reply_to.author_id for m in shown if m.reply_to}
        ids |= {person for m in shown if m.service for person in m.service.get("people", ())}
        async with self._db.transaction() as tx:
            return {person.id: person for person in await briefs(tx, sorted(ids), to=None)}

    async def _copy_files(self, archive: Archive, shown: list[Message]) -> dict[int, str]:
        """Copy what is not in the archive yet; a large page is settled after every file."""
        wanted = [
            FileToCopy(file, path_of(m.number, place, file.name))
            for m in shown
            if not disappears(m)
            for place, file in enumerate(m.files)
        ]
        for place, one in enumerate(wanted):
            if place < self._reached.done_files:
                continue
            copied = await self._copy_file(archive, one)
            left_out = self._reached.left_out + (0 if copied else 1)
            self._reached = msgspec.structs.replace(self._reached, done_files=place + 1, left_out=left_out)
            await self._note(archive)
        written = archive.names
        return {one.file.id: one.path for one in wanted if one.path in written}

    async def _copy_file(self, archive: Archive, one: FileToCopy) -> bool:
        if archive.size + one.file.size > self._largest:
            return False
        try:
            async with self._db.transaction() as tx:
                file = await find_open_file(tx, one.file.id, to=self._row.person_id)
        except (NotFound, Withheld):  # deleted in this very moment, or infected
            return False
        if await self._db.blobs.size(file.blob_key) is None:
            log.warning("export.file_missing", file=file.id)
            return False
        chunks = self._db.blobs.read(file.blob_key, 0, file.size)
        await archive.add(one.path, chunks, size=file.size, moment=now(), packed=False)
        return True

    async def _write_index(self, archive: Archive) -> None:
        if self._row.format == "html":
            return
        _, title = await self._read()
        async with self._db.transaction() as tx:
            kind = (await read_conversation(tx, self._row.conversation_id, by=self._row.person_id)).kind
        body = page_json.write_index(
            title=title,
            kind=kind,
            made_at=now().astimezone(self._row.zone).isoformat(timespec="seconds"),
            messages=self._reached.messages,
            left_out=self._reached.left_out,
            pages=self._reached.pages,
        )
        await self._add(archive, "chat.json", body)

    async def _add(self, archive: Archive, name: str, body: bytes) -> None:
        moment = now().astimezone(self._row.zone)
        await archive.add(name, _once(body), size=len(body), moment=moment, packed=True)

    async def _note(self, archive: Archive) -> None:
        settled, r = await archive.settle(), self._reached
        async with self._db.transaction() as tx:
            await tx.run(
                queries.NOTE_PROGRESS,
                self._row.id,
                r.done_number,
                r.done_files,
                r.pages,
                r.messages,
                r.left_out,
                settled.archive,
                settled.contents,
            )

    async def _conclude(self, size: int) -> None:
        """Say that it is ready; thrown away meanwhile, its bytes go."""
        row, moment = self._row, now()
        expires_at = moment + self._db.configuration.get(MessagingSettings).export_kept
        async with self._db.transaction() as tx:
            if not await tx.run(queries.FINISH, row.id, "ready", None, size, moment, expires_at):
                await tx.enqueue(discarding(row.blob_key))
                return
            await tx.enqueue(Discard(spooled=(f"{row.blob_key}{CONTENTS}",)))
            await tx.enqueue(ForgetExport(export_id=row.id), due_at=expires_at)
            tx.emit(row.changed("ready"))


# What a chat without a title is called in its copy.
DIRECT_TITLES = {
    "direct": ("Личный чат", "Direct chat"),
    "favourites": ("Избранное", "Saved messages"),
    "group": ("Чат", "Chat"),
}


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body
