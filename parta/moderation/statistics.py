"""What was complained of in a period, what came of it, and how soon."""

from datetime import datetime

import msgspec

from parta.core.db import Tx
from parta.core.sheets import Cell, write_sheet
from parta.moderation import queries_statistics as queries
from parta.moderation.access import require_moderator
from parta.moderation.events import MeasureKind
from parta.moderation.reporting import ReportKind


class KindFigures(msgspec.Struct, frozen=True):
    """One reason: complaints, the cases they made, and what came of those."""

    kind: ReportKind
    reports: int
    cases: int
    acted: int
    dismissed: int


class MeasureFigures(msgspec.Struct, frozen=True):
    """One sort of measure: how often it was taken, and how often lifted."""

    kind: MeasureKind
    taken: int
    lifted: int


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """All cases of the period; times to the decision are in seconds."""

    cases: int
    open: int
    overdue: int
    dismissed: int
    acted: int
    median_seconds: int | None
    longest_seconds: int | None


class Statistics(Totals, frozen=True, kw_only=True):
    """Figures about cases opened in a period."""

    since: datetime
    until: datetime
    by_kind: list[KindFigures]
    by_measure: list[MeasureFigures]


async def count_cases(
    tx: Tx, *, organisation_id: int | None, since: datetime, until: datetime, by: int
) -> Statistics:
    """Count the cases somebody decides about that were opened from `since` until before `until`."""
    who = await require_moderator(tx, by=by)
    period = (*who.scope(), organisation_id, since, until)
    totals = await tx.row(queries.TOTALS, *period, into=Totals)
    if totals is None:
        raise LookupError("counting always gives a row")
    return Statistics(
        **msgspec.structs.asdict(totals),
        since=since,
        until=until,
        by_kind=await tx.rows(queries.BY_KIND, *period, into=KindFigures),
        by_measure=await tx.rows(queries.BY_MEASURE, *period, into=MeasureFigures),
    )


_HEADS = {
    "ru": ("Показатель", "Всего", "Дел", "С мерами", "Без нарушений"),
    "en": ("Figure", "Total", "Cases", "Acted upon", "Dismissed"),
}
_WORDS: dict[str, tuple[str, str]] = {
    "cases": ("Все дела", "All cases"),
    "open": ("Ждут решения", "Waiting"),
    "overdue": ("Просрочены", "Overdue"),
    "median": ("Половина решена за, минут", "Half decided within, minutes"),
    "longest": ("Самое долгое решение, минут", "Longest decision, minutes"),
    "insult": ("Оскорбления и травля", "Insults and bullying"),
    "threat": ("Угрозы", "Threats"),
    "indecent": ("Непристойное", "Indecent"),
    "spam": ("Спам и реклама", "Spam and advertising"),
    "personal_data": ("Личные данные", "Personal data"),
    "self_harm": ("Вред себе", "Self-harm"),
    "other": ("Другое", "Other"),
    "hide": ("Скрыто сообщений", "Messages hidden"),
    "delete": ("Удалено сообщений", "Messages deleted"),
    "warn": ("Предупреждений", "Warnings"),
    "write_ban": ("Запретов писать в чате", "Bans on writing in a chat"),
    "wide_write_ban": ("Запретов писать везде", "Bans on writing everywhere"),
    "remove": ("Убрано из чатов", "Removed from chats"),
    "suspend": ("Приостановлено входов", "Access suspended"),
}


def as_table(figures: Statistics, *, language: str) -> bytes:
    """Write the figures as CSV that spreadsheets open as it is."""
    word = 1 if language == "en" else 0
    rows: list[list[Cell]] = [
        [_WORDS["cases"][word], figures.cases, figures.cases, figures.acted, figures.dismissed],
        [_WORDS["open"][word], figures.open, "", "", ""],
        [_WORDS["overdue"][word], figures.overdue, "", "", ""],
        [_WORDS["median"][word], _minutes(figures.median_seconds), "", "", ""],
        [_WORDS["longest"][word], _minutes(figures.longest_seconds), "", "", ""],
    ]
    rows += [[_WORDS[k.kind][word], k.reports, k.cases, k.acted, k.dismissed] for k in figures.by_kind]
    rows += [[_WORDS[m.kind][word], m.taken, "", "", ""] for m in figures.by_measure]
    return write_sheet("csv", _HEADS["en" if word else "ru"], rows)


def _minutes(seconds: int | None) -> Cell:
    return "" if seconds is None else round(seconds / 60)
