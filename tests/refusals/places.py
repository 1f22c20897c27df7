"""What the matrix asks for: places of one school, made anew for every question, and those who ask."""

from typing import Any
from uuid import uuid4

import httpx
import msgspec

from parta.core.db import Tx
from parta.main.app import Application
from parta.messaging.content import NewContent, NewPoll
from parta.messaging.drafts import Draft
from parta.messaging.groups.invite_links import digest_of
from parta.messaging.groups.membership import join, leave
from parta.messaging.order.holding import hold
from parta.messaging.sending import post_messages
from parta.messaging.shapes import Message
from parta.testing.school import School, make_school
from parta.testing.world import Actor, World
from tests.refusals.governing import fresh_governing
from tests.refusals.meetings import fresh_meetings
from tests.refusals.watching import fresh_watching
from tests.refusals.ways_in import fresh_ways

ACTORS = (
    "nobody",
    "stranger",
    "foreigner",
    "removed",
    "pupil",
    "parent",
    "teacher",
    "administrator",
    "foreign_administrator",
)

BEYOND = 10**9  # no id is that large here


class Cast(msgspec.Struct, frozen=True):
    """Two schools and those who ask; `nobody` is not among the actors."""

    school: School
    people: dict[str, Actor]


async def make_cast(world: World) -> Cast:
    """Make the schools."""
    here, there = await make_school(world), await make_school(world, "Школа в Сосновке")
    return Cast(
        here,
        {
            "stranger": await world.person(),
            "foreigner": there.class_teacher,
            "removed": here.geographer,
            "pupil": here.pupil,
            "parent": here.mother,
            "teacher": here.class_teacher,
            "administrator": here.head,
            "foreign_administrator": there.head,
        },
    )


async def fresh_places(world: World, cast: Cast, roster: str = "previewed") -> dict[str, Any]:
    """Make a chat of the teacher, the pupil and the parent, with a message that carries a picture, and a roster."""
    s = cast.school
    async with world.database.transaction() as tx:
        chat: int = await tx.value(
            "INSERT INTO conversations (kind, title, organisation_id) VALUES ('group', 'Поход', $1) RETURNING id",
            s.id,
        )
        await join(tx, chat, [s.class_teacher.id], role="owner")
        await join(tx, chat, [s.pupil.id, s.mother.id, s.father.id, s.geographer.id])
        picture = await _picture(tx, world, s.class_teacher.id)
        message = await _post(tx, chat, s.class_teacher.id, picture)
        await leave(tx, chat, s.geographer.id)
        return {
            "conversation_id": chat,
            "message_id": message,
            "file_id": picture,
            "roster_id": await _roster(tx, s, roster),
            "organisation_id": s.id,
            "session_id": await tx.value(
                "SELECT min(id) FROM sessions WHERE person_id = $1 AND ended_at IS NULL", s.head.id
            ),
            "folder_id": await _folder(tx, s.class_teacher.id),
            "document": "privacy",
            "emoji": "👍",
            "what": "message",
            "provider": "openid",
            "role": "teacher",
            "person_id": s.classmate.id,
            **await _waiting(tx, chat, s),
            **await _asking(tx, chat, s),
            **await _later(tx, world, chat, s.class_teacher.id),
            **await fresh_watching(tx, world, chat, s),
            "member_id": s.father.id,
            "class_id": s.seven,
            "child_id": s.pupil.id,
            **(governing := await fresh_governing(tx, s)),
            **await fresh_ways(tx, s, governing["newcomer_id"]),
            **await fresh_meetings(tx, s, cast.people["foreign_administrator"], governing["newcomer_id"]),
        }


async def fresh_upload(world: World, cast: Cast) -> int:
    """Let the teacher begin an upload, with a session that no earlier question has ended."""
    teacher = await world.sign_in(cast.people["teacher"].id)
    headers = {"Tus-Resumable": "1.0.0", "Upload-Length": "5", "Upload-Metadata": "filename cGxhbi50eHQ="}
    begun = await teacher.post("/uploads", headers=headers)
    return int(begun.headers["Location"].rpartition("/")[2])


async def _waiting(tx: Tx, chat: int, s: School) -> dict[str, Any]:
    """What waits for the teacher: words of the pupil, and the classmate who follows a link for the school."""
    token = uuid4().hex
    link: int = await tx.value(
        "INSERT INTO invite_links (conversation_id, made_by, token, digest, audience)"
        " VALUES ($1, $2, $3, $4, 'organisation') RETURNING id",
        chat,
        s.class_teacher.id,
        token,
        digest_of(token),
    )
    await tx.run(
        "INSERT INTO join_requests (conversation_id, person_id, link_id) VALUES ($1, $2, $3)",
        chat,
        s.classmate.id,
        link,
    )
    held = await hold(
        tx, Draft(conversation_id=chat, author_id=s.pupil.id, client_id=uuid4(), body="Можно с собакой?")
    )
    return {"token": token, "link_id": link, "held_id": held.extra["held_id"]}


async def _asking(tx: Tx, chat: int, s: School) -> dict[str, Any]:
    """What the teacher asks for: a confirmation, and votes."""
    poll = NewPoll(question="Едем?", options=("Да", "Нет"), change_allowed=True)
    asking = [
        Draft(
            conversation_id=chat, author_id=s.class_teacher.id, client_id=uuid4(), body="!!!", content=content
        )
        for content in (NewContent(confirm=True), NewContent(poll=poll))
    ]
    said = await post_messages(tx, asking)
    return dict(
        zip(("asked_id", "poll_id"), [one.id for one in said if isinstance(one, Message)], strict=True)
    )


async def _later(tx: Tx, world: World, chat: int, owner: int) -> dict[str, Any]:
    """The teacher's message for tomorrow, and their copy of the chat, which is ready."""
    key = f"matrix/{uuid4().hex}"
    await world.database.blobs.put(key, b"hello")
    return {
        "scheduled_id": await tx.value(
            "INSERT INTO scheduled_messages (conversation_id, author_id, client_id, due_at, body)"
            " VALUES ($1, $2, $3, now() + interval '1 day', 'Завтра') RETURNING id",
            chat,
            owner,
            uuid4(),
        ),
        "export_id": await tx.value(
            "INSERT INTO exports (conversation_id, person_id, format, with_files, state, language, time_zone,"
            " blob_key, created_at, expires_at) VALUES ($1, $2, 'html', false, 'ready', 'ru', 'UTC', $3,"
            " now() - interval '2 days', now() + interval '1 day') RETURNING id",
            chat,
            owner,
            key,
        ),
        "archive_id": await tx.value(
            "INSERT INTO own_archives (person_id, about_id, state, language, time_zone, blob_key, created_at,"
            " expires_at) VALUES ($1, $1, 'ready', 'ru', 'UTC', $2, now() - interval '2 days',"
            " now() + interval '1 day') RETURNING id",
            owner,
            key,
        ),
    }


async def _folder(tx: Tx, owner: int) -> int:
    """A folder, the only one: one may have no more than twenty."""
    await tx.run("DELETE FROM folders WHERE person_id = $1", owner)
    folder_id: int = await tx.value(
        "INSERT INTO folders (person_id, name, kinds) VALUES ($1, 'Дом', '{direct}') RETURNING id", owner
    )
    return folder_id


async def _picture(tx: Tx, world: World, owner: int) -> int:
    key = f"matrix/{uuid4().hex}"
    await world.database.blobs.put(key, b"hello")
    await world.database.blobs.put(f"{key}.webp", b"hello")
    file_id: int = await tx.value(
        "INSERT INTO files (owner_id, name, content_type, size, received, blob_key, state, kind, preview_state, preview_key)"
        " VALUES ($1, 'план.png', 'image/png', 5, 5, $2, 'ready', 'image', 'ready', $3) RETURNING id",
        owner,
        key,
        f"{key}.webp",
    )
    return file_id


async def _post(tx: Tx, chat: int, author: int, file: int) -> int:
    draft = Draft(
        conversation_id=chat, author_id=author, client_id=uuid4(), body="План похода", file_ids=(file,)
    )
    [said] = await post_messages(tx, [draft])
    if not isinstance(said, Message):
        raise AssertionError(said)
    return said.id


async def _roster(tx: Tx, school: School, state: str) -> int:
    return await tx.value(  # type: ignore[no-any-return]
        "INSERT INTO roster_imports (uploaded_by, organisation_ids, file_name, blob_key, state)"
        " VALUES ($1, $2, 'roster.zip', 'nowhere', $3) RETURNING id",
        school.head.id,
        [school.id],
        state,
    )


async def client_of(world: World, application: Application, cast: Cast, who: str) -> httpx.AsyncClient:
    """Give the actor a browser with a session of its own, which a question may end."""
    if who == "nobody":
        return httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url="http://parta.test")
    return (await world.sign_in(cast.people[who].id)).client
