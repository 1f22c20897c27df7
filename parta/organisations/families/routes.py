"""HTTP of birth dates, for the staff who answer for a child."""

from datetime import date
from typing import Any

import msgspec
from litestar import get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from parta.core.db import Tx
from parta.identity.access import Person
from parta.organisations.families import coming_of_age
from parta.organisations.families.coming_of_age import BirthDate


class NewBirthDate(msgspec.Struct, frozen=True):
    """When a child was born."""

    born_on: date


@get("/children/{child_id:int}/birth-date", tags=["families"])
async def read_birth_date(
    tx: NamedDependency[Tx], me: NamedDependency[Person], child_id: FromPath[int]
) -> BirthDate:
    """When a child was born, as far as the school knows."""
    return await coming_of_age.read_birth_date(tx, child_id, by=me.id)


@put("/children/{child_id:int}/birth-date", status_code=204, tags=["families"])
async def tell_birth_date(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    child_id: FromPath[int],
    data: JSONBody[NewBirthDate],
) -> None:
    """Tell when a child was born; guardianships end at eighteen."""
    await coming_of_age.tell_birth_date(tx, child_id, data.born_on, by=me.id)


handlers: list[Any] = [read_birth_date, tell_birth_date]
