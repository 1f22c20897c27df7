"""The embedded PostgreSQL lives with us, dies with us, and forgets nothing it has promised."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import asyncpg
import pytest

from parta.main import postgres_process
from parta.main.postgres import EmbeddedPostgres, PostgresError
from parta.main.postgres_binaries import SYSTEM, choose
from parta.main.postgres_cluster import LONGEST_SOCKET_FOLDER, Cluster
from parta.main.postgres_process import postmaster_status, rotate

HOLDER = """
import sys, time
from pathlib import Path
from parta.main.postgres import EmbeddedPostgres
print(EmbeddedPostgres(Path(sys.argv[1])).start(), flush=True)
time.sleep(600)
"""


def ask(dsn: str, *statements: str) -> object:
    """Run the statements; the answer of the last."""

    async def work() -> object:
        connection = await asyncpg.connect(dsn)
        try:
            for statement in statements[:-1]:
                await connection.execute(statement)
            return await connection.fetchval(statements[-1])
        finally:
            await connection.close()

    return asyncio.run(work())


def hold(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """A process of its own that keeps the database running."""
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    return holder, holder.stdout.readline().strip()


def wait_until_gone(pid: int) -> None:
    deadline = time.monotonic() + 10
    while Path(f"/proc/{pid}/exe").is_symlink() and _is_alive(pid):
        assert time.monotonic() < deadline, "the postmaster outlived its parent"
        time.sleep(0.05)


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_it_starts_speaks_russian_and_keeps_what_it_was_told(folder):
    with EmbeddedPostgres(folder) as dsn:
        ask(dsn, "CREATE EXTENSION pg_trgm", "CREATE TABLE kept (word text)", "SELECT 1")
        assert ask(dsn, "INSERT INTO kept VALUES ('Ёжик')", "SELECT similarity('Ёжик', 'ёжика')") > 0.5
        assert ask(dsn, "SELECT to_tsvector('russian', 'школьники')::text") == "'школьник':1"
        assert ask(dsn, "SELECT lower('ЁЖИК')") == "ёжик"
    with EmbeddedPostgres(folder) as dsn:
        assert ask(dsn, "SELECT word FROM kept") == "Ёжик"


def test_it_is_durable_and_deaf_to_the_network(folder):
    with EmbeddedPostgres(folder) as dsn:
        for name, value in {
            "fsync": "on",
            "synchronous_commit": "on",
            "full_page_writes": "on",
            "data_checksums": "on",
            "listen_addresses": "",
        }.items():
            assert ask(dsn, f"SHOW {name}") == value


def test_nobody_enters_without_the_password(folder):
    with EmbeddedPostgres(folder) as dsn:
        start, _, rest = dsn.partition("parta:")
        with pytest.raises(asyncpg.InvalidPasswordError):
            ask(f"{start}parta:guess@{rest.partition('@')[2]}", "SELECT 1")
    password = Cluster(folder).home / "password"
    assert password.stat().st_mode & 0o777 == 0o600
    assert Cluster(folder).data.stat().st_mode & 0o777 == 0o700


def test_it_stops_at_once_even_with_an_open_transaction(folder):
    postgres = EmbeddedPostgres(folder)
    dsn = postgres.start()

    async def stop_in_the_middle() -> float:
        connection = await asyncpg.connect(dsn)
        await connection.execute("BEGIN; CREATE TABLE half (id int)")
        began = time.monotonic()
        await asyncio.to_thread(postgres.stop)
        connection.terminate()
        return time.monotonic() - began

    assert asyncio.run(stop_in_the_middle()) < 5
    assert not (postgres.cluster.data / "postmaster.pid").exists()
    postgres.stop()  # stopping what does not run is nothing


async def test_it_starts_and_stops_inside_an_event_loop(folder):
    async with EmbeddedPostgres(folder, durable=False) as dsn:
        connection = await asyncpg.connect(dsn)
        assert await connection.fetchval("SHOW fsync") == "off"
        await connection.close()


def test_it_starts_again_when_it_dies_by_itself(folder):
    postgres = EmbeddedPostgres(folder)
    with postgres as dsn:
        ask(dsn, "CREATE TABLE kept AS SELECT 7 AS n", "SELECT 1")
        first = postgres.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        deadline = time.monotonic() + 20
        while postgres.pid == first:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert ask(dsn, "SELECT n FROM kept") == 7


def test_killing_the_server_ends_its_database_and_hinders_nobody(folder):
    holder, dsn = hold(folder)
    ask(dsn, "CREATE TABLE kept AS SELECT 7 AS n", "SELECT 1")
    pid, _ = postmaster_status(Cluster(folder).data)
    holder.kill()
    holder.wait()
    with EmbeddedPostgres(folder) as again:
        assert ask(again, "SELECT n FROM kept") == 7
    wait_until_gone(pid)


def test_killing_the_server_and_the_database_loses_nothing_committed(folder):
    holder, dsn = hold(folder)
    ask(dsn, "CREATE TABLE kept (n int)", "INSERT INTO kept SELECT generate_series(1, 1000)", "SELECT 1")
    pid, _ = postmaster_status(Cluster(folder).data)
    os.kill(pid, signal.SIGKILL)
    holder.kill()
    holder.wait()
    began = time.monotonic()
    with EmbeddedPostgres(folder) as again:
        assert ask(again, "SELECT count(*) FROM kept") == 1000
    assert time.monotonic() - began < 15


def test_a_folder_with_a_long_name_gets_a_short_socket(folder):
    deep = folder / ("очень-" * 12)
    deep.mkdir()
    deep.chmod(0o711)
    cluster = Cluster(deep)
    assert len(os.fsencode(cluster.socket)) <= LONGEST_SOCKET_FOLDER
    with EmbeddedPostgres(deep, durable=False) as dsn:
        assert ask(dsn, "SELECT 1") == 1


def test_a_socket_folder_of_somebody_else_is_refused(folder, tmp_path):
    deep = folder / ("d" * 120)
    deep.mkdir()
    deep.chmod(0o711)
    trap = Cluster(deep).socket
    trap.symlink_to(tmp_path)
    try:
        with pytest.raises(PostgresError, match="somebody else"):
            EmbeddedPostgres(deep, durable=False).start()
    finally:
        trap.unlink()


def test_data_of_a_version_that_is_not_here_is_refused_by_number(folder):
    with EmbeddedPostgres(folder, durable=False):
        pass
    version = Cluster(folder).data / "PG_VERSION"
    version.write_text("9\n")
    with pytest.raises(PostgresError, match="written by PostgreSQL 9"):
        EmbeddedPostgres(folder).start()


def test_a_start_that_fails_says_why(folder):
    with EmbeddedPostgres(folder, durable=False):
        pass
    (Cluster(folder).data / "global" / "pg_control").unlink()
    with pytest.raises(PostgresError, match="pg_control"):
        EmbeddedPostgres(folder).start()


def test_an_initdb_that_was_cut_off_leaves_nothing_in_the_way(folder):
    (folder / "postgres" / "cluster-making").mkdir(parents=True)
    (folder / "postgres" / "cluster-making" / "half").write_text("")
    (folder / "postgres").chmod(0o711)
    with EmbeddedPostgres(folder, durable=False) as dsn:
        assert ask(dsn, "SELECT 1") == 1


@pytest.mark.skipif(not SYSTEM.is_dir(), reason="no PostgreSQL of the distribution")
def test_the_distributions_postgresql_serves_its_own_data(folder, monkeypatch):
    monkeypatch.setattr("parta.main.postgres_binaries._wheel", list)
    assert choose(folder, None).root.is_relative_to(SYSTEM)
    with EmbeddedPostgres(folder, durable=False) as dsn:
        assert ask(dsn, "CREATE EXTENSION pg_trgm", "SELECT similarity('Ёжик', 'ёжика')") > 0.5
    # The wheel is back, but the data keep the version that wrote them.
    monkeypatch.undo()
    with EmbeddedPostgres(folder, durable=False) as dsn:
        major = int((Cluster(folder).data / "PG_VERSION").read_text())
        assert int(str(ask(dsn, "SHOW server_version_num"))) // 10000 == major


@pytest.mark.skipif(os.geteuid() != 0, reason="only root steps down")
def test_root_runs_it_as_somebody_else_even_where_that_one_cannot_go(folder):
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    postgres = EmbeddedPostgres(closed / "data", durable=False)
    with postgres as dsn:
        assert ask(dsn, "SELECT 1") == 1
        assert Path(f"/proc/{postgres.pid}").stat().st_uid != 0
    assert postgres.cluster.link.is_symlink()
    home = postgres.cluster.home
    with EmbeddedPostgres(closed / "data", durable=False) as dsn:
        assert ask(dsn, "SELECT 1") == 1
    subprocess.run(["rm", "-r", str(home)], check=True)
    with pytest.raises(PostgresError, match="is gone"):
        EmbeddedPostgres(closed / "data").start()


def test_the_log_stays_small(folder, monkeypatch):
    monkeypatch.setattr(postgres_process, "LOG_LIMIT", 100)
    log = folder / "postgres.log"
    for number in range(6):
        with log.open("a") as writer:
            writer.write(f"{number}" * 150)
            writer.flush()
            rotate(log)
            writer.write("after")
        assert log.read_text() == "after"
        log.write_text("")
    assert sorted(path.name for path in folder.iterdir()) == [
        "postgres.log",
        "postgres.log.1",
        "postgres.log.2",
        "postgres.log.3",
    ]
    assert log.with_name("postgres.log.1").read_text() == "5" * 150
