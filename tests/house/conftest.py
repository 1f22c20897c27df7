"""Folders in which even root's database user can work."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def folder() -> Iterator[Path]:
    """pytest's own tmp_path is closed to others, and root's PostgreSQL runs as another user."""
    path = Path(tempfile.mkdtemp(prefix="parta-house-"))
    path.chmod(0o711)
    yield path
    shutil.rmtree(path, ignore_errors=True)
