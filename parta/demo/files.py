"""Attach the drawn files by the road of any upload, so that sniffing, quotas and previews are real."""

import asyncio
from collections.abc import AsyncIterator

from parta.core.db import Database
from parta.demo.drawing.files import draw_file
from parta.demo.talk.messages import DemoConversation, DemoFile
from parta.files.uploads import begin_upload, receive

# More would wait for the disk and for the pool of connections, not for the processor.
AT_ONCE = 4

# The conversation's place in the list of all, and the message's place in it.
Place = tuple[int, int]


async def upload_files(
    db: Database, talk: list[DemoConversation], ids: dict[str, int]
) -> dict[Place, list[int]]:
    """Draw and upload every file of the talk as its author; the ids by the message that carries them."""
    uploaded: dict[Place, list[int]] = {}
    gate = asyncio.Semaphore(AT_ONCE)

    async def upload_one(place: Place, file: DemoFile, author: int) -> None:
        async with gate:
            content = await asyncio.to_thread(draw_file, file)
            uploaded.setdefault(place, []).append(await _upload(db, file.name, content, author))

    async with asyncio.TaskGroup() as group:
        for chat, conversation in enumerate(talk):
            for number, message in enumerate(conversation.messages):
                for file in message.files:
                    group.create_task(upload_one((chat, number), file, ids[message.author]))
    return uploaded


async def _upload(db: Database, name: str, content: bytes, author: int) -> int:
    async def body() -> AsyncIterator[bytes]:
        yield content

    upload = await begin_upload(db, name=name, size=len(content), by=author)
    await receive(db, upload, body(), offset=0, announced=len(content))
    return upload.id
