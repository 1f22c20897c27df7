"""Members as people see and change them."""

from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound, Problem
from parta.core.http.paging import decode_key, encode_key
from parta.messaging.access import (
    MyConversation,
    find_administered_conversation,
    find_conversation,
    find_permitting_conversation,
)
from parta.messaging.groups import queries_members as queries
from parta.messaging.groups.accompanied import stays_by_rules
from parta.messaging.groups.following_rules import keep_groups_current
from parta.messaging.groups.membership import join, leave, set_role
from parta.messaging.notices import Notice, say_what_happened
from parta.messaging.order.chat_order import WriteBan
from parta.messaging.settings import MessagingSettings
from parta.messaging.shapes import Member, MemberList, Role
from parta.safety.people import briefs
from parta.safety.policies.contact_policies import keeps_teacher, staff_among
from parta.safety.reach import reach_many
from parta.safety.rules import ACTS
from parta.safety.search import patterns

LARGEST_BY_SURNAME = 30
MOST_AT_ONCE = 100


class MemberRow(msgspec.Struct, frozen=True):
    """A membership as stored."""

    person_id: int
    role: Role
    joined_at: datetime
    write_ban_until: datetime | None
    write_ban_reason: str


class _Place(msgspec.Struct, frozen=True):
    person_id: int
    organisation: str


async def list_members(
    tx: Tx,
    conversation_id: int,
    *,
    q: str = "",
    after: str | None = None,
    limit: int,
    by: int,
    is_online: Callable[[int], bool],
) -> MemberList:
    """List members by surname where there are at most 30, page by page otherwise; with `q` the first by name."""
    conversation = await find_conversation(tx, conversation_id, to=by)
    words = patterns(q)
    by_surname = conversation.members_count <= LARGEST_BY_SURNAME or bool(words)
    where = (conversation_id, conversation.hides_members, by)
    if words:
        rows = await tx.rows(queries.BY_NAME, *where, words, limit, into=MemberRow)
    elif by_surname:
        rows = await tx.rows(queries.BY_SURNAME, *where, into=MemberRow)
    else:
        key = decode_key(after, tuple[int])[0] if after else 0
        rows = await tx.rows(queries.BY_ID, *where, key, limit, into=MemberRow)
    people = {p.id: p for p in await briefs(tx, [row.person_id for row in rows], to=None)}
    places = await _work_in(tx, conversation_id, list(people))
    return MemberList(
        items=[
            Member(
                person=people[row.person_id],
                role=row.role,
                online=is_online(row.person_id),
                joined_at=row.joined_at,
                write_ban=_write_ban(row) if conversation.administered else None,
                organisation=places.get(row.person_id, ""),
            )
            for row in rows
        ],
        total=conversation.members_count,
        by_surname=by_surname,
        hidden=conversation.hides_members,
        next=encode_key(rows[-1].person_id) if not by_surname and len(rows) == limit else None,
    )


async def _work_in(tx: Tx, conversation_id: int, people: list[int]) -> dict[int, str]:
    rows = await tx.rows(queries.WORK_IN, conversation_id, people, into=_Place)
    return {row.person_id: row.organisation for row in rows}


async def add_members(tx: Tx, conversation_id: int, people: Sequence[int], *, by: int) -> list[int]:
    """Add people whom the adder reaches, where the chat's order lets them. Returns who is new."""
    conversation = await find_permitting_conversation(tx, conversation_id, "invite", to=by)
    if conversation.kind != "group":
        raise Conflict("direct_chat")
    alone = conversation.members_count == 1 and len(set(people) - {by}) == 1
    await require_addable(tx, people, parents_only=conversation.parents_only, alone=alone, by=by)
    room = tx.configuration.get(MessagingSettings).members_at_most - conversation.members_count
    if len(people) > room:
        raise Invalid("too_many_people", field="person_ids")
    joined = await join(tx, conversation_id, people)
    await keep_groups_current(tx, [conversation_id])
    await say_what_happened(tx, conversation_id, Notice("added", people=joined), by=by)
    return joined


async def remove_member(tx: Tx, conversation_id: int, person_id: int, *, by: int) -> None:
    """Leave, or as an administrator remove somebody; what the school arranged stays as it is."""
    if person_id == by:
        await _leave(tx, await find_conversation(tx, conversation_id, to=by), by)
        return
    conversation = await find_administered_conversation(tx, conversation_id, to=by)
    role = await tx.value(queries.ROLE_OF, conversation_id, person_id)
    if role is None:
        raise NotFound
    if role == "owner" and conversation.role != "owner":
        raise Problem("not_an_administrator", status=403)
    await _refuse_automatic(tx, conversation, person_id)
    await _refuse_last_teacher(tx, conversation_id, person_id)
    await say_what_happened(tx, conversation_id, Notice("removed", people=[person_id]), by=by)
    await leave(tx, conversation_id, person_id)


async def change_role(tx: Tx, conversation_id: int, person_id: int, role: Role, *, by: int) -> None:
    """Let an owner appoint others; the last owner cannot step down."""
    conversation = await find_administered_conversation(tx, conversation_id, to=by)
    present = await tx.value(queries.ROLE_OF, conversation_id, person_id)
    if present is None:
        raise NotFound
    if conversation.role != "owner":
        raise Problem("not_an_administrator", status=403)
    last = present == "owner" and not await tx.value(queries.OTHER_OWNERS, conversation_id, person_id)
    if last and role != "owner":
        raise Conflict("last_owner")
    await set_role(tx, conversation_id, person_id, role)


async def require_addable(tx: Tx, people: Sequence[int], *, parents_only: bool, alone: bool, by: int) -> None:
    """Refuse people beyond the adder's reach, and in a parents' chat all but parents without office.

    `alone` when the two would be by themselves: a group is no way around the rules for chats of two.
    """
    if not 0 < len(people) <= MOST_AT_ONCE:
        raise Invalid("people_required" if not people else "too_many_people", field="person_ids")
    reached = await reach_many(tx, by, [person for person in people if person != by])
    for person in set(people) - {by}:
        acts = ACTS[reached.get(person)]
        if not acts.add:
            raise Invalid("person_out_of_reach", field="person_ids")
        if alone and not acts.add_alone:
            raise Invalid("second_adult_needed", field="person_ids")
    if parents_only:
        everybody = list({*people, by})
        organisation_id = await tx.value(queries.ORGANISATION_OF, by)
        parents = set(await tx.values(queries.PARENTS_AMONG, everybody, organisation_id))
        teachers = set(await tx.values(queries.TEACHERS_AMONG, everybody, organisation_id))
        if parents != set(everybody) or teachers:
            raise Invalid("parents_only", field="person_ids")


def _write_ban(row: MemberRow) -> WriteBan | None:
    if row.write_ban_until is None or row.write_ban_until <= now():
        return None
    return WriteBan(row.write_ban_until, row.write_ban_reason)


async def _leave(tx: Tx, conversation: MyConversation, by: int) -> None:
    if conversation.kind != "group":
        raise Conflict("direct_chat")
    await _refuse_automatic(tx, conversation, by)
    await say_what_happened(tx, conversation.id, Notice("left"), by=by)
    await leave(tx, conversation.id, by)


async def _refuse_automatic(tx: Tx, conversation: MyConversation, person_id: int) -> None:
    if conversation.automatic and await tx.value(queries.IS_AUTOMATIC, conversation.id, person_id):
        raise Conflict("automatic_chat")
    if await stays_by_rules(tx, conversation.id, person_id):
        raise Conflict("second_adult_stays")


async def _refuse_last_teacher(tx: Tx, conversation_id: int, person_id: int) -> None:
    """A pupil's group keeps its teacher where the school wants one in it."""
    if not await staff_among(tx, [person_id]) or not await keeps_teacher(
        tx, await tx.value(queries.MADE_BY, conversation_id) or 0
    ):
        return
    if await tx.value(queries.OTHER_STAFF, conversation_id, person_id) == 0:
        raise Problem("group_needs_teacher", status=403)
