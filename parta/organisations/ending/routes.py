"""HTTP of an organisation's names and its end."""

from typing import Annotated, Any

from litestar import delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta, Struct

from parta.core.db import Tx
from parta.identity.access import Person
from parta.organisations.ending import closing, merging, previews, renaming
from parta.organisations.ending.previews import EndingPreview, MergingPreview, Standing
from parta.organisations.ending.renaming import NewNames
from parta.organisations.territories.building import OneOf


class Confirmed(Struct, frozen=True):
    """The name of the organisation, typed, and why."""

    name: Annotated[str, Meta(max_length=300)]
    reason: Annotated[str, Meta(max_length=300)] = ""


class ConfirmedMerging(Confirmed, frozen=True, kw_only=True):
    """Which organisation the one in the address is joined to."""

    into_id: OneOf


@get("/organisations/{organisation_id:int}/standing", tags=["organisations"])
async def read_standing(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> Standing:
    """How an organisation stands, and what I may decide about it."""
    return await previews.read_standing(tx, organisation_id, to=me.id)


@patch("/organisations/{organisation_id:int}", tags=["organisations"])
async def rename(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[NewNames],
) -> Standing:
    """Rename an organisation."""
    await renaming.rename_organisation(tx, organisation_id, data, by=me.id)
    return await previews.read_standing(tx, organisation_id, to=me.id)


@get("/organisations/{organisation_id:int}/closing", tags=["organisations"])
async def preview_closing(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> EndingPreview:
    """What closing an organisation would end."""
    return await previews.preview_closing(tx, organisation_id, by=me.id)


@post("/organisations/{organisation_id:int}/closing", status_code=204, tags=["organisations"])
async def close(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[Confirmed],
) -> None:
    """Close an organisation."""
    await closing.close_organisation(tx, organisation_id, name=data.name, reason=data.reason, by=me.id)


@delete("/organisations/{organisation_id:int}/closing", tags=["organisations"])
async def reopen(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> None:
    """Open a closed organisation again; only operators do, for thirty days."""
    await closing.reopen_organisation(tx, organisation_id, by=me.id)


@get("/organisations/{organisation_id:int}/merging", tags=["organisations"])
async def preview_merging(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    into_id: Annotated[int, QueryParameter(ge=1, le=2**62)],
) -> MergingPreview:
    """What joining an organisation to another would move."""
    return await previews.preview_merging(tx, organisation_id, into_id, by=me.id)


@post("/organisations/{organisation_id:int}/merging", status_code=204, tags=["organisations"])
async def merge(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[ConfirmedMerging],
) -> None:
    """Join an organisation to another; that cannot be undone."""
    await merging.merge_organisations(
        tx, organisation_id, data.into_id, name=data.name, reason=data.reason, by=me.id
    )


handlers: list[Any] = [
    read_standing,
    rename,
    preview_closing,
    close,
    reopen,
    preview_merging,
    merge,
]
