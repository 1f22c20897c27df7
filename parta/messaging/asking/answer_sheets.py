"""Lists of confirmations and of a poll's results as tables, in the reader's language and on their clock."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.core.sheets import Cell
from parta.messaging.asking import queries_polls
from parta.messaging.asking.confirmed import MOST_IN_TABLE, everybody_confirming
from parta.messaging.asking.kin import Child, Named, name_people
from parta.messaging.asking.polls import PollRow
from parta.messaging.asking.reminding import find_asked_message
from parta.messaging.asking.voting import VoteRow
from parta.organisations.events import MinorsRead

Table = tuple[list[str], list[list[Cell]]]

_CONFIRMATIONS = {
    "ru": ["Фамилия", "Имя", "Отчество", "Кто", "Ребёнок", "Подтверждено"],
    "en": ["Family name", "Given name", "Patronymic", "Who", "Child", "Confirmed"],
}
_RESULTS = {"ru": ["Вариант", "Голосов", "Кто выбрал"], "en": ["Option", "Votes", "Chosen by"]}
_WAITS = {"ru": "ещё нет", "en": "not yet"}
_TOTAL = {"ru": "Проголосовали", "en": "Voted"}
_RELATIONS = {
    "ru": {
        "mother": "мама",
        "father": "папа",
        "parent": "родитель",
        "guardian": "опекун",
        "relative": "родственник",
    },
    "en": {
        "mother": "mother",
        "father": "father",
        "parent": "parent",
        "guardian": "guardian",
        "relative": "relative",
    },
}


class Clock(msgspec.Struct, frozen=True):
    """In which language and time zone a table is read."""

    language: str
    zone: str

    def moment(self, at: datetime | None) -> str:
        """Write a moment for a table; nothing has not happened yet."""
        if at is None:
            return _WAITS[self.language]
        form = "%d.%m.%Y %H:%M" if self.language == "ru" else "%Y-%m-%d %H:%M"
        return at.astimezone(ZoneInfo(self.zone)).strftime(form)


async def confirmations_table(tx: Tx, message_id: int, clock: Clock, *, by: int) -> Table:
    """Everybody who was asked to confirm, with their children; those who have not come first."""
    everybody = await everybody_confirming(tx, message_id, by=by)
    _note_looked(tx, everybody, by)
    rows: list[list[Cell]] = [
        [
            one.person.family_name,
            one.person.given_name,
            one.person.patronymic,
            _who(one, clock.language),
            "; ".join(_child(child) for child in one.children),
            clock.moment(one.at),
        ]
        for one in everybody
    ]
    return _CONFIRMATIONS[clock.language], rows


async def results_table(tx: Tx, message_id: int, clock: Clock, *, by: int) -> Table:
    """A poll's options with their votes, and in an open poll with those who chose them."""
    message = await find_asked_message(tx, message_id, to=by)
    poll = await tx.row(queries_polls.ONE, message_id, by, now(), into=PollRow)
    if poll is None:
        raise NotFound
    if poll.hide_until_closed and not poll.closed:
        raise Conflict("poll_results_hidden")
    hidden = (message.hides_members, by, message.conversation_id)
    votes = await tx.rows(queries_polls.VOTERS, message_id, None, "", 0, MOST_IN_TABLE, *hidden, into=VoteRow)
    ids = [vote.person_id for vote in votes]
    named = await name_people(tx, ids, conversation_id=message.conversation_id, to=by)
    _note_looked(tx, named, by)
    names = {one.person.id: _name(one) for one in named}
    rows: list[list[Cell]] = [
        [
            option,
            poll.counts[place],
            "; ".join(
                names[vote.person_id] for vote in votes if place in vote.options and vote.person_id in names
            ),
        ]
        for place, option in enumerate(poll.options)
    ]
    rows.append([_TOTAL[clock.language], poll.voters, ""])
    return _RESULTS[clock.language], rows


def _note_looked(tx: Tx, named: Sequence[Named], by: int) -> None:
    """A table that is taken away names pupils, and pupils by their parents."""
    people = {one.person.id for one in named} | {child.id for one in named for child in one.children}
    tx.emit(MinorsRead(reader_id=by, person_ids=sorted(people), sort="table", organisation_id=None))


def _who(one: Named, language: str) -> str:
    relations = dict.fromkeys(_RELATIONS[language][child.relation] for child in one.children)
    return ", ".join(relations) or one.person.label


def _child(child: Child) -> str:
    name = f"{child.family_name} {child.given_name}".strip()
    return f"{name}, {child.label}" if child.label else name


def _name(one: Named) -> str:
    person = one.person
    name = " ".join(part for part in (person.family_name, person.given_name, person.patronymic) if part)
    about = "; ".join(_child(child) for child in one.children) or (
        person.label if person.role == "pupil" else ""
    )
    return f"{name} ({about})" if about else name
