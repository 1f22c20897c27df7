"""HTTP of forwarding."""

from typing import Any

import msgspec
from litestar import Request, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from parta.core.db import Database
from parta.core.http.language import language_of
from parta.core.http.unit import Unit
from parta.identity.access import Person
from parta.messaging import forwarding


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one chat: its new messages, or the problem that kept them out."""

    conversation_id: int
    message_ids: list[int]
    problem: dict[str, Any] | None


class ForwardAnswer(msgspec.Struct, frozen=True):
    """One result for every chat, in the order they were named."""

    results: list[Result]


@post("/forwards", status_code=200)
async def forward_messages(
    request: Request[Any, Any, Any],
    unit: NamedDependency[Unit],
    db: NamedDependency[Database],
    me: NamedDependency[Person],
    data: JSONBody[forwarding.Forward],
) -> ForwardAnswer:
    """Hand up to 100 messages on to up to 12 chats; each chat gets all of them or none."""
    # Each chat is served in a transaction of its own: ours must not be held meanwhile.
    await unit.end(commit=True)
    language = language_of(request.scope)
    delivered = await forwarding.forward_messages(db, data, by=me.id)
    return ForwardAnswer(
        [
            Result(
                conversation_id=one.conversation_id,
                message_ids=one.message_ids,
                problem=None if one.problem is None else one.problem.body(language),
            )
            for one in delivered
        ]
    )


handlers = [forward_messages]
