"""Somebody who uploads by tus, and files to upload."""

import base64
import io
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from PIL import Image

from parta.testing.scanner import listening_clamd
from parta.testing.world import Actor, World

TUS = {"Tus-Resumable": "1.0.0"}


class Uploader:
    """A tus client of one person, step by step."""

    def __init__(self, actor: Actor) -> None:
        self.actor, self.id = actor, actor.id

    async def announce(
        self,
        size: int,
        name: str = "Сочинение.txt",
        *,
        content: bytes | None = None,
        purpose: str | None = None,
        **headers: str,
    ) -> httpx.Response:
        """POST: announce a file, perhaps with its first bytes."""
        said = f"filename {base64.b64encode(name.encode()).decode()}"
        if purpose is not None:
            said += f",purpose {base64.b64encode(purpose.encode()).decode()}"
        sent = TUS | {"Upload-Length": str(size), "Upload-Metadata": said}
        if content is not None:
            sent["Content-Type"] = "application/offset+octet-stream"
        return await self.actor.post("/uploads", content=content, headers=sent | headers)

    async def send(
        self, upload: str, content: bytes | AsyncIterator[bytes], offset: int = 0, **headers: str
    ) -> httpx.Response:
        """PATCH: send a part."""
        sent = TUS | {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        return await self.actor.client.patch(upload, content=content, headers=sent | headers)

    async def measure(self, upload: str) -> httpx.Response:
        """HEAD: how far it has come."""
        return await self.actor.client.head(upload, headers=TUS)

    async def cancel(self, upload: str) -> httpx.Response:
        """DELETE."""
        return await self.actor.client.delete(upload, headers=TUS)

    async def begin(self, size: int, name: str = "Сочинение.txt") -> str:
        """Announce a file that fits; its address."""
        answer = await self.announce(size, name)
        assert answer.status_code == 201, answer.text
        return answer.headers["Location"]

    async def upload(self, content: bytes, name: str = "Сочинение.txt") -> int:
        """The id of a file that is ready."""
        address = await self.begin(len(content), name)
        if content:
            answer = await self.send(address, content)
            assert answer.status_code == 204, answer.text
        return int(address.rpartition("/")[2])

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """GET."""
        return await self.actor.get(
            path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )

    async def info(self, file_id: int) -> dict[str, object]:
        """What everybody who may see the file is told."""
        found: dict[str, object] = (await self.get(f"/files/{file_id}/info")).json()
        return found


@pytest.fixture
async def anna(world: World) -> Uploader:
    return Uploader(await world.person())


@pytest.fixture
async def stranger(world: World) -> Uploader:
    return Uploader(await world.person())


@pytest.fixture
def spooled(tmp_path: Path) -> Path:
    """The folder of unfinished uploads."""
    return tmp_path / "data" / "uploads"


@pytest.fixture
def photo() -> bytes:
    """A photograph on its side, with the camera's name in it."""
    picture, exif = io.BytesIO(), Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "SecretCamera"
    Image.new("RGB", (1600, 1000), (200, 120, 40)).save(picture, "JPEG", exif=exif)
    return picture.getvalue()


@pytest.fixture(scope="session")
def clamd() -> Iterator[str]:
    """The address of a real scanner."""
    with listening_clamd() as address:
        yield address
