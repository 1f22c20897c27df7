"""Calling people to what waits for their decision: a report, a held message, a call for help.

The push names only what sort of thing it is; who and what lies behind the door of the room that called.
"""

from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.summoning import Cause, Summoned
from parta.notifications import words
from parta.notifications.choices import who_wants
from parta.notifications.push_jobs import PushNews
from parta.notifications.push_sending import PushNote, What
from parta.notifications.settings import NotificationsSettings
from parta.notifications.words import Language, Words
from parta.safety.quiet_hours import quiet_among

PEOPLE_AT_ONCE = 100  # in one job

WHATS: dict[Cause, What] = {"report": "report", "overdue": "overdue", "held": "held", "alert": "alert"}


class DutyShown(msgspec.Struct, frozen=True):
    """How a call looks on a device."""

    title: str
    tag: str
    path: str


_TITLES: dict[What, Words] = {
    "report": ("Новая жалоба ждёт решения", "A new report waits for a decision"),
    "overdue": ("Жалоба не решена в срок", "A report was not decided in time"),
    "held": ("Сообщение ждёт одобрения", "A message waits for approval"),
    "alert": ("Нужно ваше внимание", "Your attention is needed"),
}
_PATHS: dict[What, str] = {
    "report": "/school/reports",
    "overdue": "/school/reports",
    "held": "/chats",
    "alert": "/settings/alerts",
}


async def call_to_duty(tx: Tx, event: Summoned) -> None:
    """Push to those who want it; in quiet hours at their end, unless it cannot wait."""
    if not tx.configuration.get(NotificationsSettings).push or not event.people:
        return
    people = sorted(await who_wants(tx, event.people, "duty", "push"))
    quiet = {} if event.at_night else await quiet_among(tx, people)
    note = PushNote(kind=WHATS[event.cause], conversation_id=event.conversation_id, urgent=True)
    by_moment: dict[datetime, list[int]] = {}
    moment = now()
    for one in people:
        by_moment.setdefault(quiet.get(one, moment), []).append(one)
    for at, told in by_moment.items():
        for i in range(0, len(told), PEOPLE_AT_ONCE):
            await tx.enqueue(PushNews(note=note, people=told[i : i + PEOPLE_AT_ONCE]), due_at=at)


def show_duty(what: What, conversation_id: int, language: Language) -> DutyShown | None:
    """The words of a call; None for what is none."""
    if what not in _TITLES:
        return None
    path = f"/chats/{conversation_id}" if what == "held" and conversation_id else _PATHS[what]
    return DutyShown(words.say(_TITLES[what], language), f"duty-{what}", path)
