"""Fill a database with the invented town: once, only an empty one, and to the end even after a cut."""

import time
from datetime import datetime

import msgspec
import structlog

from parta.core.clock import now as present
from parta.core.db import Database, Tx
from parta.demo import queries
from parta.demo.chats import Chats, restore_talk
from parta.demo.files import upload_files
from parta.demo.governing import govern, upload_scan
from parta.demo.marks import Filled, NotableMark, has_begun, read_filled
from parta.demo.meeting import confer, meet
from parta.demo.notables import notables_of
from parta.demo.people import Town
from parta.demo.residents import read_ids, settle
from parta.demo.talk.conversations import tell
from parta.demo.today import enliven
from parta.demo.town import DEFAULT_PEOPLE, DEFAULT_SEED, build_town

log = structlog.get_logger()


class NotEmpty(Exception):
    """The database has people whom the demo did not invent: it is somebody's real one and is left alone."""


async def fill(
    db: Database, *, people: int = DEFAULT_PEOPLE, seed: int = DEFAULT_SEED, now: datetime | None = None
) -> bool:
    """Bring the town in; False when it is there already. Raises NotEmpty on a database with real people."""
    moment, started = now or present(), time.monotonic()
    town = build_town(people, seed=seed, today=moment.date())
    async with db.transaction() as tx:
        await tx.run(queries.LOCK_DEMO)
        if await read_filled(tx) is not None:
            return False
        if not await has_begun(tx):
            await _begin(tx, town)
        await settle(tx, db.blobs, town, moment)
        ids = await read_ids(tx, "user")
        await meet(tx, town, await read_ids(tx, "user", "org"))
    talk = tell(town, moment)
    files = await upload_files(db, talk, ids)
    scan_id = await upload_scan(db, town, ids)
    async with db.transaction() as tx:
        await tx.run(queries.LOCK_DEMO)
        if await read_filled(tx) is not None:
            return False
        chats = await Chats.read(tx)
        messages = await restore_talk(tx, chats, talk, files)
        messages += await confer(tx, town, chats, moment)
        messages += await enliven(tx, town, chats, moment)
        officials = await govern(tx, town, ids, scan_id, moment)
        await _finish(tx, town, ids, messages, officials)
    log.info("demo_filled", people=len(ids), messages=messages, seconds=round(time.monotonic() - started, 1))
    return True


async def _begin(tx: Tx, town: Town) -> None:
    if await tx.value(queries.ANYBODY):
        raise NotEmpty("this database has people in it; the demo fills only an empty one")
    await tx.audit(queries.BEGUN, actor_id=None, subject="installation", details={"seed": town.seed})


async def _finish(
    tx: Tx, town: Town, ids: dict[str, int], messages: int, officials: list[NotableMark]
) -> None:
    notable = [NotableMark(ids[one.person], one.russian, one.english) for one in notables_of(town)]
    filled = Filled(town.seed, len(town.people), messages, notable + officials)
    details = msgspec.to_builtins(filled)
    await tx.audit(queries.FILLED, actor_id=None, subject="installation", details=details)
