"""Files over HTTP: tus 1.0 at /uploads, downloads at /files."""

from collections.abc import AsyncIterator
from typing import Any

from litestar import Request, Response, delete, get, head, patch, post, route
from litestar.di import NamedDependency
from litestar.enums import HttpMethod
from litestar.params import FromPath

from parta.core.blobs import Blobs
from parta.core.db import Database, Tx
from parta.core.errors import NotFound
from parta.core.http.unit import Unit
from parta.files import downloads, tus, uploads
from parta.files.access import find_open_file, find_visible_file
from parta.files.info import FileInfo, file_infos
from parta.files.portraits import routes as portraits
from parta.files.queries import Upload
from parta.files.scanning import routes as scanning
from parta.files.storage import settings_of
from parta.identity.access import Person

AnyRequest = Request[Any, Any, Any]


@route("/uploads", http_method=[HttpMethod.OPTIONS], status_code=204, sync_to_thread=False)
def describe_uploads(db: NamedDependency[Database]) -> Response[None]:
    """Say which parts of tus are spoken here."""
    headers = {"Tus-Version": tus.VERSION, "Tus-Extension": tus.EXTENSIONS}
    return _answer(204, headers | {"Tus-Max-Size": str(settings_of(db.configuration).max_file_size)})


@post("/uploads", request_max_body_size=None)
async def begin_upload(
    request: AnyRequest,
    db: NamedDependency[Database],
    unit: NamedDependency[Unit],
    me: NamedDependency[Person],
) -> Response[None]:
    """Announce a file, and perhaps send its beginning; its address is its id among files too."""
    await _let_go(unit)
    tus.require_version(request.headers.get("Tus-Resumable"))
    size = tus.read_length(request.headers.get("Upload-Length"), request.headers.get("Upload-Defer-Length"))
    name = tus.read_name(request.headers.get("Upload-Metadata"))
    purpose = tus.read_purpose(request.headers.get("Upload-Metadata"))
    announced = request.content_length if "Content-Length" in request.headers else None
    brings_bytes = "Content-Type" in request.headers and announced != 0
    if brings_bytes:
        tus.require_chunk_type(request.headers.get("Content-Type"))
    upload = await uploads.begin_upload(db, name=name, size=size, purpose=purpose, by=me.id)
    offset = 0
    if brings_bytes:
        offset = await uploads.receive(db, upload, _body(request), offset=0, announced=announced)
    return _answer(201, {"Location": f"/api/uploads/{upload.id}"} | _progress(upload, offset))


@head("/uploads/{upload_id:int}")
async def measure_upload(
    request: AnyRequest,
    db: NamedDependency[Database],
    unit: NamedDependency[Unit],
    me: NamedDependency[Person],
    upload_id: FromPath[int],
) -> Response[None]:
    """Say how far an upload has come."""
    await _let_go(unit)
    tus.require_version(request.headers.get("Tus-Resumable"))
    upload = await uploads.find_upload(db, upload_id, by=me.id)
    return _answer(200, _progress(upload, await uploads.measure(db, upload)))


@patch("/uploads/{upload_id:int}", status_code=204, request_max_body_size=None)
async def receive_upload(
    request: AnyRequest,
    db: NamedDependency[Database],
    unit: NamedDependency[Unit],
    me: NamedDependency[Person],
    upload_id: FromPath[int],
) -> Response[None]:
    """Take the next part of an upload."""
    await _let_go(unit)
    tus.require_version(request.headers.get("Tus-Resumable"))
    tus.require_chunk_type(request.headers.get("Content-Type"))
    offset = tus.read_number(request.headers.get("Upload-Offset"), field="Upload-Offset")
    upload = await uploads.find_upload(db, upload_id, by=me.id)
    announced = request.content_length
    offset = await uploads.receive(db, upload, _body(request), offset=offset, announced=announced)
    return _answer(204, _progress(await uploads.find_upload(db, upload_id, by=me.id), offset))


@delete("/uploads/{upload_id:int}", status_code=204)
async def cancel_upload(
    request: AnyRequest,
    db: NamedDependency[Database],
    unit: NamedDependency[Unit],
    me: NamedDependency[Person],
    upload_id: FromPath[int],
) -> Response[None]:
    """Give up an upload, or a file that was not sent to anybody."""
    await _let_go(unit)
    tus.require_version(request.headers.get("Tus-Resumable"))
    await uploads.cancel_upload(db, await uploads.find_upload(db, upload_id, by=me.id))
    return _answer(204, {})


@route("/files/{file_id:int}", http_method=[HttpMethod.GET, HttpMethod.HEAD])
async def download(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    blobs: NamedDependency[Blobs],
    me: NamedDependency[Person],
    file_id: FromPath[int],
) -> Response[Any]:
    """Download a file or a range of it."""
    return await downloads.answer_file(request, blobs, await find_open_file(tx, file_id, to=me.id))


@route("/files/{file_id:int}/preview", http_method=[HttpMethod.GET, HttpMethod.HEAD])
async def download_preview(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    blobs: NamedDependency[Blobs],
    me: NamedDependency[Person],
    file_id: FromPath[int],
) -> Response[Any]:
    """Download the preview of an image or a video."""
    return await downloads.answer_preview(request, blobs, await find_open_file(tx, file_id, to=me.id))


@get("/files/{file_id:int}/info")
async def describe_file(
    tx: NamedDependency[Tx], me: NamedDependency[Person], file_id: FromPath[int]
) -> FileInfo:
    """Describe a file."""
    file = await find_visible_file(tx, file_id, to=me.id)
    info = (await file_infos(tx, [file.id])).get(file.id)
    if info is None:
        raise NotFound
    return info


async def _let_go(unit: Unit) -> None:
    """End the transaction in which the person was found: none may stay open while bytes come for an hour."""
    await unit.end(commit=True)


async def _body(request: AnyRequest) -> AsyncIterator[bytes]:
    """The body as it comes; ConnectionError when it is cut, which the framework would not let us tell apart."""
    while True:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ConnectionError
        if message["type"] == "http.request":
            if message["body"]:
                yield message["body"]
            if not message["more_body"]:
                return


def _progress(upload: Upload, offset: int) -> dict[str, str]:
    expires_at = upload.expires_at if offset < upload.size else None
    return tus.progress_headers(offset=offset, length=upload.size, expires_at=expires_at)


def _answer(status: int, headers: dict[str, str]) -> Response[None]:
    return Response(None, status_code=status, headers={"Tus-Resumable": tus.VERSION} | headers)


handlers = [
    describe_uploads,
    begin_upload,
    measure_upload,
    receive_upload,
    cancel_upload,
    download,
    download_preview,
    describe_file,
    *scanning.handlers,
    *portraits.handlers,
]
