"""HTTP of rosters: upload and preview, read what would change, apply."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from litestar import Request, Response, delete, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery, QueryParameter

from parta.core.blobs import Blobs
from parta.core.db import Tx
from parta.core.http.language import language_of
from parta.core.http.paging import Limit, Page
from parta.core.http.sheet_answers import sheet_answer
from parta.core.sheets import Format
from parta.identity.access import Person
from parta.organisations.access import require_administration
from parta.organisations.roster import application, previews
from parta.organisations.roster.told import REFUSAL_HEADS, RosterImport, ToldChange
from parta.organisations.settings import OrganisationsSettings

# The largest ZIP, and a little for the form around it.
LARGEST_UPLOAD = (64 << 20) + (64 << 10)

AnyRequest = Request[Any, Any, Any]
ChangeKind = Literal["new", "changed", "gone", "refused", "warning"]
Entity = Literal["org", "year", "class", "user", "role", "enrollment", "guardianship"]


@dataclass
class RosterForm:
    """A multipart form with the ZIP in the field `file`."""

    file: UploadFile


@post("/rosters", request_max_body_size=LARGEST_UPLOAD, tags=["rosters"])
async def upload_roster(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    blobs: NamedDependency[Blobs],
    me: NamedDependency[Person],
    data: Annotated[RosterForm, Body(media_type=RequestEncodingType.MULTI_PART)],
) -> RosterImport:
    """Read a OneRoster ZIP and show what it would change. Nothing is changed yet."""
    administration = await require_administration(tx, right="roster", by=me.id)
    settings = tx.configuration.get(OrganisationsSettings)
    import_id = await previews.preview_roster(
        tx, blobs, data.file.file, data.file.filename, administration, settings, by=me.id
    )
    return await previews.tell_import(tx, import_id, administration, language=language_of(request.scope))


@get("/rosters", tags=["rosters"])
async def list_rosters(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 20,
) -> Page[RosterImport]:
    """Uploaded rosters, newest first."""
    administration = await require_administration(tx, right="roster", by=me.id)
    language = language_of(request.scope)
    return await previews.list_imports(tx, administration, language=language, after=after, limit=limit)


@get("/rosters/{roster_id:int}", tags=["rosters"])
async def read_roster(
    request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person], roster_id: FromPath[int]
) -> RosterImport:
    """One uploaded roster with the first hundred refused rows."""
    administration = await require_administration(tx, right="roster", by=me.id)
    return await previews.tell_import(tx, roster_id, administration, language=language_of(request.scope))


@get("/rosters/{roster_id:int}/changes", tags=["rosters"])
async def list_changes(
    *,
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    roster_id: FromPath[int],
    kind: FromQuery[ChangeKind | None] = None,
    entity: FromQuery[Entity | None] = None,
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[ToldChange]:
    """What the roster would change, or has changed, line by line."""
    administration = await require_administration(tx, right="roster", by=me.id)
    return await previews.list_changes(
        tx,
        roster_id,
        administration,
        kind=kind,
        entity=entity,
        language=language_of(request.scope),
        after=after,
        limit=limit,
    )


@get("/rosters/{roster_id:int}/refusals", tags=["rosters"])
async def take_refusals(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    roster_id: FromPath[int],
    format_: Annotated[Format, QueryParameter(name="format")] = "xlsx",
) -> Response[bytes]:
    """Rows that were not taken and warnings as a table, 10 000 at most: to be mended beside the file."""
    administration = await require_administration(tx, right="roster", by=me.id)
    language = language_of(request.scope)
    rows = await previews.table_of_refusals(tx, roster_id, administration, language=language)
    return sheet_answer(f"refusals-{roster_id}", format_, REFUSAL_HEADS[language == "en"], rows)


@post("/rosters/{roster_id:int}/application", status_code=200, tags=["rosters"])
async def apply_roster(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    blobs: NamedDependency[Blobs],
    me: NamedDependency[Person],
    roster_id: FromPath[int],
) -> RosterImport:
    """Apply what the preview shows; 409 `roster_outdated`, with a new preview, when the data has changed since."""
    administration = await require_administration(tx, right="roster", by=me.id)
    await application.apply_roster(tx, blobs, roster_id, administration, by=me.id)
    return await previews.tell_import(tx, roster_id, administration, language=language_of(request.scope))


@delete("/rosters/{roster_id:int}", tags=["rosters"])
async def forget_roster(
    tx: NamedDependency[Tx], me: NamedDependency[Person], roster_id: FromPath[int]
) -> None:
    """Throw a preview away; one that was applied stays in the history."""
    administration = await require_administration(tx, right="roster", by=me.id)
    await previews.forget_import(tx, roster_id, administration, by=me.id)


handlers: list[Any] = [
    upload_roster,
    list_rosters,
    read_roster,
    list_changes,
    take_refusals,
    apply_roster,
    forget_roster,
]
