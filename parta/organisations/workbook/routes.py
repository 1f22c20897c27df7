"""HTTP of workbooks: upload one for an organisation, take a template or the lists as they are. What comes of it is read and applied at /rosters."""

import asyncio
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath

from parta.core.blobs import Blobs
from parta.core.db import Tx
from parta.core.http.language import language_of
from parta.core.http.sheet_answers import file_answer
from parta.identity.access import Person
from parta.organisations.access import require_administration, require_administrator
from parta.organisations.roster import previews
from parta.organisations.roster.told import RosterImport
from parta.organisations.workbook.exporting import export_workbook
from parta.organisations.workbook.previews import preview_workbook
from parta.organisations.workbook.template import write_template

LARGEST_UPLOAD = (20 << 20) + (64 << 10)

AnyRequest = Request[Any, Any, Any]


@dataclass
class WorkbookForm:
    """A multipart form: `file`, the switch «whoever is not in it has left», and what a single table holds."""

    file: UploadFile
    leavers: bool = False
    kind: Literal["staff", "classes", "pupils", "parents", "groups"] | None = None


@post(
    "/organisations/{organisation_id:int}/workbooks",
    request_max_body_size=LARGEST_UPLOAD,
    tags=["rosters"],
)
async def upload_workbook(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    blobs: NamedDependency[Blobs],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: Annotated[WorkbookForm, Body(media_type=RequestEncodingType.MULTI_PART)],
) -> RosterImport:
    """Read an XLSX or CSV of one organisation and show what it would change. Nothing is changed yet."""
    await require_administrator(tx, organisation_id, right="roster", by=me.id)
    import_id = await preview_workbook(
        tx,
        blobs,
        data.file.file,
        data.file.filename,
        organisation_id,
        leavers=data.leavers,
        kind=data.kind,
        by=me.id,
    )
    administration = await require_administration(tx, right="roster", by=me.id)
    return await previews.tell_import(tx, import_id, administration, language=language_of(request.scope))


@get("/organisations/{organisation_id:int}/workbooks/template", tags=["rosters"])
async def take_template(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> Response[bytes]:
    """An empty XLSX to fill in."""
    await require_administrator(tx, organisation_id, right="roster", by=me.id)
    return file_answer("template", "xlsx", await asyncio.to_thread(write_template))


@get("/organisations/{organisation_id:int}/workbooks/export", tags=["rosters"])
async def take_export(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> Response[bytes]:
    """Staff, classes, pupils, families and groups as the XLSX that is read here; written to the audit log."""
    await require_administrator(tx, organisation_id, right="roster", by=me.id)
    return file_answer(
        f"lists-{organisation_id}", "xlsx", await export_workbook(tx, organisation_id, by=me.id)
    )


handlers: list[Any] = [upload_workbook, take_template, take_export]
