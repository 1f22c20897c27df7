"""A server that can hear, and files for it to hear."""

from pathlib import Path

import pytest

from parta.core.db import Database
from parta.files.uploads import begin_upload, receive
from parta.testing.spoken import ENGINE, make_grammar


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        "PARTA_DATA_DIR": str(tmp_path / "data"),
        "PARTA_REQUESTS_PER_SECOND": "0",
        "PARTA_SPEECH_ENGINE": ENGINE,
        "PARTA_SPEECH_MODEL": str(make_grammar(tmp_path / "grammar")),
    }


@pytest.fixture
async def keep(database: Database, world):
    """Brings a recording in; the id of its file."""
    owner = await world.person()

    async def bring(content: bytes, name: str = "voice.webm") -> int:
        async def body():
            yield content

        upload = await begin_upload(database, name=name, size=len(content), purpose="voice", by=owner.id)
        await receive(database, upload, body(), offset=0, announced=len(content))
        return upload.id

    return bring
