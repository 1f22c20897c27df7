"""Administrators of an organisation and their named rights. Only who has every right gives and takes them."""

from collections.abc import Collection
from typing import Annotated

import msgspec
from msgspec import Meta

from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.organisations.access import require_administrator
from parta.organisations.events import RolesChanged
from parta.organisations.rights import EVERY_RIGHT, RIGHTS, SINGLE_RIGHTS, Right, rights_of
from parta.organisations.roles import grant_role, keep_a_chief, withdraw_role
from parta.organisations.structure import queries_administrators as queries


class RightName(msgspec.Struct, frozen=True):
    """A right in the reader's language."""

    right: Right
    name: str
    hint: str


class AdministratorHere(msgspec.Struct, frozen=True):
    """An administrator with the rights held; `everything` stands for all of them."""

    id: int
    family_name: str
    given_name: str
    patronymic: str
    claimed: bool
    position: str
    rights: list[Right]
    of_roster: bool


class RightsGiven(msgspec.Struct, frozen=True):
    """The rights somebody is to have from now on."""

    rights: Annotated[list[Right], Meta(max_length=len(EVERY_RIGHT))]


class _Row(msgspec.Struct, frozen=True):
    id: int
    family_name: str
    given_name: str
    patronymic: str
    claimed: bool
    position: str
    limited_to: list[str] | None
    of_roster: bool
    search_name: str


class _Held(msgspec.Struct, frozen=True):
    limited_to: list[str] | None
    of_roster: bool


async def list_rights(tx: Tx, organisation_id: int, *, by: int, locale: str) -> list[RightName]:
    """All rights there are, for those who give them."""
    await require_administrator(tx, organisation_id, right="everything", by=by)
    english = locale == "en"
    return [
        RightName(one.right, one.en if english else one.ru, one.en_hint if english else one.ru_hint)
        for one in RIGHTS
    ]


async def list_administrators(
    tx: Tx, organisation_id: int, *, after: str | None, limit: int, by: int
) -> Page[AdministratorHere]:
    """The administrators by surname."""
    await require_administrator(tx, organisation_id, right="everything", by=by)
    name, last_id = decode_key(after, tuple[str, int]) if after else ("", 0)
    rows = await tx.rows(queries.ADMINISTRATORS, organisation_id, None, name, last_id, limit + 1, into=_Row)
    more = encode_key(rows[limit - 1].search_name, rows[limit - 1].id) if len(rows) > limit else None
    return Page([_shown(row) for row in rows[:limit]], more)


async def give_rights(
    tx: Tx, organisation_id: int, person_id: int, rights: Collection[Right], *, by: int
) -> AdministratorHere:
    """Make somebody who works here an administrator, or change what an administrator may do.

    409 `last_chief` when nobody would be left with every right.
    """
    await require_administrator(tx, organisation_id, right="everything", by=by)
    if not await tx.value(queries.WORKS_HERE, person_id, organisation_id):
        raise NotFound
    limited_to = None if "everything" in rights else [one for one in SINGLE_RIGHTS if one in rights]
    if limited_to is not None:
        await keep_a_chief(tx, organisation_id, without=person_id)
    held = await tx.row(queries.HELD, person_id, organisation_id, into=_Held)
    if held is None:
        await grant_role(tx, person_id, "administrator", organisation_id, by=by)
    if await tx.run(queries.LIMIT, person_id, organisation_id, limited_to) or held is None:
        before = rights_of(held.limited_to) if held else frozenset[Right]()
        await tx.audit(
            "rights_changed",
            actor_id=by,
            subject=f"person:{person_id}",
            organisation_id=organisation_id,
            details={"before": _told(before), "rights": _told(rights_of(limited_to))},
        )
        tx.emit(RolesChanged(person_id=person_id))
    [row] = await tx.rows(queries.ADMINISTRATORS, organisation_id, person_id, "", 0, 1, into=_Row)
    return _shown(row)


async def dismiss_administrator(tx: Tx, organisation_id: int, person_id: int, *, by: int) -> None:
    """Let an administrator be one no more, oneself too; other roles stay.

    409 `last_chief` for the last with every right, `role_from_roster` for whom the journal would bring back.
    """
    await require_administrator(tx, organisation_id, right="everything", by=by)
    held = await tx.row(queries.HELD, person_id, organisation_id, into=_Held)
    if held is None:
        raise NotFound
    if held.of_roster:
        raise Conflict("administrator_from_roster")
    await withdraw_role(tx, person_id, "administrator", organisation_id, by=by)


def _shown(row: _Row) -> AdministratorHere:
    held = rights_of(row.limited_to)
    return AdministratorHere(
        row.id,
        row.family_name,
        row.given_name,
        row.patronymic,
        row.claimed,
        row.position,
        [one for one in EVERY_RIGHT if one in held],
        row.of_roster,
    )


def _told(rights: Collection[Right]) -> list[Right]:
    return ["everything"] if "everything" in rights else [one for one in SINGLE_RIGHTS if one in rights]
