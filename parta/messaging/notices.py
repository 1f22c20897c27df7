"""Service messages: what somebody did to the conversation, said in its own stream of messages."""

from datetime import datetime
from typing import Literal
from uuid import uuid4

import msgspec

from parta.core.db import Tx
from parta.core.errors import Problem
from parta.messaging.drafts import Draft
from parta.messaging.order import queries as queries_order
from parta.messaging.sending import post_messages

MOST_NAMED = 20
COMING_AND_GOING = ("added", "joined", "removed", "left")


class Notice(msgspec.Struct, frozen=True, omit_defaults=True):
    """What happened; the client puts it into words of its language."""

    what: Literal[
        "created",
        "renamed",
        "added",
        "removed",
        "left",
        "request_accepted",
        "lifetime",
        "pinned",
        "joined",
        "settings",
        "silence",
        "silence_ended",
        "ownership",
        "closed",
        "new_year",
        "accompanied",
        "rules_held",
        "rules_released",
    ]
    people: list[int] = msgspec.field(default_factory=list)
    title: str = ""
    # Which settings changed; until when there is silence, and why, or how far the rules still reach.
    changed: list[str] = msgspec.field(default_factory=list)
    until: datetime | None = None
    reason: str = ""
    seconds: int = 0
    # The message that it is about.
    number: int = 0


async def say_what_happened(tx: Tx, conversation_id: int, notice: Notice, *, by: int) -> None:
    """Post the notice in the name of whoever did it."""
    if notice.what in ("added", "removed") and not notice.people:
        return
    # Where the list of members is hidden, nobody is told who came and went.
    if notice.what in COMING_AND_GOING and await tx.value(queries_order.HIDES_MEMBERS, conversation_id):
        return
    notice = msgspec.structs.replace(notice, people=notice.people[:MOST_NAMED])
    draft = Draft(
        conversation_id=conversation_id,
        author_id=by,
        client_id=uuid4(),
        service=msgspec.to_builtins(notice),
    )
    outcome = (await post_messages(tx, [draft]))[0]
    if isinstance(outcome, Problem):
        raise outcome
