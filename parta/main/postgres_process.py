"""One run of the postmaster: launched so that it cannot outlive us, waited for, ended."""

import ctypes
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from parta.main.postgres_binaries import Binaries, PostgresError
from parta.main.postgres_cluster import Cluster
from parta.main.postgres_owner import Owner

PR_SET_PDEATHSIG = 1
LOG_LIMIT = 10 * 1024 * 1024
LOGS_KEPT = 3
# What a postmaster says when the one before it has not quite gone.
NOT_GONE_YET = (
    'lock file "postmaster.pid" already exists',
    "pre-existing shared memory block",
    '.lock" already exists',
)

# Looked up before any fork: between fork and exec nothing may take a lock.
_prctl = ctypes.CDLL(None, use_errno=True).prctl


class NotGoneYet(PostgresError):
    """The previous postmaster still holds the data."""


class PostgresProcess:
    """A running postmaster."""

    def __init__(self, cluster: Cluster, owner: Owner, binaries: Binaries, options: list[str]) -> None:
        """Launch it; it is not ready yet. The thread that calls this must live as long as the postmaster."""
        self._cluster = cluster
        rotate(cluster.log)
        parent = os.getpid()

        def die_with_parent() -> None:
            _prctl(PR_SET_PDEATHSIG, signal.SIGINT)
            if os.getppid() != parent:
                os._exit(1)

        with cluster.log.open("ab") as log:
            self._log_start = log.tell()
            self._process = subprocess.Popen(
                [binaries.program("postgres"), "-D", str(cluster.data), *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
                start_new_session=True,
                preexec_fn=die_with_parent,  # noqa: PLW1509 - it calls two functions of the kernel and takes no lock
                **owner.process_options(),
            )

    @property
    def pid(self) -> int:
        """The postmaster's process id."""
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs."""
        return self._process.poll()

    def wait_until_ready(self, deadline: float, stopping: Callable[[], bool]) -> None:
        """Return once it takes connections; NotGoneYet when it is worth trying again."""
        while not stopping():
            if self.exit_code is not None:
                said = self._said()
                if any(words in said for words in NOT_GONE_YET):
                    raise NotGoneYet(said)
                raise PostgresError(
                    f"PostgreSQL did not start (code {self.exit_code}). Its last words:\n{said}"
                )
            if postmaster_status(self._cluster.data) == (self.pid, "ready"):
                return
            if time.monotonic() > deadline:
                self.end()
                raise PostgresError(f"PostgreSQL did not become ready in time; see {self._cluster.log}")
            time.sleep(0.02)

    def _said(self) -> str:
        with self._cluster.log.open("rb") as log:
            log.seek(self._log_start)
            return log.read().decode(errors="replace")[-2000:].strip()

    def end(self) -> None:
        """Fast shutdown: open transactions are rolled back, committed ones are safe; harder when it hangs."""
        for how, patience in ((signal.SIGINT, 20.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
            if self.exit_code is not None:
                return
            self._process.send_signal(how)
            try:
                self._process.wait(patience)
            except subprocess.TimeoutExpired:
                continue


def postmaster_status(data: Path) -> tuple[int, str] | None:
    """Process id and state ("ready", "starting") that the postmaster wrote down, if one did."""
    try:
        lines = (data / "postmaster.pid").read_text(errors="replace").splitlines()
        return int(lines[0]), lines[7].strip() if len(lines) > 7 else ""
    except (OSError, ValueError, IndexError):
        return None


def end_orphan(data: Path) -> None:
    """Ask a postmaster of ours that outlived its parent to stop; the lock on the folder proves it has no owner."""
    status = postmaster_status(data)
    if status is None:
        return
    try:
        command = Path(f"/proc/{status[0]}/cmdline").read_bytes().split(b"\0")
        if os.fsencode(data) in command:
            os.kill(status[0], signal.SIGINT)
    except OSError:
        return


def rotate(log: Path) -> None:
    """Keep the log small. The postmaster holds the file open for appending, so it is copied and emptied."""
    if not log.exists() or log.stat().st_size < LOG_LIMIT:
        return
    for number in range(LOGS_KEPT - 1, 0, -1):
        older = log.with_name(f"{log.name}.{number}")
        if older.exists():
            older.replace(log.with_name(f"{log.name}.{number + 1}"))
    shutil.copy2(log, log.with_name(f"{log.name}.1"))
    os.truncate(log, 0)
