"""HTTP of the contact rules, for those who administer an organisation."""

from typing import Any

import msgspec
from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from parta.core.db import Tx
from parta.identity.access import Person
from parta.safety import explaining
from parta.safety.explaining import ContactAnswer, RuleLine


class ContactRules(msgspec.Struct, frozen=True):
    """All rules with what settings make of them; whoever none of them joins cannot find each other."""

    items: list[RuleLine]


@get("/organisations/{organisation_id:int}/contact-rules", tags=["contact rules"])
async def list_contact_rules(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> ContactRules:
    """The table of who may write to whom."""
    return ContactRules(await explaining.list_contact_rules(tx, organisation_id, by=me.id, locale=me.locale))


@get("/organisations/{organisation_id:int}/contact-rules/between", tags=["contact rules"])
async def explain_contact(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    first: FromQuery[int],
    second: FromQuery[int],
) -> ContactAnswer:
    """May these two people of my organisation write to each other, and why."""
    return await explaining.explain_contact(tx, organisation_id, first, second, by=me.id, locale=me.locale)


handlers: list[Any] = [list_contact_rules, explain_contact]
