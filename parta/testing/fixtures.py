"""Fixtures of all tests: a real PostgreSQL, a database for each test, people who speak HTTP and hear the socket."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import httpx
import pytest

from parta.core.audit import ACTIONS
from parta.core.blobs import Blobs
from parta.core.bus_memory import MemoryBus
from parta.core.config import Configuration
from parta.core.db import Database
from parta.core.migrations import migrate, read_migrations
from parta.main.app import Application
from parta.main.postgres import EmbeddedPostgres
from parta.main.room_settings import room_settings
from parta.main.rooms import plug_in
from parta.testing.live import Sockets
from parta.testing.serving import serving
from parta.testing.world import World

MIGRATIONS = Path(__file__).parents[1] / "migrations"


def database_dsn(dsn: str, name: str) -> str:
    """The same server, another database."""
    return urlunsplit(urlsplit(dsn)._replace(path=f"/{name}"))


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """One throw-away PostgreSQL for each test process; PARTA_TEST_DATABASE_URL uses another."""
    if given := os.environ.get("PARTA_TEST_DATABASE_URL"):
        yield given
        return
    with (
        tempfile.TemporaryDirectory(prefix="parta-test-", ignore_cleanup_errors=True) as folder,
        EmbeddedPostgres(Path(folder), durable=False) as dsn,
    ):
        yield dsn


@pytest.fixture(scope="session")
def template(cluster: str) -> str:
    """The name of a migrated database that every test copies."""
    name = f"template_{os.getpid()}"

    async def make() -> None:
        connection = await asyncpg.connect(cluster)
        await connection.execute(f"CREATE DATABASE {name}")
        await connection.close()
        connection = await asyncpg.connect(database_dsn(cluster, name))
        await migrate(connection, read_migrations(MIGRATIONS))
        await connection.close()

    asyncio.run(make())
    return name


@pytest.fixture
async def dsn(cluster: str, template: str) -> AsyncIterator[str]:
    """A fresh database with the whole schema."""
    name = f"test_{os.urandom(6).hex()}"
    connection = await asyncpg.connect(cluster)
    await connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield database_dsn(cluster, name)
    await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await connection.close()


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Settings of the test's server; a test or its folder may override this fixture."""
    return {"PARTA_DATA_DIR": str(tmp_path / "data"), "PARTA_REQUESTS_PER_SECOND": "0"}


@pytest.fixture
def configuration(environ: dict[str, str], tmp_path: Path) -> Configuration:
    """The checked settings."""
    return Configuration.load(environ, rooms=room_settings(), folder=tmp_path)


@pytest.fixture
async def database(dsn: str, configuration: Configuration, tmp_path: Path) -> AsyncIterator[Database]:
    """A pool on the test's database."""
    plug_in()
    database = await Database.connect(dsn, MemoryBus(), configuration, Blobs.in_folder(tmp_path / "blobs"))
    yield database
    await database.close()


@pytest.fixture
def application(configuration: Configuration, database: Database) -> Application:
    """The whole application, without workers: a test runs jobs when it wants them."""
    return Application(configuration, database)


@pytest.fixture
async def anonymous(application: Application) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who has not signed in."""
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url="http://parta.test") as client:
        yield client


@pytest.fixture
async def world(application: Application) -> AsyncIterator[World]:
    """People and places made on demand."""
    made = World(application)
    yield made
    async with made.database.transaction() as tx:
        done = await tx.values("SELECT DISTINCT action FROM audit_log")
    # An administrator reads the log: whatever is written there has a name in the room's `audited.py`.
    if nameless := set(done) - ACTIONS.keys():
        raise AssertionError(f"no words for what is written to the log: {nameless}")
    await made.close()


@pytest.fixture
async def server(application: Application) -> AsyncIterator[str]:
    """The application behind a real port of this machine; its address."""
    async with serving(application) as address:
        yield address
    # Nobody notes any more who has gone: the database goes, too.
    application.hub.people.clear()


@pytest.fixture
async def sockets(server: str) -> AsyncIterator[Sockets]:
    """Live sockets, opened on demand and closed at the end."""
    opened = Sockets(server)
    yield opened
    await opened.close()
