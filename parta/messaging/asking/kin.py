"""Families as a school names them in its lists: «Мама: Иванова Анна (Миша, 7 «Б»)», «Миша, 7 «Б»»."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.messaging.asking import queries_kin as queries
from parta.safety.people import PersonBrief, briefs

Relation = Literal["mother", "father", "parent", "guardian", "relative"]

_ENDINGS: tuple[tuple[str, Relation], ...] = (("вна", "mother"), ("чна", "mother"), ("ич", "father"))


class Child(msgspec.Struct, frozen=True, kw_only=True):
    """Whose mother, father or guardian somebody is; `label` is the class."""

    id: int
    given_name: str
    family_name: str
    label: str
    relation: Relation


class Kin(msgspec.Struct, frozen=True):
    """A guardianship as stored."""

    guardian_id: int
    child_id: int
    relation: Literal["parent", "guardian", "relative"]


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A person, and the children by whom the school knows them."""

    person: PersonBrief
    children: list[Child]


async def name_people(tx: Tx, ids: Sequence[int], *, conversation_id: int, to: int) -> list[Named]:
    """Name people in the order of the ids, guardians with their children, in a fixed number of queries.

    In a class's chat with the children of that class. Children whom the reader may not see are left out.
    """
    people = await briefs(tx, ids, to=None)
    kin = await tx.rows(queries.CHILDREN_OF, [person.id for person in people], conversation_id, into=Kin)
    children = {c.id: c for c in await briefs(tx, sorted({k.child_id for k in kin}), to=to)} if kin else {}
    by_id = {person.id: person for person in people}
    of: dict[int, list[Child]] = defaultdict(list)
    for k in kin:
        if (child := children.get(k.child_id)) is not None:
            of[k.guardian_id].append(_child(child, k, by_id[k.guardian_id]))
    return [Named(person=person, children=of[person.id]) for person in people]


def _child(child: PersonBrief, kin: Kin, guardian: PersonBrief) -> Child:
    return Child(
        id=child.id,
        given_name=child.given_name,
        family_name=child.family_name,
        label=child.label,
        relation=_relation(kin, guardian),
    )


def _relation(kin: Kin, guardian: PersonBrief) -> Relation:
    """Rosters tell parents, not mothers and fathers; a patronymic does, where there is one."""
    if kin.relation != "parent":
        return kin.relation
    for ending, relation in _ENDINGS:
        if guardian.patronymic.lower().endswith(ending):
            return relation
    return "parent"
