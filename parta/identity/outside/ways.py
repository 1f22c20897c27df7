"""«Способы входа»: the accounts of services that lead to a person, for that person only."""

from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound, Problem
from parta.identity.outside import queries
from parta.identity.outside.choice import offered
from parta.identity.outside.flows import Linking, proven_flow
from parta.identity.outside.naming import announce_kids
from parta.identity.outside.provider import ProviderName
from parta.identity.sign_in import hold


class Way(msgspec.Struct, frozen=True):
    """A service, and since when it leads to me; `offered`: it is switched on here."""

    provider: ProviderName
    title: str
    offered: bool
    linked_at: datetime | None = None
    last_used_at: datetime | None = None
    by_guardian: bool = False
    # The last way in stays.
    may_unlink: bool = False


class LinkedAccount(msgspec.Struct, frozen=True):
    """What is known of a linked account; not who one is there."""

    provider: ProviderName
    linked_at: datetime
    last_used_at: datetime | None
    by_guardian: bool


async def list_ways(tx: Tx, *, of: int) -> list[Way]:
    """Every service that is switched on, and those switched off that are still linked."""
    linked = {one.provider: one for one in await tx.rows(queries.LIVE_OF, of, into=LinkedAccount)}
    titles = {one.provider: one.title for one in offered(tx.configuration)}
    found = []
    for provider in (*titles, *(linked.keys() - titles.keys())):
        account = linked.get(provider)
        found.append(
            Way(
                provider,
                titles.get(provider, ""),
                provider in titles,
                linked_at=account.linked_at if account else None,
                last_used_at=account.last_used_at if account else None,
                by_guardian=account is not None and account.by_guardian,
                may_unlink=account is not None and await has_way(tx, of, but=provider),
            )
        )
    return found


async def link(tx: Tx, secret: str, *, by: int, session_id: int) -> ProviderName:
    """Let the proven account lead to me; 409 `outside_taken` or `outside_linked_already`."""
    flow, proof = await proven_flow(tx, secret, Linking(by, session_id))
    if not proof.confirmed:
        raise Problem("outside_unconfirmed", status=403)
    await hold(tx, by)
    account = (by, flow.provider, proof.issuer, proof.subject)
    if await tx.value(queries.OTHER_LIVE, *account):
        raise Conflict("outside_linked_already")
    if await tx.value(queries.LINK, *account, now()) is None:
        raise Conflict("outside_taken")
    await tx.run(queries.FORGET_FLOW, flow.id)
    announce_kids(tx, proof, flow.provider, guardian_id=by)
    details = {"provider": flow.provider}
    await tx.audit("outside_linked", actor_id=by, subject=f"person:{by}", details=details)
    return flow.provider


async def unlink(tx: Tx, provider: str, *, by: int) -> None:
    """The account leads to me no more; 409 `outside_last_way` when nothing else would."""
    await hold(tx, by)
    if await tx.value(queries.UNLINK, by, provider, now()) is None:
        raise NotFound
    if not await has_way(tx, by, but=provider):
        raise Conflict("outside_last_way")
    details = {"provider": provider}
    await tx.audit("outside_unlinked", actor_id=by, subject=f"person:{by}", details=details)


async def has_way(tx: Tx, person_id: int, *, but: str = "") -> bool:
    """Whether something (besides this service) lets the person in: a contact, a key, or another service that is switched on."""
    others = [one.provider for one in offered(tx.configuration) if one.provider != but]
    found: bool = await tx.value(queries.OTHER_WAYS, person_id, others)
    return found
