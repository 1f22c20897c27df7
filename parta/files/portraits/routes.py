"""HTTP of photographs."""

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from parta.core.blobs import Blobs
from parta.core.db import Database, Tx
from parta.core.http.paging import Limit, Page
from parta.core.http.unit import Unit
from parta.files import downloads
from parta.files.portraits import deciding, portraits
from parta.files.portraits.deciding import PortraitPolicy, WaitingPortrait
from parta.files.portraits.drawing import LARGEST
from parta.files.portraits.portraits import OwnPortrait, Size
from parta.identity.access import Person

AnyRequest = Request[Any, Any, Any]


class Reason(msgspec.Struct, frozen=True):
    """Why; the person is told."""

    reason: Annotated[str, Meta(max_length=300)]


@get("/me/portrait", tags=["portraits"])
async def read_own(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> OwnPortrait:
    """How my photograph stands."""
    return await portraits.read_own(tx, me.id)


@put("/me/portrait", status_code=200, tags=["portraits"], request_max_body_size=LARGEST)
async def send_portrait(
    request: AnyRequest,
    db: NamedDependency[Database],
    unit: NamedDependency[Unit],
    me: NamedDependency[Person],
) -> OwnPortrait:
    """Send a photograph, as the body: a square picture of at most 4 MB."""
    await unit.end(commit=True)
    return await portraits.send_portrait(db, await request.body(), by=me.id)


@delete("/me/portrait", tags=["portraits"])
async def remove_own(db: NamedDependency[Database], me: NamedDependency[Person]) -> None:
    """Show no photograph."""
    await portraits.remove_own(db, by=me.id)


@get("/people/{person_id:int}/portraits/{version:int}", tags=["portraits"])
async def download_portrait(
    *,
    request: AnyRequest,
    tx: NamedDependency[Tx],
    blobs: NamedDependency[Blobs],
    me: NamedDependency[Person],
    person_id: FromPath[int],
    version: FromPath[int],
    size: FromQuery[Size] = "small",
) -> Response[Any]:
    """A person's photograph; a version never changes."""
    row = await portraits.find_portrait(tx, person_id, version, to=me.id)
    key = portraits.key_of(row.blob_key, size)
    return await downloads.answer_unchanging(
        request, blobs, key, name="photo.webp", content_type="image/webp"
    )


@get("/organisations/{organisation_id:int}/portraits", tags=["portraits"])
async def list_waiting(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[WaitingPortrait]:
    """Photographs that wait for a yes."""
    return await deciding.list_waiting(tx, organisation_id, after=after, limit=limit, by=me.id)


@post(
    "/organisations/{organisation_id:int}/portraits/{portrait_id:int}/approval",
    status_code=204,
    tags=["portraits"],
)
async def approve(
    db: NamedDependency[Database],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    portrait_id: FromPath[int],
) -> None:
    """Show a photograph."""
    await deciding.approve(db, organisation_id, portrait_id, by=me.id)


@post(
    "/organisations/{organisation_id:int}/portraits/{portrait_id:int}/refusal",
    status_code=204,
    tags=["portraits"],
)
async def refuse(
    db: NamedDependency[Database],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    portrait_id: FromPath[int],
    data: JSONBody[Reason],
) -> None:
    """Keep a photograph from being shown."""
    await deciding.refuse(db, organisation_id, portrait_id, data.reason, by=me.id)


@post(
    "/organisations/{organisation_id:int}/people/{person_id:int}/portrait-removal",
    status_code=204,
    tags=["portraits"],
)
async def remove_of(
    db: NamedDependency[Database],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
    data: JSONBody[Reason],
) -> None:
    """Take somebody's photograph away."""
    await deciding.remove_of(db, organisation_id, person_id, data.reason, by=me.id)


@get("/organisations/{organisation_id:int}/portrait-policy", tags=["portraits"])
async def read_policy(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> PortraitPolicy:
    """When photographs are shown here."""
    return await deciding.read_policy(tx, organisation_id, by=me.id)


@put("/organisations/{organisation_id:int}/portrait-policy", status_code=204, tags=["portraits"])
async def change_policy(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[PortraitPolicy],
) -> None:
    """Decide when photographs are shown."""
    await deciding.change_policy(tx, organisation_id, data, by=me.id)


handlers: list[Any] = [
    read_own,
    send_portrait,
    remove_own,
    download_portrait,
    list_waiting,
    approve,
    refuse,
    remove_of,
    read_policy,
    change_policy,
]
