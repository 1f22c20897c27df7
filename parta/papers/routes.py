"""HTTP of papers: what is known, a preview, and the file."""

import asyncio
from typing import Any, Literal

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from parta.core.db import Tx
from parta.files.downloads import disposition
from parta.identity.access import Person
from parta.papers import paper_docx, paper_pdf
from parta.papers.facts import Facts
from parta.papers.filling import Known, fill_forms, fill_paper, known_facts
from parta.papers.paper import Paper
from parta.papers.texts import PaperKind


class PaperOrder(msgspec.Struct, frozen=True, kw_only=True):
    """Which paper, filled in with what."""

    kind: PaperKind
    facts: Facts = msgspec.field(default_factory=Facts)


class PaperFileOrder(PaperOrder, frozen=True, kw_only=True):
    """The same as a file."""

    format: Literal["docx", "pdf"]


class FormsOrder(msgspec.Struct, frozen=True, kw_only=True):
    """Consent forms of a class: one for each pupil, or one for each guardian."""

    facts: Facts = msgspec.field(default_factory=Facts)
    each_guardian: bool = False


@get("/organisations/{organisation_id:int}/papers", tags=["papers"])
async def read_known(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> Known:
    """What papers can be filled in with."""
    return await known_facts(tx, organisation_id, by=me.id)


@post("/organisations/{organisation_id:int}/papers/preview", status_code=200, tags=["papers"])
async def preview_paper(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[PaperOrder],
) -> Paper:
    """How the paper will read."""
    return await fill_paper(tx, organisation_id, data.kind, data.facts, by=me.id)


@post("/organisations/{organisation_id:int}/papers/file", status_code=200, tags=["papers"])
async def download_paper(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[PaperFileOrder],
) -> Response[bytes]:
    """The paper as DOCX to edit or PDF to print."""
    paper = await fill_paper(tx, organisation_id, data.kind, data.facts, by=me.id)
    await _note(tx, organisation_id, {"kind": data.kind, "format": data.format}, by=me.id)
    if data.format == "pdf":
        return _answer(await paper_pdf.write_pdf(paper), paper.title, "pdf", paper_pdf.TYPE)
    body = await asyncio.to_thread(paper_docx.write_docx, paper)
    return _answer(body, paper.title, "docx", paper_docx.TYPE)


@post(
    "/organisations/{organisation_id:int}/classes/{class_id:int}/consent-forms",
    status_code=200,
    tags=["papers"],
)
async def download_forms(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    class_id: FromPath[int],
    data: JSONBody[FormsOrder],
) -> Response[bytes]:
    """Consent forms of a class with the names of pupils and guardians, as one PDF."""
    paper = await fill_forms(
        tx, organisation_id, class_id, data.facts, each_guardian=data.each_guardian, by=me.id
    )
    details = {"kind": "consent_guardian", "format": "pdf", "class_id": class_id}
    await _note(tx, organisation_id, details, by=me.id)
    return _answer(await paper_pdf.write_pdf(paper), paper.title, "pdf", paper_pdf.TYPE)


async def _note(tx: Tx, organisation_id: int, details: dict[str, Any], *, by: int) -> None:
    subject = f"organisation:{organisation_id}"
    await tx.audit(
        "paper_made", actor_id=by, subject=subject, organisation_id=organisation_id, details=details
    )


def _answer(body: bytes, title: str, ending: str, content_type: str) -> Response[bytes]:
    return Response(
        body,
        media_type=content_type,
        headers={
            "Content-Disposition": disposition(f"{title}.{ending}", shown=False),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


handlers: list[Any] = [read_known, preview_paper, download_paper, download_forms]
