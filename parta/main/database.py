"""The database a command works with: the external one, our own, or the one a running server has open."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TypeVar

import asyncpg

from parta.core.blobs import Blobs
from parta.core.bus_memory import MemoryBus
from parta.core.config import Configuration, CoreSettings
from parta.core.db import Database
from parta.core.errors import Problem, sentence
from parta.core.migrations import migrate, read_migrations
from parta.main.data_dir import DataDir, DataDirError, DataDirTaken
from parta.main.failure import CommandError
from parta.main.languages import language_of_terminal
from parta.main.postgres import EmbeddedPostgres, PostgresError
from parta.main.postgres_cluster import Cluster
from parta.main.postgres_process import postmaster_status
from parta.main.rooms import plug_in
from parta.main.settings import PostgresSettings

T = TypeVar("T")

MIGRATIONS = Path(__file__).parent.parent / "migrations"
NEIGHBOUR_PATIENCE = 30.0


@contextmanager
def open_database(configuration: Configuration, folder: DataDir) -> Iterator[str]:
    """The DSN of the external database, or of our own, which runs inside the block; the folder is taken."""
    core, postgres = configuration.get(CoreSettings), configuration.get(PostgresSettings)
    if core.database_url is not None:
        yield core.database_url.reveal()
        return
    with EmbeddedPostgres(
        folder.path,
        shared_buffers_mb=postgres.shared_buffers_mb,
        max_connections=postgres.max_connections,
    ) as dsn:
        yield dsn


@contextmanager
def borrow_database(configuration: Configuration) -> Iterator[str]:
    """The DSN for a short command, whether or not a server runs meanwhile."""
    core = configuration.get(CoreSettings)
    if core.database_url is not None:
        yield core.database_url.reveal()
        return
    folder = DataDir(core.data_dir)
    try:
        folder.take(patience=0)
    except DataDirTaken as taken:
        yield _wait_for_neighbour(Cluster(core.data_dir), taken)
        return
    try:
        with open_database(configuration, folder) as dsn:
            yield dsn
    finally:
        folder.release()


def _wait_for_neighbour(cluster: Cluster, taken: DataDirTaken) -> str:
    deadline = time.monotonic() + NEIGHBOUR_PATIENCE
    while time.monotonic() < deadline:
        status = postmaster_status(cluster.data)
        if status is not None and status[1] == "ready":
            return cluster.dsn
        time.sleep(0.1)
    raise DataDirError(f"{taken} Its database does not answer.")


def bring_up_to_date(dsn: str) -> list[str]:
    """Apply the missing migrations; answer their names. PostgresError says why the database is out of reach."""

    async def work() -> list[str]:
        connection = await _connect(dsn)
        try:
            return await migrate(connection, read_migrations(MIGRATIONS))
        finally:
            await connection.close()

    return asyncio.run(work())


async def _connect(dsn: str) -> asyncpg.Connection:
    try:
        return await asyncpg.connect(dsn, timeout=10)
    except (OSError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise PostgresError(f"The database cannot be reached: {type(error).__name__}: {error}") from error


@asynccontextmanager
async def open_rooms(configuration: Configuration, dsn: str) -> AsyncIterator[Database]:
    """The database with every room listening, for verbs called from the command line."""
    plug_in()
    blobs = Blobs.in_folder(configuration.get(CoreSettings).data_dir / "files")
    database = await Database.connect(dsn, MemoryBus(), configuration, blobs)
    try:
        yield database
    finally:
        await database.close()


def act(configuration: Configuration, work: Callable[[Database], Awaitable[T]]) -> T:
    """Do something with the rooms on an up-to-date database, and answer what it answers.

    A running server hears of it through the event log. CommandError carries the sentence of a refusal.
    """

    async def do(dsn: str) -> T:
        async with open_rooms(configuration, dsn) as database:
            return await work(database)

    with borrow_database(configuration) as dsn:
        bring_up_to_date(dsn)
        try:
            return asyncio.run(do(dsn))
        except Problem as problem:
            details = "".join(f" {name}: {value}." for name, value in problem.extra.items())
            raise CommandError(sentence(problem.code, language_of_terminal()) + details) from problem
