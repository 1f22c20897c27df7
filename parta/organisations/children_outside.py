"""Children whom a guardian's profile at ЕСИА names: those who are the guardian's here come in by their own accounts."""

from collections import defaultdict

import msgspec

from parta.core.db import Tx
from parta.core.events import gathers, listens
from parta.identity.events import ChildrenNamed, NamedChild
from parta.identity.names import tidied
from parta.identity.outside.naming import name_child, take_name_back
from parta.organisations import queries
from parta.organisations.events import RolesChanged


class Child(msgspec.Struct, frozen=True):
    """A child of a guardian, as the school writes the name."""

    id: int
    family_name: str
    given_name: str
    patronymic: str


@listens(ChildrenNamed)
async def follow_profile(tx: Tx, event: ChildrenNamed) -> None:
    """Each entry that fits exactly one child, and no other entry fits that child, opens the child's own way in.

    The school keeps no dates of birth, so the name decides, and where anything is in doubt nobody gets in.
    """
    children = await tx.rows(queries.CHILDREN_OF, event.guardian_id, into=Child)
    fitting: dict[int, list[str]] = defaultdict(list)
    for entry in event.children:
        fit = [child.id for child in children if _is_the_same(child, entry)]
        for child_id in fit:
            # An entry that fits two children spoils both.
            fitting[child_id] += [entry.subject] * len(fit)
    for child_id, subjects in sorted(fitting.items()):
        if len(subjects) == 1:
            await name_child(tx, child_id, subjects[0], event)


class NamedByStranger(msgspec.Struct, frozen=True):
    """A child, and who named an account for it but is no guardian of it any more."""

    child_id: int
    guardian_id: int


@gathers(RolesChanged)
async def follow_families(tx: Tx, events: list[RolesChanged]) -> None:
    """With the guardianship ends what the guardian's profile opened: a false parent keeps no way into the child's place."""
    people = sorted({event.person_id for event in events})
    for one in await tx.rows(queries.NAMED_BY_STRANGERS, people, into=NamedByStranger):
        await take_name_back(tx, one.child_id, one.guardian_id)


def _is_the_same(child: Child, entry: NamedChild) -> bool:
    """Family and given name; the patronymic where both have one."""
    if (_plain(child.family_name), _plain(child.given_name)) != (
        _plain(entry.family_name),
        _plain(entry.given_name),
    ):
        return False
    ours, theirs = _plain(child.patronymic), _plain(entry.patronymic)
    return not ours or not theirs or ours == theirs


def _plain(name: str) -> str:
    """One spelling: «Ё» is «Е», case and hyphens do not matter."""
    return tidied(name.replace("-", " ")).casefold().replace("ё", "е")
