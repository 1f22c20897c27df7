"""What can be done: to a message, to a place in a chat, to a person. And how it is undone.

In Russian: «скрыть», «удалить», «предупредить», «запретить писать», «убрать из чата», «приостановить вход».
"""

from collections.abc import Sequence
from datetime import datetime

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Problem
from parta.identity.sessions import end_sessions_of
from parta.identity.suspending import lift_suspensions, suspend
from parta.messaging.order.moderating import (
    ban_by_office,
    ban_within,
    bring_back_message,
    delete_message_for_all,
    lift_bans_by_office,
    remove_by_office,
    withdraw_message,
)
from parta.moderation import queries_cases as queries
from parta.moderation.access import CaseRow, MeasureRow, Moderator, find_measure
from parta.moderation.events import MeasureKind, MeasureLifted

BANS = ("write_ban", "wide_write_ban")
LASTING = (*BANS, "suspend")
UNDOABLE = ("hide", "warn", *LASTING)


def fitting(case: CaseRow) -> list[MeasureKind]:
    """The measures that a case allows by its nature."""
    kinds: list[MeasureKind] = []
    if case.target_kind == "message":
        kinds += ["hide", "delete"]
    if case.accused_id is not None:
        kinds.append("warn")
        if case.conversation_id is not None:
            kinds.append("write_ban")
        kinds.append("wide_write_ban")
        if case.chat_kind == "group":
            kinds.append("remove")
        kinds.append("suspend")
    return kinds


async def carry_out(
    tx: Tx, case: CaseRow, kind: MeasureKind, *, until: datetime | None, reason: str, who: Moderator
) -> None:
    """Do it; raises what the rooms below raise where it cannot be done."""
    accused, chat = case.accused_id or 0, case.conversation_id or 0
    if kind == "hide":
        await withdraw_message(tx, case.target_id)
    elif kind == "delete":
        await delete_message_for_all(tx, case.target_id)
    elif kind == "write_ban":
        await ban_by_office(tx, accused, [chat], until=until, reason=reason, by=who.id)
    elif kind == "wide_write_ban":
        places = organisations_for(case, who)
        await ban_within(tx, accused, places, until=until, reason=reason, by=who.id)
    elif kind == "remove":
        await remove_by_office(tx, chat, accused)
    elif kind == "suspend":
        await _keep_out(tx, accused, until=until, reason=reason, who=who)


def organisations_for(case: CaseRow, who: Moderator) -> list[int]:
    """Where a wide ban holds: of the case's organisations those that the decider administers; an operator's are all."""
    if who.is_operator:
        return case.organisation_ids
    return sorted(set(case.organisation_ids) & set(who.organisation_ids))


async def lift(tx: Tx, measure_id: int, *, by: int) -> None:
    """Undo a measure before its time; what holds by another measure goes on.

    Raises Conflict for what cannot be undone and for what is over.
    """
    measure = await find_measure(tx, measure_id, to=by)
    if measure.kind not in UNDOABLE:
        raise Conflict("measure_final")
    if measure.lifted_at is not None or (measure.until is not None and measure.until <= now()):
        raise Conflict("measure_over")
    await _undo(tx, measure)
    await tx.run(queries.LIFT_MEASURE, measure_id, by, now())
    await tx.audit(
        "measure_lifted",
        actor_id=by,
        subject=f"person:{measure.person_id}",
        organisation_id=measure.audited_in,
        details={"measure": measure.kind, "case_id": measure.case_id},
    )
    tx.emit(MeasureLifted(person_id=measure.person_id, measure_id=measure_id, measure=measure.kind))


async def ban_newcomers(tx: Tx, joined: Sequence[tuple[int, int]]) -> None:
    """Let bans that hold everywhere hold in chats that somebody has just joined, too; `(chat, person)`."""
    people = sorted({person for _, person in joined})
    for ban in await tx.rows(queries.WIDE_BANS, people, now(), into=MeasureRow):
        chats = [chat for chat, person in joined if person == ban.person_id]
        await _ban_again(tx, ban, chats)


async def _undo(tx: Tx, measure: MeasureRow) -> None:
    person = measure.person_id
    if measure.kind == "hide" and not await bring_back_message(tx, measure.message_id or 0):
        raise Conflict("message_not_kept")
    if measure.kind in BANS:
        await lift_bans_by_office(tx, person)
        for other in await _others(tx, measure, BANS):
            await _ban_again(tx, other, None)
    if measure.kind == "suspend":
        await lift_suspensions(tx, person)
        for other in await _others(tx, measure, ("suspend",)):
            await suspend(tx, person, until=other.until, reason=other.reason, by=other.taken_by)


async def _others(tx: Tx, measure: MeasureRow, kinds: Sequence[str]) -> list[MeasureRow]:
    where = (measure.person_id, list(kinds), measure.id, now())
    return await tx.rows(queries.OTHER_MEASURES, *where, into=MeasureRow)


async def _ban_again(tx: Tx, ban: MeasureRow, only: Sequence[int] | None) -> None:
    if ban.kind == "write_ban":
        chats = [ban.conversation_id or 0]
        await ban_by_office(tx, ban.person_id, chats, until=ban.until, reason=ban.reason, by=ban.taken_by)
        return
    await ban_within(
        tx,
        ban.person_id,
        ban.organisation_ids,
        until=ban.until,
        reason=ban.reason,
        by=ban.taken_by,
        only=only,
    )


async def _keep_out(tx: Tx, person_id: int, *, until: datetime | None, reason: str, who: Moderator) -> None:
    """A school keeps out only those who belong to nobody but it; beyond that, operators decide."""
    if not who.is_operator and await tx.value(queries.ROLES_ELSEWHERE, person_id, who.organisation_ids):
        raise Problem("measure_beyond_office", status=403)
    await suspend(tx, person_id, until=until, reason=reason, by=who.id)
    await end_sessions_of(tx, person_id)
