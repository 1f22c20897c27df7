"""Names of people whom a door has already opened to the one who asks, and words they type."""

from collections.abc import Iterable, Sequence

from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.identity.lookalikes import resemble
from parta.organisations.invites import queries
from parta.organisations.invites.shapes import Named


def one_line(text: str) -> str:
    """Words typed into a field of one line; the zero byte, which PostgreSQL does not take, is nothing."""
    return " ".join(text.replace("\x00", "").split())


def reason_of(text: str) -> str:
    """A reason as it is kept; `invalid` when nothing is left of it."""
    reason = one_line(text)
    if not reason:
        raise Invalid("invalid", field="reason")
    return reason


async def names_of(tx: Tx, ids: Iterable[int | None]) -> dict[int, Named]:
    """People by their ids, in one query; None among the ids is nobody."""
    wanted = sorted({one for one in ids if one is not None})
    rows = await tx.rows(queries.NAMED, wanted, into=Named) if wanted else []
    return {row.id: row for row in rows}


async def find_lookalikes(
    tx: Tx, organisation_ids: Iterable[int], newcomers: Sequence[Named]
) -> dict[int, Named]:
    """By newcomer, somebody of the confirmed staff whose name could be taken for theirs."""
    if not newcomers:
        return {}
    staff = await tx.rows(queries.CONFIRMED_STAFF, sorted(set(organisation_ids)), into=Named)
    found: dict[int, Named] = {}
    for one in newcomers:
        for other in staff:
            if other.id != one.id and resemble(_spoken(one), _spoken(other)):
                found.setdefault(one.id, other)
    return found


def _spoken(person: Named) -> str:
    """What is read of a name in lists; a patronymic is left out by whoever wants to be taken for another."""
    return f"{person.family_name} {person.given_name}"
