"""Tables as answers: to be saved, never shown or kept on the way."""

from collections.abc import Sequence

from litestar import Response

from parta.core.sheets import TYPES, Cell, Format, write_sheet


def sheet_answer(
    name: str, format_: Format, heads: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> Response[bytes]:
    """Answer with a table; `name` is that of the file without its ending, in Latin letters."""
    return file_answer(name, format_, write_sheet(format_, heads, rows))


def file_answer(name: str, format_: Format, data: bytes) -> Response[bytes]:
    """Answer with a table that is written already."""
    return Response(
        data,
        media_type=TYPES[format_],
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{format_}"',
            "Cache-Control": "no-store",
        },
    )
