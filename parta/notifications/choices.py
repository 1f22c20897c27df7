"""What each person wants to be told of, and how: their own choice over what is usual for their role."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.notifications import queries
from parta.notifications.events import NotificationsChanged
from parta.notifications.kinds import Choices, Kind, Signals, usual_choices


class ChoicesRow(msgspec.Struct, frozen=True):
    """Somebody's choices as stored, and the role that decides the rest."""

    person_id: int
    role: str | None
    kinds: str
    show_text: bool

    def chosen(self) -> dict[Kind, "Change"]:
        """Only what the person has set."""
        return msgspec.json.decode(self.kinds, type=dict[Kind, Change])

    def signals(self) -> Choices:
        """Every kind as it stands for this person."""
        chosen = self.chosen()
        return {kind: _changed(usual, chosen.get(kind)) for kind, usual in usual_choices(self.role).items()}


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """What to change of one kind; absent stays."""

    push: bool | None = None
    sound: bool | None = None
    mail: bool | None = None


async def choices_of(tx: Tx, people: Sequence[int]) -> dict[int, ChoicesRow]:
    """The choices of many at once."""
    rows = await tx.rows(queries.CHOICES_OF, list(people), into=ChoicesRow) if people else []
    return {row.person_id: row for row in rows}


async def change_choices(tx: Tx, changes: Mapping[Kind, Change], *, show_text: bool | None, by: int) -> None:
    """Choose otherwise for some kinds; all devices of the person hear of it."""
    row = (await choices_of(tx, [by]))[by]
    chosen = row.chosen()
    for kind, change in changes.items():
        given = {name: value for name, value in msgspec.structs.asdict(change).items() if value is not None}
        chosen[kind] = msgspec.structs.replace(chosen.get(kind, Change()), **given)
    kinds = msgspec.json.encode(chosen).decode()
    await tx.run(queries.SET_CHOICES, by, kinds, row.show_text if show_text is None else show_text)
    tx.emit(NotificationsChanged(person_id=by))


async def who_wants(
    tx: Tx, people: Sequence[int], kind: Kind, signal: Literal["push", "sound", "mail"]
) -> set[int]:
    """Of these people those who want this kind told in this way."""
    found = await choices_of(tx, people)
    return {person for person, row in found.items() if getattr(row.signals()[kind], signal)}


def _changed(usual: Signals, change: Change | None) -> Signals:
    if change is None:
        return usual
    given = {name: value for name, value in msgspec.structs.asdict(change).items() if value is not None}
    return msgspec.structs.replace(usual, **given)
