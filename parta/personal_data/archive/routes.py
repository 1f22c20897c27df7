"""HTTP of copies of one's own data."""

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from parta.core.blobs import Blobs
from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.core.http.language import language_of
from parta.core.http.paging import Limit, Page
from parta.files.downloads import answer_blob
from parta.identity.access import Person
from parta.personal_data.archive import asking
from parta.personal_data.archive.asking import OwnArchive

AnyRequest = Request[Any, Any, Any]


class NewArchive(msgspec.Struct, frozen=True):
    """Whose data: one's own, or that of a child of whom one is a guardian."""

    about_id: Annotated[int, Meta(ge=1)] | None = None


@post("/me/archives", status_code=201, tags=["personal data"])
async def ask_archive(
    request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[NewArchive]
) -> OwnArchive:
    """Ask for a copy of all my data, or of my child's profile, consents and roles; one a day."""
    language = language_of(request.scope)
    about = data.about_id or me.id
    return await asking.ask_archive(tx, about=about, by=me.id, language=language, time_zone=me.time_zone)


@get("/me/archives", tags=["personal data"])
async def list_archives(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 20,
) -> Page[OwnArchive]:
    """List the copies I asked for, the newest first."""
    language = language_of(request.scope)
    return await asking.list_archives(tx, after=after, limit=limit, by=me.id, language=language)


@get("/me/archives/{archive_id:int}", tags=["personal data"])
async def read_archive(
    request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person], archive_id: FromPath[int]
) -> OwnArchive:
    """See how far my copy is."""
    row = await asking.find_archive(tx, archive_id, by=me.id)
    return asking.tell(row, language_of(request.scope))


@get("/me/archives/{archive_id:int}/file", tags=["personal data"])
async def download_archive(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    blobs: NamedDependency[Blobs],
    me: NamedDependency[Person],
    archive_id: FromPath[int],
) -> Response[Any]:
    """Download my copy, or a range of it."""
    row = await asking.find_archive(tx, archive_id, by=me.id)
    if row.state != "ready":
        raise NotFound
    name = f"parta-data-{row.created_at.astimezone(row.zone):%Y-%m-%d}.zip"
    return await answer_blob(request, blobs, row.blob_key, name=name, content_type="application/zip")


@delete("/me/archives/{archive_id:int}", tags=["personal data"])
async def throw_archive_away(
    tx: NamedDependency[Tx], me: NamedDependency[Person], archive_id: FromPath[int]
) -> None:
    """Throw my copy away, or stop making it."""
    await asking.throw_away(tx, archive_id, by=me.id)


handlers: list[Any] = [ask_archive, list_archives, read_archive, download_archive, throw_archive_away]
