"""«Ждут одобрения»: those who came by an invite that needs a yes, and the answer they are given."""

from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.identity.expected import rename_people
from parta.identity.names import FullName, checked
from parta.identity.receiving import hold_newcomer, receive_expected
from parta.organisations import queries as queries_organisations
from parta.organisations.events import JoiningDecided
from parta.organisations.invites import queries_coming as queries
from parta.organisations.invites import queries_matching
from parta.organisations.invites.access import Inviter, find_inviter
from parta.organisations.invites.coming import tell_deciders
from parta.organisations.invites.entering import Promise, enter
from parta.organisations.invites.matching import find_matches, require_match
from parta.organisations.invites.naming import find_lookalikes, names_of, reason_of
from parta.organisations.invites.shapes import InviteRole, JoiningApproval, Relation, WaitingNewcomer


class _WaitingRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    invite_id: int
    person_id: int
    relation: Relation
    created_at: datetime
    role: InviteRole
    class_id: int | None
    class_title: str | None
    child_id: int | None
    subject: str
    note: str
    made_by: int
    organisation_id: int


async def list_waiting(
    tx: Tx, organisation_id: int, *, after: str | None, limit: int, by: int
) -> Page[WaitingNewcomer]:
    """Those who wait, the longest first: an administrator's are all, a class teacher's those of own classes."""
    inviter = await find_inviter(tx, organisation_id, by=by)
    last = decode_key(after, tuple[int])[0] if after else 0
    rows = await tx.rows(queries.WAITING, organisation_id, inviter.scope(), last, limit + 1, into=_WaitingRow)
    page = rows[:limit]
    more = encode_key(page[-1].id) if len(rows) > limit else None
    return Page(await _show(tx, inviter, page), more)


async def approve(
    tx: Tx, organisation_id: int, joining_id: int, approval: JoiningApproval, *, by: int
) -> None:
    """Let somebody in who waits: under a name put right if need be, or as the person the school expects; they are told.

    409 `match_undecided` while the school expects somebody alike and nothing is said of them.
    """
    inviter, asked = await _find_waiting(tx, organisation_id, joining_id, approval.expected_id, by=by)
    if not await tx.value(queries_organisations.PERSON_EXISTS, asked.person_id):
        raise NotFound
    if approval.expected_id is not None:
        person_id = await _receive(tx, inviter, asked, approval)
    else:
        person_id = asked.person_id
        if not approval.is_another and await _has_matches(tx, inviter, asked):
            raise Conflict("match_undecided")
        if approval.name is not None:
            await _correct_name(tx, person_id, approval.name)
    promise = Promise(
        organisation_id=organisation_id,
        role=asked.role,
        class_id=asked.class_id,
        child_id=asked.child_id,
        subject=asked.subject,
        relation=asked.relation,
    )
    await enter(tx, person_id, promise)
    await _decide(tx, asked, "joined", "", by=by, person_id=person_id)


async def decline(tx: Tx, organisation_id: int, joining_id: int, reason: str, *, by: int) -> None:
    """Turn somebody away with a reason; they are told, and the invite has its use back."""
    _, asked = await _find_waiting(tx, organisation_id, joining_id, None, by=by)
    said = reason_of(reason)
    await tx.run(queries.GIVE_BACK, asked.invite_id)
    await _decide(tx, asked, "declined", said, by=by)


async def _find_waiting(
    tx: Tx, organisation_id: int, joining_id: int, expected_id: int | None, *, by: int
) -> tuple[Inviter, _WaitingRow]:
    inviter: Inviter = await find_inviter(tx, organisation_id, by=by)
    # People before everything of theirs: whoever decides elsewhere about the same newcomer waits here.
    who: int | None = await tx.value(queries_matching.WHO_ASKED, joining_id, organisation_id)
    if who is not None:
        await hold_newcomer(tx, who, expected_id=expected_id)
    asked = await tx.row(queries.WAITING_ONE, joining_id, organisation_id, into=_WaitingRow)
    if asked is None or not inviter.may_invite(asked.role, asked.class_id):
        raise NotFound
    return inviter, asked


async def _receive(tx: Tx, inviter: Inviter, asked: _WaitingRow, approval: JoiningApproval) -> int:
    """«Это она»: the newcomer goes on as the person the school expects, under the roster's name."""
    expected_id = approval.expected_id or 0
    if approval.name is not None:
        raise Conflict("name_from_school")
    await require_match(tx, inviter, asked, expected_id)
    if not await receive_expected(tx, expected_id, newcomer_id=asked.person_id, keeps_devices=True):
        raise Conflict("profile_received")
    return expected_id


async def _has_matches(tx: Tx, inviter: Inviter, asked: _WaitingRow) -> bool:
    names = await names_of(tx, [asked.person_id])
    return bool((await find_matches(tx, inviter, [asked], names)).get(asked.id))


async def _correct_name(tx: Tx, person_id: int, name: FullName) -> None:
    """Only of somebody who is nobody yet: else one school would rename another school's people."""
    if await tx.values(queries.KNOWN_TO_SCHOOLS, [person_id]):
        raise Conflict("name_from_school")
    await rename_people(tx, {person_id: checked(name)})


async def _decide(
    tx: Tx, asked: _WaitingRow, state: str, reason: str, *, by: int, person_id: int | None = None
) -> None:
    person_id = person_id or asked.person_id
    await tx.run(queries.DECIDE, asked.id, state, reason, by, now())
    name = await tx.value(queries.ORGANISATION_NAME, asked.organisation_id)
    # The devices still hear the newcomer they were signed in as.
    tx.emit(
        JoiningDecided(
            person_id=asked.person_id,
            organisation_id=asked.organisation_id,
            organisation_name=name,
            approved=state == "joined",
            reason=reason,
            received=person_id != asked.person_id,
        )
    )
    await tell_deciders(tx, asked.organisation_id, asked.class_id, asked.role)
    matched = {"newcomer": asked.person_id} if person_id != asked.person_id else {}
    await tx.audit(
        "joining_declined" if state == "declined" else "joining_matched" if matched else "joining_approved",
        actor_id=by,
        subject=f"person:{person_id}",
        organisation_id=asked.organisation_id,
        details={"invite_id": asked.invite_id, "role": asked.role} | matched,
    )


async def _show(tx: Tx, inviter: Inviter, rows: list[_WaitingRow]) -> list[WaitingNewcomer]:
    names = await names_of(tx, [one for row in rows for one in (row.person_id, row.child_id, row.made_by)])
    known = set(await tx.values(queries.KNOWN_TO_SCHOOLS, [row.person_id for row in rows]))
    alike = await find_lookalikes(
        tx, [row.organisation_id for row in rows], [names[row.person_id] for row in rows]
    )
    matches = await find_matches(tx, inviter, rows, names)
    return [
        WaitingNewcomer(
            id=row.id,
            person=names[row.person_id],
            may_rename=row.person_id not in known,
            resembles=alike.get(row.person_id),
            role=row.role,
            relation=row.relation,
            class_title=row.class_title,
            child=names.get(row.child_id or 0),
            subject=row.subject,
            note=row.note,
            invited_by=names[row.made_by],
            created_at=row.created_at,
            matches=matches.get(row.id, []),
        )
        for row in rows
    ]
