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
            uploaded.setdefault(place, []).append(await upload(db, file, author))

    async with asyncio.TaskGroup() as group:
        for chat, conversation in enumerate(talk):
            for number, message in enumerate(conversation.messages):
                for file in message.files:
                    group.create_task(upload_one((chat, number), file, ids[message.author]))
    return uploaded


async def upload(db: Database, file: DemoFile, author: int) -> int:
    """Draw one file and upload it as somebody's."""
    content = await asyncio.to_thread(draw_file, file)

    async def body() -> AsyncIterator[bytes]:
        yield content

    begun = await begin_upload(db, name=file.name, size=len(content), by=author)
    await receive(db, begun, body(), offset=0, announced=len(content))
    return begun.id
