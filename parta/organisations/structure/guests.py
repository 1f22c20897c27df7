"""Other organisations in a community, for who administers the community's own: found, invited, and let go.

The community's own organisation names no foreign people: each guest organisation names its own (`visiting.py`).
"""

import re

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.organisations.invites.naming import one_line
from parta.organisations.structure import queries_guests as queries
from parta.organisations.structure.groups import GroupRow, find_group, find_group_locked
from parta.organisations.structure.parting import Part, audit_part, end_part
from parta.organisations.structure.shapes import GuestCandidate, GuestOrganisation

MOST_GUESTS = 200
SHORTEST_SEARCH, LONGEST_SEARCH = 3, 100
_MOST_WORDS = 6
_INN = re.compile(r"\d{10}|\d{12}")


class _GuestRow(GuestOrganisation, frozen=True):
    place: int


async def list_guests(
    tx: Tx, organisation_id: int, group_id: int, *, after: str | None, limit: int, by: int
) -> Page[GuestOrganisation]:
    """Organisations that were ever invited, in the order of the first invitation."""
    _require_community(await find_group(tx, organisation_id, group_id, by=by))
    key = decode_key(after, tuple[int])[0] if after else 0
    rows = await tx.rows(queries.GUESTS, group_id, None, key, limit + 1, into=_GuestRow)
    more = encode_key(rows[limit - 1].place) if len(rows) > limit else None
    return Page([_shown(row) for row in rows[:limit]], more)


async def find_candidates(
    tx: Tx, organisation_id: int, group_id: int, *, q: str, by: int
) -> list[GuestCandidate]:
    """At most twenty open organisations with all the words in name or place, or that ИНН; nothing by fewer than three letters."""
    _require_community(await find_group(tx, organisation_id, group_id, by=by))
    words = re.findall(r"[^\W_]+", one_line(q[:LONGEST_SEARCH]).lower().replace("ё", "е"))[:_MOST_WORDS]
    if len("".join(words)) < SHORTEST_SEARCH:
        return []
    inn = words[0] if len(words) == 1 and _INN.fullmatch(words[0]) else ""
    patterns = [f"%{word}%" for word in words]
    return await tx.rows(queries.CANDIDATES, group_id, organisation_id, inn, patterns, into=GuestCandidate)


async def invite_guest(
    tx: Tx, organisation_id: int, group_id: int, guest_id: int, *, by: int
) -> GuestOrganisation:
    """Ask another organisation in; its administrators answer. Who declined or left can be asked again.

    404 for what is no open organisation; 409 `guest_already`, `guests_full`.
    """
    group = await find_group_locked(tx, organisation_id, group_id, by=by)
    _require_community(group)
    if await tx.value(queries.INVITABLE, guest_id, organisation_id) is None:
        raise NotFound
    if await tx.value(queries.COUNT_GUESTS, group_id) >= MOST_GUESTS:
        raise Conflict("guests_full")
    if await tx.value(queries.INVITE, group_id, guest_id, by, now()) is None:
        raise Conflict("guest_already")
    part = await _part(tx, group, guest_id)
    await audit_part(tx, "community_guest_invited", part, by=by)
    rows = await tx.rows(queries.GUESTS, group_id, guest_id, 0, 1, into=_GuestRow)
    return _shown(rows[0])


async def end_guest(tx: Tx, organisation_id: int, group_id: int, guest_id: int, *, by: int) -> None:
    """Take an invitation back, or end a guest's part: its people hear the chat no more. 404 when there is neither."""
    group = await find_group_locked(tx, organisation_id, group_id, by=by)
    _require_community(group)
    await end_part(tx, await _part(tx, group, guest_id), "community_guest_ended", by=by)


async def _part(tx: Tx, group: GroupRow, guest_id: int) -> Part:
    part = await tx.row(queries.PART_LOCKED, guest_id, group.id, into=Part)
    if part is None:
        raise NotFound
    return part


def _require_community(group: GroupRow) -> None:
    if group.kind != "community":
        raise Conflict("not_a_community")


def _shown(row: _GuestRow) -> GuestOrganisation:
    known = msgspec.structs.asdict(row)
    del known["place"]
    return GuestOrganisation(**known)
