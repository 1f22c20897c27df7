"""Named rights of an organisation's administrators: who may do what there, as a head teacher would say it."""

from collections.abc import Sequence
from typing import Literal

import msgspec

Right = Literal["people", "invites", "roster", "moderation", "settings", "personal_data", "everything"]


class NamedRight(msgspec.Struct, frozen=True):
    """A right, what it is called and what it lets one do, in Russian and English."""

    right: Right
    ru: str
    en: str
    ru_hint: str
    en_hint: str


RIGHTS: tuple[NamedRight, ...] = (
    NamedRight(
        "people",
        "Люди и структура",
        "People and structure",
        "Классы, группы, кружки, назначения, новый учебный год",
        "Classes, groups, clubs, appointments, the new school year",
    ),
    NamedRight(
        "invites",
        "Приглашения",
        "Invites",
        "Коды и листы приглашений, одобрение пришедших",
        "Codes and sheets of invites, approving those who came",
    ),
    NamedRight(
        "roster",
        "Загрузка реестра",
        "Roster import",
        "Выгрузки из электронного журнала",
        "Rosters from the electronic journal",
    ),
    NamedRight(
        "moderation",
        "Модерация",
        "Moderation",
        "Жалобы и меры",
        "Reports and measures",
    ),
    NamedRight(
        "settings",
        "Настройки и правила",
        "Settings and policies",
        "Что организация разрешает в чатах и приглашениях",
        "What the organisation allows in chats and invites",
    ),
    NamedRight(
        "personal_data",
        "Журнал и персональные данные",
        "Journal and personal data",
        "Кто что сделал, кто кому может писать",
        "Who did what, who may write to whom",
    ),
    NamedRight(
        "everything",
        "Главный администратор",
        "Chief administrator",
        "Все права, и назначает администраторов",
        "Every right, and appoints administrators",
    ),
)

EVERY_RIGHT: tuple[Right, ...] = tuple(one.right for one in RIGHTS)
# What can be given one by one: «everything» is all of them and more.
SINGLE_RIGHTS = EVERY_RIGHT[:-1]


def rights_of(limited_to: Sequence[str] | None) -> frozenset[Right]:
    """What an administrator may do by what the role is limited to; None limits nothing."""
    if limited_to is None:
        return frozenset(EVERY_RIGHT)
    return frozenset(one for one in SINGLE_RIGHTS if one in limited_to)
