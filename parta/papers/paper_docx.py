"""A paper as DOCX, to be edited before it is signed."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

from parta.papers.paper import Block, Paper

if TYPE_CHECKING:
    from docx.document import Document

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FONT = "Times New Roman"  # what GOST R 7.0.97 and every office suite expect of a Russian paper


def write_docx(paper: Paper) -> bytes:
    """Write the paper; margins as GOST R 7.0.97-2016 gives them."""
    import docx  # noqa: PLC0415 a start need not wait for it
    from docx.shared import Mm, Pt  # noqa: PLC0415

    document = docx.Document()
    document.core_properties.title = paper.title
    document.core_properties.author = ""
    [section] = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.paragraph_format.space_after = Pt(6)
    for block in paper.blocks:
        _WRITERS[block.kind](document, block)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _aligned(where: str, *, bold: bool = False, space: int = 6) -> Callable[["Document", Block], None]:
    def write(document: "Document", block: Block) -> None:
        from docx.enum.text import WD_PARAGRAPH_ALIGNMENT  # noqa: PLC0415
        from docx.shared import Pt  # noqa: PLC0415

        paragraph = document.add_paragraph()
        paragraph.add_run(block.text).bold = bold
        paragraph.alignment = WD_PARAGRAPH_ALIGNMENT[where]
        paragraph.paragraph_format.space_after = Pt(space)
        paragraph.paragraph_format.keep_with_next = bold

    return write


def _text(document: "Document", block: Block) -> None:
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    paragraph = document.add_paragraph(block.text)
    # A line to write on must not be drawn apart.
    paragraph.alignment = WD_PARAGRAPH_ALIGNMENT["LEFT" if "____" in block.text else "JUSTIFY"]
    paragraph.paragraph_format.first_line_indent = Mm(12.5)


def _pair(document: "Document", block: Block) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    paragraph = document.add_paragraph(f"{block.text}\t{block.right}" if block.right else block.text)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(165), WD_TAB_ALIGNMENT.RIGHT)


def _table(document: "Document", block: Block) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    written = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for number, row in enumerate(block.rows):
        for cell, words in zip(written.add_row().cells, row, strict=True):
            [paragraph] = cell.paragraphs
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.add_run(words).bold = number == 0
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _sign(document: "Document", block: Block) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    _pair(document, Block(kind="pair", text=block.text, right=f"_______________ / {block.right}"))
    document.paragraphs[-1].paragraph_format.space_before = Pt(14)


def _note(document: "Document", block: Block) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    run = document.add_paragraph().add_run(block.text)
    run.italic, run.font.size, run.font.color.rgb = True, Pt(9), RGBColor(0x59, 0x59, 0x59)


def _break(document: "Document", block: Block) -> None:
    document.add_page_break()  # type: ignore[no-untyped-call]


_WRITERS: dict[str, Callable[["Document", Block], None]] = {
    "head": _aligned("CENTER", bold=True, space=12),
    "title": _aligned("CENTER", bold=True, space=10),
    "right": _aligned("RIGHT", space=14),
    "text": _text,
    "item": _text,
    "pair": _pair,
    "table": _table,
    "sign": _sign,
    "note": _note,
    "break": _break,
}
