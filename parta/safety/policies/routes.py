"""HTTP of contact policies and of one's own safe mode."""

from typing import Any

import msgspec
from litestar import get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from parta.core.db import Tx
from parta.identity.access import Person
from parta.safety.policies import contact_policies, safe_mode
from parta.safety.policies.contact_policies import ContactPolicy
from parta.safety.policies.safe_mode import SafeMode


class SafeModeChoice(msgspec.Struct, frozen=True):
    """Whether to keep it."""

    kept: bool


@get("/organisations/{organisation_id:int}/contact-policy", tags=["contact rules"])
async def read_policy(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> ContactPolicy:
    """What my organisation allows its people among themselves."""
    return await contact_policies.read_policy(tx, organisation_id, by=me.id)


@put("/organisations/{organisation_id:int}/contact-policy", tags=["contact rules"])
async def change_policy(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[ContactPolicy],
) -> ContactPolicy:
    """Decide what my organisation allows; chats follow at once."""
    await contact_policies.change_policy(tx, organisation_id, data, by=me.id)
    return data


@get("/me/safe-mode", tags=["safe mode"])
async def read_safe_mode(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> SafeMode:
    """Whether I keep safe mode, and which of my guardians hold me to it."""
    return await safe_mode.read_safe_mode(tx, me.id, to=me.id, locale=me.locale)


@put("/me/safe-mode", tags=["safe mode"])
async def keep_safe_mode(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[SafeModeChoice]
) -> SafeMode:
    """Keep safe mode, or leave it."""
    await safe_mode.keep_safe_mode(tx, kept=data.kept, by=me.id)
    return await safe_mode.read_safe_mode(tx, me.id, to=me.id, locale=me.locale)


handlers: list[Any] = [read_policy, change_policy, read_safe_mode, keep_safe_mode]
