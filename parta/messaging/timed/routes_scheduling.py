"""HTTP of messages for later."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from litestar import Request, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from parta.core.db import Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.core.http.language import language_of
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.messaging.content import NewContent
from parta.messaging.drafts import Draft
from parta.messaging.shapes import Message
from parta.messaging.timed import scheduling
from parta.messaging.timed.scheduling import Scheduled

AnyRequest = Request[Any, Any, Any]

# What is said later may disappear soon afterwards. Scheduling is repeated with its `client_id`, changing puts the whole.
keep_no_trace_of(r"/api/conversations/\d+/scheduled")
keep_no_trace_of(r"/api/scheduled/\d+")


class NewScheduled(msgspec.Struct, frozen=True):
    """A message for later; the same `client_id` again is the same message."""

    client_id: UUID
    at: datetime
    body: str = ""
    reply_to_id: int | None = None
    file_ids: tuple[int, ...] = ()
    mentions: tuple[int, ...] = ()
    content: NewContent | None = None


class ChangedScheduled(msgspec.Struct, frozen=True):
    """The whole of a message for later as it shall be; what it answers stays."""

    at: datetime
    body: str = ""
    file_ids: tuple[int, ...] = ()
    mentions: tuple[int, ...] = ()
    content: NewContent | None = None


@post("/conversations/{conversation_id:int}/scheduled", status_code=201)
async def schedule(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[NewScheduled],
) -> Scheduled:
    """Send a message later."""
    draft = Draft(
        conversation_id=conversation_id,
        author_id=me.id,
        client_id=data.client_id,
        body=data.body,
        reply_to_id=data.reply_to_id,
        file_ids=data.file_ids,
        mentions=data.mentions,
        content=data.content,
    )
    return await scheduling.schedule(tx, draft, data.at, language=language_of(request.scope))


@get("/conversations/{conversation_id:int}/scheduled")
async def list_scheduled(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 100,
) -> Page[Scheduled]:
    """List my messages for later in a chat, the soonest first."""
    language = language_of(request.scope)
    return await scheduling.list_scheduled(
        tx, conversation_id, after=after, limit=limit, by=me.id, language=language
    )


@put("/scheduled/{scheduled_id:int}")
async def change_scheduled(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    scheduled_id: FromPath[int],
    data: JSONBody[ChangedScheduled],
) -> Scheduled:
    """Change my message for later, or its moment."""
    row = await scheduling.find_scheduled(tx, scheduled_id, by=me.id)
    draft = Draft(
        conversation_id=row.conversation_id,
        author_id=me.id,
        client_id=row.client_id,
        body=data.body,
        file_ids=data.file_ids,
        mentions=data.mentions,
        content=data.content,
    )
    language = language_of(request.scope)
    return await scheduling.change_scheduled(tx, row, draft, data.at, by=me.id, language=language)


@delete("/scheduled/{scheduled_id:int}")
async def forget_scheduled(
    tx: NamedDependency[Tx], me: NamedDependency[Person], scheduled_id: FromPath[int]
) -> None:
    """Not send it after all."""
    await scheduling.forget_scheduled(tx, scheduled_id, by=me.id)


@post("/scheduled/{scheduled_id:int}/sending", status_code=201)
async def send_now(
    tx: NamedDependency[Tx], me: NamedDependency[Person], scheduled_id: FromPath[int]
) -> Message:
    """Send it now."""
    return await scheduling.send_now(tx, scheduled_id, by=me.id)


handlers = [schedule, list_scheduled, change_scheduled, forget_scheduled, send_now]
