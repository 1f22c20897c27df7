"""The server under test: a process of its own, on one core together with its PostgreSQL."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from parta.main.postgres_cluster import Cluster

SERVER_CORE, CLIENT_CORE = 0, 1


class Server:
    """`parta serve` with a throw-away data folder; measures its own processor time and memory."""

    def __init__(self, folder: Path | None = None) -> None:
        self._temporary = tempfile.TemporaryDirectory(prefix="parta-bench-") if folder is None else None
        self.folder = folder or Path(self._temporary.name if self._temporary else "")
        self.host, self.port = "127.0.0.1", _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self.started_in = 0.0

    def command(self) -> list[str]:
        """Say what to start."""
        return [sys.executable, "-m", "parta.main.cli", "serve"]

    def __enter__(self) -> Self:
        """Start and wait until it is ready."""
        began = time.perf_counter()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PARTA_")}
        self._process = subprocess.Popen(
            self.command(),
            env=environment
            | {
                "PARTA_DATA_DIR": str(self.folder / "data"),
                "PARTA_PORT": str(self.port),
                "PARTA_LOG_LEVEL": "warning",
                "PARTA_REQUESTS_PER_SECOND": "0",
                "PARTA_FRAMES_PER_SECOND": "1000000",
            },
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "server.log").open("ab"),
        )
        os.sched_setaffinity(self._process.pid, _core(SERVER_CORE))
        while not self.ready():
            if self._process.poll() is not None or time.perf_counter() - began > 60:
                raise RuntimeError((self.folder / "server.log").read_text("utf-8"))
            time.sleep(0.02)
        self.started_in = time.perf_counter() - began
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it cleanly."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(30)
        if self._temporary is not None and kind is None:
            self._temporary.cleanup()

    @property
    def dsn(self) -> str:
        """How to reach its database."""
        return Cluster(self.folder / "data").dsn

    def processor_seconds(self) -> float:
        """Processor time used so far by the server and its database, finished children included."""
        total = 0.0
        for process in self._processes():
            try:
                times = process.cpu_times()
            except psutil.NoSuchProcess:
                continue
            total += times.user + times.system + times.children_user + times.children_system
        return total

    def memory(self) -> int:
        """Resident bytes of the application process alone."""
        assert self._process is not None
        resident: int = psutil.Process(self._process.pid).memory_info().rss
        return resident

    def _processes(self) -> list[psutil.Process]:
        assert self._process is not None
        root = psutil.Process(self._process.pid)
        return [root, *root.children(recursive=True)]

    def ready(self) -> bool:
        """Whether it serves."""
        try:
            with urllib.request.urlopen(f"http://{self.host}:{self.port}/readyz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False


def _core(core: int) -> set[int]:
    cores = os.sched_getaffinity(os.getppid())
    return {core} if core in cores else cores


def pin_clients() -> None:
    """Keep this process off the server's core."""
    os.sched_setaffinity(0, _core(CLIENT_CORE))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
