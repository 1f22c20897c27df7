"""Who learns what: those who decide that something waits, both sides what came of it."""

import msgspec

from parta.core.db import Tx
from parta.core.summoning import Cause, Summoned
from parta.moderation import queries, queries_cases
from parta.moderation.events import Outcome, ReportCasesChanged, ReportDecided


class _Report(msgspec.Struct, frozen=True):
    id: int
    reporter_id: int


async def moderators_of(tx: Tx, case_id: int) -> list[int]:
    """Those who decide about this case now."""
    found: list[int] = await tx.values(queries.MODERATORS, case_id)
    return found


async def tell_moderators(tx: Tx, case_id: int) -> None:
    """Let those who decide count anew."""
    if moderators := await moderators_of(tx, case_id):
        tx.emit(ReportCasesChanged(moderators=moderators))


async def call_moderators(tx: Tx, case_id: int, cause: Cause) -> None:
    """Call those who decide, once for what they do not know of yet."""
    tx.emit(Summoned(people=await moderators_of(tx, case_id), cause=cause))


async def tell_reporters(tx: Tx, case_id: int, outcome: Outcome) -> None:
    """Tell everybody who complained what came of it, never the others' names."""
    for report in await tx.rows(queries_cases.REPORTERS, case_id, into=_Report):
        tx.emit(ReportDecided(person_id=report.reporter_id, report_id=report.id, outcome=outcome))
