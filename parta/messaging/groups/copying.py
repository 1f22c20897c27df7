"""A new group made from an existing one: its people, as far as the contact rules let them be added, and its order."""

import msgspec

from parta.core.db import Tx
from parta.core.errors import Conflict, Problem
from parta.messaging import queries_conversations
from parta.messaging.access import MyConversation, find_conversation
from parta.messaging.groups import queries_copying as queries
from parta.messaging.groups import queries_members
from parta.messaging.groups.creating import clean_title
from parta.messaging.groups.membership import join
from parta.messaging.groups.official_titles import refuse_official
from parta.messaging.notices import Notice, say_what_happened
from parta.messaging.order.chat_limits import refuse_many_groups
from parta.messaging.order.chat_order import settings_of
from parta.messaging.order.chat_settings import keep_settings
from parta.messaging.settings import MessagingSettings
from parta.safety.people import PersonBrief, briefs
from parta.safety.policies.contact_policies import require_group_allowed
from parta.safety.reach import reach_many
from parta.safety.rules import ACTS

MOST_NAMED = 100


class NewCopy(msgspec.Struct, frozen=True, kw_only=True):
    """A group to make from another one."""

    title: str
    with_settings: bool = True


class CopyPreview(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a copy would have besides oneself, and who cannot be added."""

    title: str
    people_count: int
    left_out_count: int
    left_out: list[PersonBrief]


async def look_at_copy(tx: Tx, conversation_id: int, *, by: int) -> CopyPreview:
    """Tell who would come along into a copy of a group, and who cannot be added by the contact rules."""
    conversation, coming, left_out = await _sort_out(tx, conversation_id, by=by)
    return CopyPreview(
        title=conversation.title,
        people_count=len(coming),
        left_out_count=len(left_out),
        left_out=await briefs(tx, left_out[:MOST_NAMED], to=None),
    )


async def copy_group(tx: Tx, conversation_id: int, new: NewCopy, *, by: int) -> int:
    """Make a group with those of the members whom the maker reaches, and the same order; the maker owns it."""
    title = clean_title(new.title)
    await refuse_official(tx, title, by=by)
    conversation, coming, _ = await _sort_out(tx, conversation_id, by=by)
    await require_group_allowed(tx, coming, by=by)
    await refuse_many_groups(tx, by=by)
    organisation_id = await tx.value(queries_members.ORGANISATION_OF, by)
    made: int = await tx.value(
        queries_conversations.ADD_GROUP, title, organisation_id, conversation.parents_only, by
    )
    await join(tx, made, [by], role="owner")
    await join(tx, made, coming)
    if new.with_settings:
        order = msgspec.structs.asdict(conversation.settings())
        await keep_settings(tx, made, settings_of(order | {"silent_until": None, "silence_reason": ""}))
    await say_what_happened(tx, made, Notice("created", title=title), by=by)
    return made


async def _sort_out(tx: Tx, conversation_id: int, *, by: int) -> tuple[MyConversation, list[int], list[int]]:
    """Sort the members into those who can come along and those who cannot."""
    conversation = await find_conversation(tx, conversation_id, to=by)
    if conversation.kind != "group":
        raise Conflict("direct_chat")
    if conversation.hides_members:
        raise Problem("members_are_hidden", status=403)
    most = tx.configuration.get(MessagingSettings).members_at_most
    others: list[int] = await tx.values(queries.OTHER_MEMBERS, conversation_id, by, most)
    reached = await reach_many(tx, by, others)
    coming = [person for person in others if ACTS[reached.get(person)].add]
    if len(coming) == 1 and not ACTS[reached.get(coming[0])].add_alone:
        coming = []
    if conversation.parents_only:
        organisation_id = await tx.value(queries_members.ORGANISATION_OF, by)
        parents = set(await tx.values(queries_members.PARENTS_AMONG, coming, organisation_id))
        teachers = set(await tx.values(queries_members.TEACHERS_AMONG, coming, organisation_id))
        coming = [person for person in coming if person in parents - teachers]
    here = set(coming)
    return conversation, coming, [person for person in others if person not in here]
