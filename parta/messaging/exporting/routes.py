"""HTTP of copies of chats."""

from datetime import datetime
from typing import Any

import msgspec
from litestar import Request, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from parta.core.blobs import Blobs
from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.core.http.language import language_of
from parta.core.http.paging import Limit, Page
from parta.files.downloads import answer_blob
from parta.identity.access import Person
from parta.messaging.exporting import asking
from parta.messaging.exporting.asking import Export, Format, Wish

AnyRequest = Request[Any, Any, Any]


class NewExport(msgspec.Struct, frozen=True):
    """A copy to make: the form, whether with files, and from when to when."""

    format: Format = "html"
    files: bool = True
    since: datetime | None = None
    until: datetime | None = None


@post("/conversations/{conversation_id:int}/exports", status_code=201)
async def ask_export(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[NewExport],
) -> Export:
    """Ask for a copy of what I may see of a chat."""
    wish = Wish(format=data.format, files=data.files, since=data.since, until=data.until)
    return await asking.ask_export(
        tx,
        conversation_id,
        wish,
        by=me.id,
        language=language_of(request.scope),
        time_zone=me.time_zone,
    )


@get("/conversations/{conversation_id:int}/exports")
async def list_exports(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 20,
) -> Page[Export]:
    """List my copies of a chat, the newest first."""
    language = language_of(request.scope)
    return await asking.list_exports(
        tx, conversation_id, after=after, limit=limit, by=me.id, language=language
    )


@get("/exports/{export_id:int}")
async def read_export(
    request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person], export_id: FromPath[int]
) -> Export:
    """See how far my copy is."""
    return asking.tell(await asking.find_export(tx, export_id, by=me.id), language_of(request.scope))


@get("/exports/{export_id:int}/file")
async def download_export(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    blobs: NamedDependency[Blobs],
    me: NamedDependency[Person],
    export_id: FromPath[int],
) -> Response[Any]:
    """Download my copy, or a range of it."""
    row = await asking.find_export(tx, export_id, by=me.id)
    if row.state != "ready":
        raise NotFound
    name = f"parta-{row.conversation_id}-{row.created_at.astimezone(row.zone):%Y-%m-%d}-{row.format}.zip"
    return await answer_blob(request, blobs, row.blob_key, name=name, content_type="application/zip")


@delete("/exports/{export_id:int}")
async def forget_export(
    tx: NamedDependency[Tx], me: NamedDependency[Person], export_id: FromPath[int]
) -> None:
    """Throw my copy away, or stop making it."""
    await asking.forget_export(tx, export_id, by=me.id)


handlers = [ask_export, list_exports, read_export, download_export, forget_export]
