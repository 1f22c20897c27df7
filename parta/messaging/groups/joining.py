"""Coming into a group by a link, at once or after an administrator's yes.

A link that leaks lets no stranger in: whom it is not meant for is answered as if it did not exist.
"""

from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound, TooMany
from parta.core.http.paging import decode_key, encode_key
from parta.messaging.access import find_administered_conversation
from parta.messaging.groups import queries_joining as queries
from parta.messaging.groups import queries_members
from parta.messaging.groups.following_rules import keep_groups_current
from parta.messaging.groups.invite_links import Audience, digest_of
from parta.messaging.groups.membership import join
from parta.messaging.notices import Notice, say_what_happened
from parta.messaging.order.holding import tell_waiting
from parta.messaging.settings import MessagingSettings
from parta.safety.people import PersonBrief, briefs
from parta.safety.policies.contact_policies import staff_among
from parta.safety.policies.safe_mode import is_safe
from parta.safety.reach import reach
from parta.safety.rules import ACTS

MOST_GUESSES = 10
GUESSES_REMEMBERED = timedelta(minutes=10)

JoiningState = Literal["open", "joined", "requested", "declined"]


class Followed(msgspec.Struct, frozen=True, kw_only=True):
    """A link, the chat behind it, and how the one who follows it stands there."""

    id: int
    conversation_id: int
    made_by: int
    audience: Audience
    approval: bool
    over: bool | None
    title: str
    organisation_id: int | None
    organisation_name: str | None
    parents_only: bool
    members_count: int
    members_hidden: bool
    joined: bool
    request: Literal["waiting", "declined"] | None

    @property
    def state(self) -> JoiningState:
        """Where the one who follows stands."""
        if self.joined:
            return "joined"
        return {None: "open", "waiting": "requested", "declined": "declined"}[self.request]  # type: ignore[return-value]


class Joining(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody sees before coming in, and after."""

    title: str
    organisation_name: str | None
    members_count: int
    parents_only: bool
    approval: bool
    made_by: PersonBrief
    state: JoiningState
    # Known to those who are in.
    conversation_id: int | None


class AskedRow(msgspec.Struct, frozen=True, kw_only=True):
    """Who asked to be let in, by which link."""

    person_id: int
    created_at: datetime
    made_by: int
    audience: Audience
    link_id: int


class JoinRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who asks to be let in."""

    person: PersonBrief
    invited_by: PersonBrief
    created_at: datetime


class JoinRequestList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of them, the longest waiting first."""

    items: list[JoinRequest]
    next: str | None = None


async def look_at_link(tx: Tx, token: str, *, by: int) -> Joining:
    """Show the chat behind a link to somebody it is meant for; NotFound for others, Conflict when it is over."""
    link = await _follow(tx, queries.FOLLOW, token, by=by)
    if link.over and not link.joined:
        raise Conflict("link_no_longer")
    return await _show(tx, link, link.state)


async def come_in(tx: Tx, token: str, *, by: int) -> Joining:
    """Join by a link, or ask to; doing it twice is doing it once."""
    link = await _follow(tx, queries.FOLLOW_LOCKED, token, by=by)
    if link.joined:
        return await _show(tx, link, "joined")
    if link.over:
        raise Conflict("link_no_longer")
    if link.request == "declined":
        raise Conflict("join_declined")
    if link.members_count >= tx.configuration.get(MessagingSettings).members_at_most:
        raise Conflict("chat_is_full")
    if link.approval:
        if await tx.run(queries.ASK, link.conversation_id, by, link.id, now()):
            await tx.run(queries.USE, link.id)
            await tell_waiting(tx, link.conversation_id)
        return await _show(tx, link, "requested")
    await tx.run(queries.USE, link.id)
    await tx.run(queries.FORGET_REQUEST, link.conversation_id, by)
    await _let_in(tx, link.conversation_id, by, by=by)
    await _audit(tx, "joined_by_link", link.conversation_id, link.organisation_id, by, by=by)
    return await _show(tx, link, "joined")


async def list_join_requests(
    tx: Tx, conversation_id: int, *, after: str | None, limit: int, by: int
) -> JoinRequestList:
    """List those who ask to be let in; administrators of the chat only."""
    await find_administered_conversation(tx, conversation_id, to=by)
    key = decode_key(after, tuple[datetime, int]) if after else (datetime(1970, 1, 1, tzinfo=UTC), 0)
    rows = await tx.rows(queries.ASKED, conversation_id, *key, limit, into=AskedRow)
    ids = sorted({row.person_id for row in rows} | {row.made_by for row in rows})
    people = {person.id: person for person in await briefs(tx, ids, to=None)}
    items = [
        JoinRequest(person=people[row.person_id], invited_by=people[row.made_by], created_at=row.created_at)
        for row in rows
    ]
    last = rows[-1] if len(rows) == limit else None
    return JoinRequestList(items=items, next=encode_key(last.created_at, last.person_id) if last else None)


async def let_in(tx: Tx, conversation_id: int, person_id: int, *, by: int) -> None:
    """Let somebody in who asked; whom the link would not let in any more is refused."""
    conversation = await find_administered_conversation(tx, conversation_id, to=by)
    asked = await tx.row(queries.ASKED_BY, conversation_id, person_id, into=AskedRow)
    if asked is None:
        if await tx.value(queries_members.ROLE_OF, conversation_id, person_id) is None:
            raise NotFound
        return
    organisation_id = conversation.organisation_id
    if not await _is_meant(tx, asked.audience, organisation_id, asked.made_by, person_id) or (
        conversation.parents_only and not await _is_parent_only(tx, organisation_id, person_id)
    ):
        raise Invalid("person_out_of_reach", field="person_id")
    await tx.run(queries.FORGET_REQUEST, conversation_id, person_id)
    await _let_in(tx, conversation_id, person_id, by=by)
    await tell_waiting(tx, conversation_id)
    await _audit(tx, "join_request_approved", conversation_id, organisation_id, person_id, by=by)


async def turn_away(tx: Tx, conversation_id: int, person_id: int, *, by: int) -> None:
    """Decline somebody who asked to be let in; they may not ask again."""
    conversation = await find_administered_conversation(tx, conversation_id, to=by)
    if await tx.row(queries.ASKED_BY, conversation_id, person_id, into=AskedRow) is None:
        raise NotFound
    await tx.run(queries.DECLINE, conversation_id, person_id, by)
    await tell_waiting(tx, conversation_id)
    await _audit(tx, "join_request_declined", conversation_id, conversation.organisation_id, person_id, by=by)


async def _follow(tx: Tx, sql: str, token: str, *, by: int) -> Followed:
    """Find a link for somebody it is meant for; wrong guesses are counted and make the guesser wait."""
    moment = now()
    if await tx.value(queries.GUESSES, by, moment - GUESSES_REMEMBERED) >= MOST_GUESSES:
        raise TooMany("too_many_guesses", retry_after=int(GUESSES_REMEMBERED.total_seconds()))
    link = await tx.row(sql, digest_of(token), moment, by, into=Followed)
    meant = link is not None and (
        link.joined
        or (
            await _is_meant(tx, link.audience, link.organisation_id, link.made_by, by)
            and (not link.parents_only or await _is_parent_only(tx, link.organisation_id, by))
        )
    )
    if link is None or not meant:
        await tx.run(queries.NOTE_GUESS, by, moment, moment - GUESSES_REMEMBERED)
        refusal = NotFound()
        refusal.keeps_changes = True
        raise refusal
    return link


async def _is_meant(
    tx: Tx, audience: Audience, organisation_id: int | None, made_by: int, person_id: int
) -> bool:
    if made_by == person_id or ACTS[await reach(tx, made_by, person_id)].link:
        return True
    # Safe mode: only those who know one, and staff, bring one into a chat.
    if await is_safe(tx, person_id) and not await staff_among(tx, [made_by]):
        return False
    if audience == "contacts" or organisation_id is None:
        return False
    if await tx.value(queries.IS_IN_ORGANISATION, person_id, organisation_id):
        return True
    # What the school no longer allows, its old links do not allow either.
    return (
        audience == "everybody"
        and bool(await tx.value(queries.ALLOWS_OTHERS, organisation_id))
        and bool(await tx.value(queries.IS_CONFIRMED, person_id))
    )


async def _is_parent_only(tx: Tx, organisation_id: int | None, person_id: int) -> bool:
    parents = await tx.values(queries_members.PARENTS_AMONG, [person_id], organisation_id)
    return bool(parents) and not await tx.values(queries_members.TEACHERS_AMONG, [person_id], organisation_id)


async def _let_in(tx: Tx, conversation_id: int, person_id: int, *, by: int) -> None:
    if not await join(tx, conversation_id, [person_id]):
        return
    await keep_groups_current(tx, [conversation_id])
    notice = Notice("joined") if by == person_id else Notice("added", people=[person_id])
    await say_what_happened(tx, conversation_id, notice, by=by)


async def _show(tx: Tx, link: Followed, state: JoiningState) -> Joining:
    return Joining(
        title=link.title,
        organisation_name=link.organisation_name,
        members_count=link.members_count,
        parents_only=link.parents_only,
        approval=link.approval,
        made_by=(await briefs(tx, [link.made_by], to=None))[0],
        state=state,
        conversation_id=link.conversation_id if state == "joined" else None,
    )


async def _audit(
    tx: Tx, action: str, conversation_id: int, organisation_id: int | None, person_id: int, *, by: int
) -> None:
    await tx.audit(
        action,
        actor_id=by,
        subject=f"person:{person_id}",
        organisation_id=organisation_id,
        details={"conversation_id": conversation_id},
    )
