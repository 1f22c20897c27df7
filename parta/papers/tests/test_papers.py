"""Papers read as they should in both forms, whatever people are called, and only an administrator makes them."""

import contextlib
import io
import re
import zlib
from typing import Any

import docx
import httpx
import pytest

from parta.core.errors import Problem
from parta.papers import paper_pdf
from parta.papers.facts import Facts
from parta.papers.paper import Paper, text
from parta.papers.texts import KINDS, WRITERS
from parta.testing.school import School, make_school
from parta.testing.world import Actor, World

FACTS = {
    "organisation": "МБОУ «Школа на Озёрной»",
    "inn": "7701234567",
    "date": "2026-09-01",
    "number": "12-о",
    "city": "г. Озёрск",
    "head_position": "Директор",
    "head_name": "Лесная Анна Петровна",
    "appointed": ["Зимина Ольга Ивановна, учитель #1 $x$ *y*"],
}


async def file_of(who: Actor, school: School, kind: str, format_: str, **facts: Any) -> httpx.Response:
    order = {"kind": kind, "format": format_, "facts": FACTS | facts}
    return await who.post(f"/organisations/{school.id}/papers/file", order)


def words_of_docx(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def glyph_words(content: bytes) -> str:
    """The characters that the fonts of a PDF say they draw (ToUnicode), enough to see that letters are letters."""
    codes = re.findall(rb"<[0-9A-Fa-f]+> <([0-9A-Fa-f]+)>", unpacked(content))
    return "".join(bytes.fromhex(code.decode()).decode("utf-16-be", "ignore") for code in codes)


def pages_of(content: bytes) -> int:
    return len(re.findall(rb"/Type ?/Page(?!s)", unpacked(content)))


def unpacked(content: bytes) -> bytes:
    parts = [content]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        with contextlib.suppress(zlib.error):
            parts.append(zlib.decompress(stream))
    return b"\n".join(parts)


async def test_the_order_names_whom_it_appoints_in_both_forms(world: World) -> None:
    school = await make_school(world)

    answer = await file_of(school.head, school, "order", "docx")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    words = words_of_docx(answer.content)
    for said in ("ПРИКАЗ", "«01» сентября 2026 г.", "№ 12-о", "МБОУ «Школа на Озёрной»", "152-ФЗ"):
        assert said in words
    assert "Зимина Ольга Ивановна, учитель #1 $x$ *y*" in words

    answer = await file_of(school.head, school, "order", "pdf")
    assert answer.content.startswith(b"%PDF-")
    drawn = glyph_words(answer.content)
    assert set("приказЗиминаОльга#$*№«»") <= set(drawn)
    async with world.database.transaction() as tx:
        made = await tx.values("SELECT details::text FROM audit_log WHERE action = 'paper_made'")
    assert len(made) == 2


@pytest.mark.parametrize("kind", KINDS)
async def test_every_paper_is_set_filled_in_and_blank(kind: Any) -> None:
    for facts in (
        Facts(),
        Facts(organisation="Школа\n№ 1", guardian="Ёлкина Мария", contacts="+7 999 000-00-00"),
    ):
        paper = WRITERS[kind](facts)
        assert (await paper_pdf.write_pdf(paper)).count(b"/Type /Page\n") <= 3
        assert "Образец" in paper.blocks[-1].text
        assert "152-ФЗ" in "".join(block.text for block in paper.blocks)


async def test_a_preview_says_what_the_file_will(world: World) -> None:
    school = await make_school(world)
    order = {"kind": "notice", "facts": FACTS}
    paper = (await school.head.post(f"/organisations/{school.id}/papers/preview", order)).json()
    told = [block["text"] for block in paper["blocks"] if block["text"]]
    written = words_of_docx((await file_of(school.head, school, "notice", "docx")).content)
    assert all(line in written for line in told)


async def test_a_class_gets_a_form_for_each_pupil_or_each_guardian(world: World) -> None:
    school = await make_school(world)
    address = f"/organisations/{school.id}/classes/{school.seven}/consent-forms"
    pages = []
    for each in (False, True):
        answer = await school.head.post(address, {"facts": FACTS, "each_guardian": each})
        assert answer.status_code == 200, answer.text
        pages.append(pages_of(answer.content))
    assert pages == [2, 3]  # two pupils; one of them has two parents
    for child, parent in ((school.pupil, school.mother), (school.classmate, school.classmates_mother)):
        [looked] = (await parent.get(f"/children/{child.id}/accesses")).json()["items"]
        assert (looked["reader"]["id"], looked["kind"], looked["times"]) == (school.head.id, "table", 2)
    assert (await school.older_mother.get(f"/children/{school.older_pupil.id}/accesses")).json()[
        "items"
    ] == []
    empty = await world.school_class(school.id, "9 «В»")
    refused = await school.head.post(f"/organisations/{school.id}/classes/{empty}/consent-forms", {})
    assert (refused.status_code, refused.json()["code"]) == (422, "class_empty")


async def test_strangers_make_no_papers(world: World) -> None:
    school, other = await make_school(world), await make_school(world, "Другая школа")
    for who in (school.mother, school.class_teacher, other.head):
        for refused in (
            await who.get(f"/organisations/{school.id}/papers"),
            await who.post(f"/organisations/{school.id}/papers/preview", {"kind": "order"}),
            await file_of(who, school, "order", "pdf"),
            await who.post(f"/organisations/{school.id}/classes/{school.seven}/consent-forms", {}),
        ):
            assert refused.status_code == 404
    foreign = f"/organisations/{school.id}/classes/{other.seven}/consent-forms"
    assert (await school.head.post(foreign, {})).status_code == 404


async def test_what_is_known_is_filled_in(world: World) -> None:
    school = await make_school(world)
    nameless = (await school.head.get(f"/organisations/{school.id}/papers")).json()
    async with world.database.transaction() as tx:
        await tx.run("UPDATE organisations SET inn = '7707083893' WHERE id = $1", school.id)
    known = (await school.head.get(f"/organisations/{school.id}/papers")).json()
    assert (nameless["facts"]["inn"], known["facts"]["inn"]) == ("", "7707083893")
    page = {"kind": "site", "facts": {"inn": known["facts"]["inn"]}}
    preview = await school.head.post(f"/organisations/{school.id}/papers/preview", page)
    assert "ИНН 7707083893" in preview.text
    assert known["facts"]["organisation"] == "Школа на Озёрной"
    assert {"name": "Лесная head", "position": "", "administrator": True} in known["staff"]
    assert {"id": school.seven, "title": "7 «Б»"} in known["classes"]


async def test_what_cannot_be_set_in_time_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper("Долгий", [text("Слово")])
    monkeypatch.setattr(paper_pdf, "SECONDS", 0)
    with pytest.raises(Problem) as refused:
        await paper_pdf.write_pdf(paper)
    assert refused.value.code == "paper_failed"
    monkeypatch.setattr(paper_pdf, "SECONDS", 30)
    monkeypatch.setattr(paper_pdf, "MEMORY", 64 * 1024**2)
    with pytest.raises(Problem):
        await paper_pdf.write_pdf(paper)
