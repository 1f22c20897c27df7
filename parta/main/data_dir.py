"""The data folder: made private, and used by one server at a time."""

import fcntl
import os
import time
from pathlib import Path
from types import TracebackType

LOCK_NAME = "lock"


class DataDirError(Exception):
    """The data folder cannot be used; the text says why and what to do."""


class DataDirTaken(DataDirError):
    """Another Parta works with this folder."""


class DataDir:
    """Holds the folder for this process; the lock ends with the process, however it ends."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._lock: int | None = None

    def take(self, *, patience: float = 3.0) -> None:
        """Make the folder if needed and lock it; a server that is just stopping is waited for."""
        try:
            # Root's database runs as another user, who must be able to pass through this folder.
            self.path.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700, parents=True, exist_ok=True)
            lock = os.open(self.path / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise DataDirError(
                f"Cannot write to the data folder {self.path}: {error.strerror}. "
                "Choose another one with PARTA_DATA_DIR."
            ) from error
        deadline = time.monotonic() + patience
        while not _locked(lock):
            if time.monotonic() > deadline:
                holder = os.pread(lock, 200, 0).decode(errors="replace").strip()
                os.close(lock)
                raise DataDirTaken(
                    f"Another Parta ({holder or 'unknown process'}) works with the data folder {self.path}. "
                    "Stop it, or choose another folder with PARTA_DATA_DIR."
                )
            time.sleep(0.1)
        self._lock = lock
        self.describe(f"process {os.getpid()}")

    def describe(self, text: str) -> None:
        """Say who holds the folder, for the message the next one reads."""
        if self._lock is not None:
            os.ftruncate(self._lock, 0)
            os.pwrite(self._lock, text.encode(), 0)

    def release(self) -> None:
        """Let the next one in."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def __enter__(self) -> "DataDir":
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _locked(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
