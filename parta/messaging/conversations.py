"""The list of conversations, and one of them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.core.http.paging import decode_key, encode_key
from parta.messaging import queries_conversations as queries
from parta.messaging.history import last_messages
from parta.messaging.order.chat_order import OrderColumns, Waiting, WriteBan
from parta.messaging.shapes import Conversation, ConversationList, Message, Request, Role
from parta.safety.people import PersonBrief, briefs

FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)


class ConversationRow(OrderColumns, frozen=True, kw_only=True):
    """A conversation and the membership of its reader, as stored."""

    id: int
    kind: str
    title: str
    automatic: str | None
    class_id: int | None
    organisation_id: int | None
    parents_only: bool
    members_count: int
    last_number: int
    last_message_at: datetime
    request_by: int | None
    request_state: str | None
    closed: bool
    held_by_rules: bool
    created_at: datetime
    my_role: Role
    read_number: int
    mentioned_number: int
    pins: int
    teaches: bool
    muted_until: datetime | None
    mentions_pass: bool
    archived: bool
    pinned: int | None
    marked_unread: bool
    own_seq: int
    write_ban_until: datetime | None
    write_ban_reason: str
    said_at: datetime | None
    lifetime: int | None
    scheduled: int
    held: int
    joins: int
    partner_id: int | None
    seq: int
    others_read_number: int


async def list_conversations(tx: Tx, *, after: str | None, limit: int, by: int) -> ConversationList:
    """List one's conversations, the one with the newest message first."""
    key = decode_key(after, tuple[datetime, int]) if after else (FAR_FUTURE, 0)
    rows = await tx.rows(queries.PAGE, by, *key, limit, into=ConversationRow)
    items = await _complete(tx, rows, by=by)
    return ConversationList(
        items=items,
        people=await _people(tx, items),
        next=encode_key(rows[-1].last_message_at, rows[-1].id) if len(rows) == limit else None,
    )


async def read_conversation(tx: Tx, conversation_id: int, *, by: int) -> Conversation:
    """Read one conversation as its member sees it; NotFound for others."""
    row = await tx.row(queries.ONE, by, conversation_id, into=ConversationRow)
    if row is None:
        raise NotFound
    return (await _complete(tx, [row], by=by))[0]


async def _complete(tx: Tx, rows: Sequence[ConversationRow], *, by: int) -> list[Conversation]:
    spoken = {row.id: row.last_number for row in rows if row.last_number}
    last = await last_messages(tx, spoken, to=by) if spoken else {}
    return [_conversation(row, last.get(row.id), by) for row in rows]


async def _people(tx: Tx, items: Sequence[Conversation]) -> list[PersonBrief]:
    """Everybody whom the rows show: partners and authors."""
    ids = {c.partner_id for c in items if c.partner_id is not None}
    ids |= {c.last_message.author_id for c in items if c.last_message is not None}
    return await briefs(tx, sorted(ids), to=None)


def _conversation(row: ConversationRow, last: Message | None, by: int) -> Conversation:
    request = _request(row)
    waits = request is not None and (request.by != by or request.state == "declined" or row.last_number > 0)
    return Conversation(
        id=row.id,
        kind="direct" if row.kind == "direct" else "favourites" if row.kind == "favourites" else "group",
        title=row.title,
        partner_id=row.partner_id if row.kind == "direct" else None,
        automatic=row.automatic,
        class_id=row.class_id,
        organisation_id=row.organisation_id,
        parents_only=row.parents_only,
        members_count=row.members_count,
        my_role=row.my_role,
        seq=row.seq,
        last_number=row.last_number,
        last_message=last,
        read_number=row.read_number,
        others_read_number=row.others_read_number,
        unread=row.last_number - row.read_number,
        mentioned=row.mentioned_number > row.read_number,
        pins=row.pins,
        teaches=row.teaches,
        request=request,
        can_write=not row.closed and not waits,
        held_by_rules=row.held_by_rules and row.closed,
        settings=row.settings(),
        lifetime=row.lifetime,
        scheduled=row.scheduled,
        write_ban=_write_ban(row),
        said_at=row.said_at if row.slow_mode and row.my_role == "member" else None,
        waiting=Waiting(row.held, row.joins),
        muted_until=row.muted_until,
        mentions_pass=row.mentions_pass,
        archived=row.archived,
        pinned=row.pinned,
        marked_unread=row.marked_unread,
        own_seq=row.own_seq,
        created_at=row.created_at,
    )


def _request(row: ConversationRow) -> Request | None:
    if row.request_by is None or row.request_state not in ("waiting", "declined"):
        return None
    return Request(row.request_by, "waiting" if row.request_state == "waiting" else "declined")


def _write_ban(row: ConversationRow) -> WriteBan | None:
    """A ban that is over is none."""
    if row.write_ban_until is None or row.write_ban_until <= now():
        return None
    return WriteBan(row.write_ban_until, row.write_ban_reason)
