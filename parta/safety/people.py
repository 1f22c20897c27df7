"""How a person is shown: in lists by a brief, alone by a profile."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.organisations.events import MinorsRead
from parta.organisations.structure.positions import name_position
from parta.safety import queries
from parta.safety.queries import MainRole as MainRole
from parta.safety.reach import reach
from parta.safety.visibility import SharedConversation, shared_conversations, visible


class PersonBrief(msgspec.Struct, frozen=True, kw_only=True):
    """A person in a list."""

    id: int
    family_name: str
    given_name: str
    patronymic: str
    role: MainRole | None
    label: str
    confirmed_teacher: bool
    claimed: bool
    # The version of their photograph; 0 for none.
    portrait: int = 0


class OrganisationOfPerson(msgspec.Struct, frozen=True):
    """Where somebody studies or works."""

    id: int
    name: str
    short_name: str


class ClassOfPerson(msgspec.Struct, frozen=True):
    """A class or group somebody learns or teaches in."""

    id: int
    title: str
    kind: str
    role: str
    class_teacher: bool


class Profile(PersonBrief, frozen=True, kw_only=True):
    """A person alone."""

    organisations: list[OrganisationOfPerson]
    classes: list[ClassOfPerson]
    reach: Literal["open", "request", "accompanied", "together", "none", "self"]
    children: list[PersonBrief]
    shared_conversations: list[SharedConversation]


async def briefs(tx: Tx, ids: Iterable[int], *, to: int | None, locale: str = "ru") -> list[PersonBrief]:
    """Briefs in the order of the ids, without those `to` may not see.

    `to=None` when the caller has already opened a door to these people, such as a chat they are members of.
    """
    wanted = list(dict.fromkeys(ids))
    if to is not None:
        seen = await visible(tx, to, wanted)
        wanted = [one for one in wanted if one in seen]
    if not wanted:
        return []
    found = {row.id: row for row in await tx.rows(queries.BRIEFS, wanted, into=queries.BriefRow)}
    return [_brief(found[one], locale) for one in wanted if one in found]


async def read_profile(tx: Tx, person_id: int, *, to: int, locale: str) -> Profile:
    """A profile; 404 alike for a stranger and for nobody. An administrator's look at a pupil is written down."""
    shown = await briefs(tx, [person_id], to=to, locale=locale)
    if not shown:
        raise NotFound
    if person_id != to:
        tx.emit(MinorsRead(reader_id=to, person_ids=[person_id], sort="profile", organisation_id=None))
    overseen = await tx.value(queries.OVERSEEING_ORGANISATION, to, person_id)
    if overseen is not None:
        await tx.audit("profile_read", actor_id=to, subject=f"person:{person_id}", organisation_id=overseen)
    children = await tx.values(queries.CHILDREN_OF, person_id)
    return Profile(
        **msgspec.structs.asdict(shown[0]),
        organisations=await tx.rows(queries.ORGANISATIONS_OF, person_id, into=OrganisationOfPerson),
        classes=await tx.rows(queries.CLASSES_OF, person_id, into=ClassOfPerson),
        reach="self" if person_id == to else (await reach(tx, to, person_id) or "none"),
        # Somebody else's children are named only to those who may see the children themselves.
        children=await briefs(tx, children, to=to, locale=locale),
        shared_conversations=[] if person_id == to else await shared_conversations(tx, to, person_id),
    )


def _brief(row: queries.BriefRow, locale: str) -> PersonBrief:
    return PersonBrief(
        id=row.id,
        family_name=row.family_name,
        given_name=row.given_name,
        patronymic=row.patronymic,
        role=row.role,
        label=_label(row, locale),
        confirmed_teacher=row.confirmed_teacher,
        claimed=row.claimed,
        portrait=row.portrait,
    )


_WORDS = {
    "administrator": ("администратор", "administrator"),
    "teacher": ("учитель", "teacher"),
    "pupil": ("ученик", "pupil"),
    "parent": ("родитель", "parent"),
}


def _label(row: queries.BriefRow, locale: str) -> str:
    """«Директор · История», «учитель · География», «7 «Б»», «родитель»: the shortest that tells namesakes apart."""
    if row.role is None:
        return ""
    word = _WORDS[row.role][locale == "en"]
    if row.role == "pupil":
        return row.class_title or word
    if row.role == "parent":
        return word
    if row.position:
        word = name_position(row.position, locale)
    return f"{word} · {row.subject}" if row.subject else word
