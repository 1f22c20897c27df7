"""Links that let people into a group: for how long, how many, whom, and whether somebody looks first.

In Russian: «ссылка-приглашение». A link is as strong as its token: 192 random bits, found by their digest.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound, Problem
from parta.core.http.paging import decode_key, encode_key
from parta.messaging.access import MyConversation, find_permitting_conversation
from parta.messaging.groups import queries_joining as queries
from parta.safety.people import PersonBrief, briefs

# Whom a link lets in: those the contact rules join to its maker, everybody of the chat's organisation,
# or everybody with a role anywhere, where the organisation allows that.
Audience = Literal["contacts", "organisation", "everybody"]

SHORTEST, LONGEST = 3600, 366 * 24 * 3600  # seconds
MOST_LINKS = 20
NEWEST = 2**63 - 1


class NewLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link to make; without a term it works until it is revoked, without a number for anybody it is meant for."""

    seconds: int | None = None
    most_uses: int | None = None
    approval: bool = False
    audience: Audience = "contacts"


class LinkRow(msgspec.Struct, frozen=True, kw_only=True):
    """A link as stored."""

    id: int
    conversation_id: int
    made_by: int
    token: str
    audience: Audience
    approval: bool
    most_uses: int | None
    uses: int
    expires_at: datetime | None
    revoked_at: datetime | None
    created_at: datetime

    @property
    def works(self) -> bool:
        """Whether it still lets somebody in."""
        used_up = self.most_uses is not None and self.uses >= self.most_uses
        return (
            self.revoked_at is None and not used_up and (self.expires_at is None or self.expires_at > now())
        )


class InviteLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link as those who may invite see it; `path` follows the address of the installation."""

    id: int
    path: str
    made_by: PersonBrief
    audience: Audience
    approval: bool
    most_uses: int | None
    uses: int
    expires_at: datetime | None
    works: bool
    created_at: datetime


class LinkList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a chat's links, and which audiences a new one may have."""

    items: list[InviteLink]
    audiences: list[Audience]
    next: str | None = None


def digest_of(token: str) -> bytes:
    """Find a link by this: the time of a comparison says nothing about the token."""
    return hashlib.sha256(token.encode(errors="replace")).digest()


def path_of(token: str) -> str:
    """The page where a link leads."""
    return f"/join/{token}"


async def make_link(tx: Tx, conversation_id: int, new: NewLink, *, by: int) -> InviteLink:
    """Make a link into a group, where its order lets one invite; the school's own chats have none."""
    conversation = await _find_inviting(tx, conversation_id, by=by)
    _refuse_limits(new)
    if new.audience not in await _audiences(tx, conversation):
        raise Problem("links_not_for_others", status=403)
    if await tx.value(queries.WORKING_LINKS, conversation_id, now()) >= MOST_LINKS:
        raise Conflict("too_many_links")
    token = secrets.token_urlsafe(24)
    expires_at = None if new.seconds is None else now() + timedelta(seconds=new.seconds)
    link_id = await tx.value(
        queries.ADD_LINK,
        conversation_id,
        by,
        token,
        digest_of(token),
        new.audience,
        new.approval,
        new.most_uses,
        expires_at,
        now(),
    )
    await _audit(tx, "invite_link_made", conversation, link_id, by=by, audience=new.audience)
    link = await tx.row(queries.LINK, link_id, conversation_id, into=LinkRow)
    if link is None:
        raise NotFound
    return (await _show(tx, [link]))[0]


async def list_links(tx: Tx, conversation_id: int, *, after: str | None, limit: int, by: int) -> LinkList:
    """List a group's links, the newest first: administrators see all, others those they made."""
    conversation = await _find_inviting(tx, conversation_id, by=by)
    key = decode_key(after, tuple[int])[0] if after else NEWEST
    rows = await tx.rows(
        queries.LINKS, conversation_id, key, conversation.administered, by, limit, into=LinkRow
    )
    return LinkList(
        items=await _show(tx, rows),
        audiences=await _audiences(tx, conversation),
        next=encode_key(rows[-1].id) if len(rows) == limit else None,
    )


async def revoke_link(tx: Tx, conversation_id: int, link_id: int, *, by: int) -> None:
    """Let a link let nobody in any more; revoking twice is revoking once."""
    conversation, link = await find_link(tx, conversation_id, link_id, by=by)
    if await tx.run(queries.REVOKE, link.id, now()):
        await _audit(tx, "invite_link_revoked", conversation, link_id, by=by)


async def find_link(tx: Tx, conversation_id: int, link_id: int, *, by: int) -> tuple[MyConversation, LinkRow]:
    """Find a link of a group: any for its administrators, one's own for others who may invite."""
    conversation = await _find_inviting(tx, conversation_id, by=by)
    link = await tx.row(queries.LINK, link_id, conversation_id, into=LinkRow)
    if link is None or not (conversation.administered or link.made_by == by):
        raise NotFound
    return conversation, link


async def _find_inviting(tx: Tx, conversation_id: int, *, by: int) -> MyConversation:
    conversation = await find_permitting_conversation(tx, conversation_id, "invite", to=by)
    if conversation.kind != "group":
        raise Conflict("direct_chat")
    if conversation.automatic:
        raise Conflict("automatic_chat")
    return conversation


async def _audiences(tx: Tx, conversation: MyConversation) -> list[Audience]:
    if conversation.organisation_id is None:
        return ["contacts"]
    others = await tx.value(queries.ALLOWS_OTHERS, conversation.organisation_id)
    return ["contacts", "organisation", "everybody"] if others else ["contacts", "organisation"]


def _refuse_limits(new: NewLink) -> None:
    term_fits = new.seconds is None or SHORTEST <= new.seconds <= LONGEST
    if not term_fits or not (new.most_uses is None or 1 <= new.most_uses <= 10_000):
        raise Invalid("link_invalid", field="most_uses" if term_fits else "seconds")


async def _show(tx: Tx, rows: list[LinkRow]) -> list[InviteLink]:
    people = {person.id: person for person in await briefs(tx, [row.made_by for row in rows], to=None)}
    return [
        InviteLink(
            id=row.id,
            path=path_of(row.token),
            made_by=people[row.made_by],
            audience=row.audience,
            approval=row.approval,
            most_uses=row.most_uses,
            uses=row.uses,
            expires_at=row.expires_at,
            works=row.works,
            created_at=row.created_at,
        )
        for row in rows
    ]


async def _audit(
    tx: Tx, action: str, conversation: MyConversation, link_id: int, *, by: int, audience: str = ""
) -> None:
    details = {"link_id": link_id} | ({"audience": audience} if audience else {})
    await tx.audit(
        action,
        actor_id=by,
        subject=f"conversation:{conversation.id}",
        organisation_id=conversation.organisation_id,
        details=details,
    )
