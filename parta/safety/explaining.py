"""May this person write to that one, and why: the table of rules as it answers an administrator."""

from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.organisations.access import require_administrator
from parta.safety import queries
from parta.safety.people import PersonBrief, briefs
from parta.safety.rules import RULES, Reach


class ContactRule(msgspec.Struct, frozen=True):
    """A line of the table, named in the reader's language."""

    name: str
    reach: Reach


class ContactAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What holds between two people, the same in both directions; `rules` are those that say so, the decisive ones first."""

    people: list[PersonBrief]
    reach: Literal["open", "request", "none"]
    rules: list[ContactRule]


async def list_contact_rules(tx: Tx, organisation_id: int, *, by: int, locale: str) -> list[ContactRule]:
    """The whole table, for those who administer the organisation."""
    await require_administrator(tx, organisation_id, right="personal_data", by=by)
    return [_named(place, locale) for place in range(len(RULES))]


async def explain_contact(
    tx: Tx, organisation_id: int, first: int, second: int, *, by: int, locale: str
) -> ContactAnswer:
    """Tell how far two people reach each other, and by which rules.

    404 for who does not administer the organisation, and when one of the two is not of it. Asking is written down.
    """
    await require_administrator(tx, organisation_id, right="personal_data", by=by)
    here = await tx.values(queries.OF_ORGANISATION, organisation_id, [first, second])
    if set(here) != {first, second}:
        raise NotFound
    places = await tx.values(queries.RULES_BETWEEN, first, second)
    found = sorted((_named(place, locale) for place in places), key=lambda rule: rule.reach != "open")
    await tx.audit(
        "contact_explained",
        actor_id=by,
        subject=f"person:{first}",
        organisation_id=organisation_id,
        details={"other_id": second},
    )
    return ContactAnswer(
        people=await briefs(tx, [first, second], to=None, locale=locale),
        reach=found[0].reach if found else "none",
        rules=found,
    )


def _named(place: int, locale: str) -> ContactRule:
    rule = RULES[place]
    return ContactRule(rule.name if locale == "en" else rule.ru, rule.reach)
