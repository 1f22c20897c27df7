"""A PostgreSQL for a test or a tool: fast, empty, gone afterwards."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parta.main.postgres import EmbeddedPostgres


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """The DSN of a fresh PostgreSQL whose data nobody will miss; never for anything else."""
    folder = Path(tempfile.mkdtemp(prefix="parta-throwaway-"))
    # Root's database runs as another user, who must be able to pass through.
    folder.chmod(0o711)
    try:
        with EmbeddedPostgres(folder, max_connections=100, durable=False) as dsn:
            yield dsn
    finally:
        shutil.rmtree(folder, ignore_errors=True)
