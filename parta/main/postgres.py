"""The embedded PostgreSQL: started with us, watched, started again when it dies, stopped with us.

    with EmbeddedPostgres(data_dir) as dsn: ...          # or `async with`

The caller holds the data folder's lock (data_dir.py) or uses a folder of its own, as tests do.
"""

import asyncio
import logging
import threading
import time
from pathlib import Path
from types import TracebackType

from parta.main.postgres_binaries import Binaries, PostgresError
from parta.main.postgres_cluster import Cluster
from parta.main.postgres_owner import Owner
from parta.main.postgres_process import NotGoneYet, PostgresProcess, end_orphan, rotate

__all__ = ["EmbeddedPostgres", "PostgresError"]

log = logging.getLogger("parta.postgres")

START_PATIENCE = 30.0
ORPHAN_PATIENCE = 5.0
LONGEST_BACKOFF = 30.0
WATCH_EVERY = 0.5


class EmbeddedPostgres:
    """A PostgreSQL of our own in `data_dir/postgres`, reachable through a Unix socket only.

    `durable=False` gives up every guarantee for speed and is for folders that tests throw away.
    """

    def __init__(
        self, data_dir: Path, *, shared_buffers_mb: int = 128, max_connections: int = 60, durable: bool = True
    ) -> None:
        """Nothing happens before `start`."""
        self.cluster = Cluster(data_dir, durable=durable)
        self._options = _options(self.cluster, shared_buffers_mb, max_connections, durable)
        self._stopping = threading.Event()
        self._settled = threading.Event()
        self._failure: PostgresError | None = None
        self._thread: threading.Thread | None = None
        self.pid: int | None = None

    def start(self) -> str:
        """Start it and return the DSN once it takes connections; PostgresError says why it does not."""
        self._stopping.clear()
        self._settled.clear()
        self._failure = None
        # PDEATHSIG watches the thread that forked, so one thread forks and waits for as long as it runs.
        self._thread = threading.Thread(target=self._supervise, name="postgres", daemon=True)
        self._thread.start()
        try:
            self._settled.wait()
        except BaseException:
            self.stop()
            raise
        self._raise_failure()
        return self.cluster.dsn

    def _raise_failure(self) -> None:
        if self._failure is not None:
            self.stop()
            raise self._failure

    def stop(self) -> None:
        """Stop it cleanly; stopping what does not run is nothing."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _supervise(self) -> None:
        try:
            owner, binaries = self.cluster.prepare()
            process = self._launch(owner, binaries)
        except (PostgresError, OSError) as error:
            self._failure = error if isinstance(error, PostgresError) else PostgresError(str(error))
            return
        finally:
            self._settled.set()
        backoff = WATCH_EVERY
        while self._watch(process):
            log.error("PostgreSQL ended by itself (code %s); starting it again", process.exit_code)
            self._stopping.wait(backoff)
            try:
                process = self._launch(owner, binaries)
                backoff = WATCH_EVERY
            except (PostgresError, OSError) as error:
                backoff = min(backoff * 2, LONGEST_BACKOFF)
                log.error("%s", error)

    def _launch(self, owner: Owner, binaries: Binaries) -> PostgresProcess:
        """A postmaster that takes connections; one that is still going down is waited for."""
        began = time.monotonic()
        options = [*self._options, "-c", f"unix_socket_directories={self.cluster.socket}"]
        while True:
            process = PostgresProcess(self.cluster, owner, binaries, options)
            try:
                process.wait_until_ready(began + START_PATIENCE, self._stopping.is_set)
            except NotGoneYet:
                waited = time.monotonic() - began
                if waited > START_PATIENCE or self._stopping.wait(0.2):
                    raise
                if waited > ORPHAN_PATIENCE:
                    end_orphan(self.cluster.data)
            else:
                self.pid = process.pid
                return process

    def _watch(self, process: PostgresProcess) -> bool:
        """True when it died; False when we were asked to stop, and then it has ended."""
        while process.exit_code is None and not self._stopping.wait(WATCH_EVERY):
            rotate(self.cluster.log)
        if self._stopping.is_set():
            process.end()
            self.cluster.tidy()
            return False
        return True

    def __enter__(self) -> str:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def __aenter__(self) -> str:
        return await asyncio.to_thread(self.start)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.stop)


def _options(cluster: Cluster, shared_buffers_mb: int, max_connections: int, durable: bool) -> list[str]:
    """Told at every start rather than written into postgresql.conf, so a new Parta brings its own."""
    settings = {
        "listen_addresses": "",
        "unix_socket_permissions": "0700",
        "max_connections": max_connections,
        "shared_buffers": f"{shared_buffers_mb}MB",
        "max_wal_size": "1GB",
        "checkpoint_timeout": "15min",
        "wal_compression": "on",
        "random_page_cost": "1.1",
        "jit": "off",
        # Parallel queries need /dev/shm, which containers keep tiny; our queries are short.
        "max_parallel_workers_per_gather": 0,
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_line_prefix": "%m [%p] ",
        "log_checkpoints": "off",
    }
    if not durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
