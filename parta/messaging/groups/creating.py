"""Starting a conversation."""

from collections.abc import Sequence
from datetime import timedelta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound, TooMany
from parta.messaging import queries_conversations as queries
from parta.messaging.access import find_administered_conversation, find_conversation
from parta.messaging.events import ConversationChanged, RequestAnswered
from parta.messaging.groups import queries_members
from parta.messaging.groups.members import require_addable
from parta.messaging.groups.membership import join
from parta.messaging.groups.official_titles import refuse_official
from parta.messaging.notices import Notice, say_what_happened
from parta.messaging.order.chat_limits import refuse_many_groups, refuse_many_requests
from parta.messaging.settings import MessagingSettings
from parta.safety.policies.acquaintances import acquaint, note_request
from parta.safety.policies.contact_policies import require_group_allowed
from parta.safety.reach import reach
from parta.safety.rules import ACTS

LONGEST_TITLE = 100


def clean_title(title: str) -> str:
    """Trim a title and fold its white space; raises Invalid when nothing or too much is left."""
    title = " ".join(title.replace("\x00", "").split())
    if not 0 < len(title) <= LONGEST_TITLE:
        raise Invalid("title_invalid", field="title")
    return title


async def start_group(tx: Tx, title: str, people: Sequence[int], *, parents_only: bool, by: int) -> int:
    """Start a group with people whom the starter reaches; the starter owns it."""
    title = clean_title(title)
    await refuse_official(tx, title, by=by)
    others = sorted(set(people) - {by})
    await require_addable(tx, others, parents_only=parents_only, alone=len(others) == 1, by=by)
    await require_group_allowed(tx, others, by=by)
    await _refuse_flood(tx, by)
    await refuse_many_groups(tx, by=by)
    organisation_id = await tx.value(queries_members.ORGANISATION_OF, by)
    conversation_id: int = await tx.value(queries.ADD_GROUP, title, organisation_id, parents_only, by)
    await join(tx, conversation_id, [by], role="owner")
    await join(tx, conversation_id, others)
    await say_what_happened(tx, conversation_id, Notice("created", title=title), by=by)
    return conversation_id


async def open_direct(tx: Tx, person_id: int, *, by: int) -> tuple[int, bool]:
    """Find the direct chat of two people or start it; where the rules only allow to ask, it starts as a request.

    Returns its id and whether it is new. NotFound for people beyond reach.
    """
    low, high = sorted((person_id, by))
    found = await tx.value(queries.FIND_DIRECT, low, high)
    if found is not None:
        return int(found), False
    allowed = None if person_id == by else await reach(tx, by, person_id)
    if allowed is None:
        raise NotFound
    if ACTS[allowed].write not in ("at once", "request"):
        raise Conflict("second_adult_needed" if allowed == "accompanied" else "no_chat_of_two")
    await _refuse_flood(tx, by)
    if allowed == "request":
        await refuse_many_requests(tx, by=by)
    request = (by, "waiting") if allowed == "request" else (None, None)
    made = await tx.value(queries.ADD_DIRECT, low, high, by, *request)
    if made is None:  # the other side has started it in this very moment
        return int(await tx.value(queries.FIND_DIRECT, low, high)), False
    await join(tx, made, [low, high])
    if allowed == "request":
        await note_request(tx, person_id, by=by)
    else:
        await acquaint(tx, low, high)
    return int(made), True


async def open_favourites(tx: Tx, *, by: int) -> int:
    """Find one's own «Избранное», or make it."""
    found = await tx.value(queries.FIND_FAVOURITES, by)
    if found is None:
        found = await tx.value(queries.ADD_FAVOURITES, by)
        if found is None:
            return int(await tx.value(queries.FIND_FAVOURITES, by))
        await join(tx, found, [by], role="owner")
    return int(found)


async def rename(tx: Tx, conversation_id: int, title: str, *, by: int) -> None:
    """Give a group another title; the school names its own chats."""
    conversation = await find_administered_conversation(tx, conversation_id, to=by)
    if conversation.automatic:
        raise Conflict("automatic_chat")
    title = clean_title(title)
    if title == conversation.title:
        return
    await refuse_official(tx, title, by=by)
    await tx.run(queries.RENAME, conversation_id, title)
    tx.emit(ConversationChanged(conversation_id=conversation_id, title=title))
    await say_what_happened(tx, conversation_id, Notice("renamed", title=title), by=by)


async def answer_request(tx: Tx, conversation_id: int, *, accept: bool, by: int) -> None:
    """Confirm a direct chat that somebody asked for, or decline it; the asker cannot answer."""
    conversation = await find_conversation(tx, conversation_id, to=by)
    if conversation.kind != "direct" or conversation.request_state is None or conversation.request_by == by:
        raise NotFound
    if conversation.request_state == "declined" and not accept:
        return
    if accept and conversation.closed:
        raise Conflict("conversation_closed")
    await tx.run(queries.ANSWER_REQUEST, conversation_id, None if accept else "declined")
    if accept:
        await acquaint(tx, conversation.request_by or by, by)
    tx.emit(RequestAnswered(conversation_id=conversation_id, accepted=accept))


async def _refuse_flood(tx: Tx, by: int) -> None:
    """Hold mass writing back: a day's new chats are limited, for staff less strictly."""
    most = tx.configuration.get(MessagingSettings).new_chats_per_day
    if await tx.value(queries_members.IS_STAFF, by):
        most *= 10
    if await tx.value(queries.STARTED_SINCE, by, now() - timedelta(days=1)) >= most:
        raise TooMany("too_many_new_chats", retry_after=3600)
