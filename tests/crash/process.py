"""Parta as a process with its own PostgreSQL, to be killed."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import asyncpg
import httpx

from parta.main.postgres_cluster import Cluster
from parta.main.postgres_process import postmaster_status

ROOT = Path(__file__).parents[2]
START_PATIENCE = 90.0  # seconds; recovery on a loaded machine takes its time


class Parta:
    """`parta serve` on a folder; after a kill it starts again on the same port."""

    def __init__(self, folder: Path, **settings: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self._folder, self.data = folder, folder / "data"
        self._cluster = Cluster(self.data)
        self._environ = os.environ | {
            # This tree is tried, whatever is installed.
            "PYTHONPATH": str(ROOT),
            "PARTA_DATA_DIR": str(self.data),
            "PARTA_HOST": "127.0.0.1",
            "PARTA_PORT": str(self.port),
            # As fast as they are answered is the point here.
            "PARTA_REQUESTS_PER_SECOND": "0",
            "PARTA_FRAMES_PER_SECOND": "100000",
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The application's process."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start and wait until it can serve."""
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "parta.main.cli", "serve"],
                env=self._environ,
                cwd=self._folder,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + START_PATIENCE
        while time.monotonic() < deadline and self._process.poll() is None:
            with suppress(httpx.TransportError):
                if httpx.get(f"http://127.0.0.1:{self.port}/readyz", timeout=5).status_code == 200:
                    return
            time.sleep(0.05)
        raise TimeoutError((self._folder / "log").read_text()[-3000:])

    def kill(self, *, database_too: bool) -> None:
        """kill -9 of the application, which takes its database down in order, or of both in one moment."""
        assert self._process is not None
        postmaster = postmaster_status(self._cluster.data)
        assert postmaster is not None
        self._process.send_signal(signal.SIGKILL)
        if database_too:
            # The postmaster leads a process group of its own: all its children die with it, unwarned.
            os.killpg(postmaster[0], signal.SIGKILL)
        self._process.wait()
        self._process = None

    def stop(self) -> None:
        """End it in order."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(60)
            self._process = None

    async def connect(self) -> asyncpg.Connection:
        """Look into its database, past the application."""
        return await asyncpg.connect(self._cluster.dsn)


@contextmanager
def running(folder: Path | None = None, **settings: str) -> Iterator[Parta]:
    """Parta on a folder that is thrown away afterwards, with these settings."""
    if folder is None:
        folder = make_folder()
    parta = Parta(folder, **settings)
    try:
        parta.start()
        yield parta
    finally:
        parta.stop()
        shutil.rmtree(folder, ignore_errors=True)


def make_folder() -> Path:
    """An empty folder; pytest's own tmp_path is closed to others, and root's PostgreSQL runs as another user."""
    folder = Path(tempfile.mkdtemp(prefix="parta-crash-"))
    folder.chmod(0o711)
    return folder
