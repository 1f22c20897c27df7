"""A hand that writes with straight strokes, so that Cyrillic needs no font on the machine."""

from functools import cache
from random import Random

from PIL.ImageDraw import ImageDraw

from parta.demo.data_files import FOLDER

Colour = tuple[int, int, int]
Strokes = tuple[tuple[tuple[int, int], ...], ...]

WIDTH, HEIGHT, ADVANCE = 4, 6, 5.6


@cache
def alphabet() -> dict[str, Strokes]:
    """Give the strokes of every sign."""
    signs: dict[str, Strokes] = {}
    for row in (FOLDER / "strokes.txt").read_text(encoding="utf-8").splitlines():
        if row.startswith("#") or not row.strip():
            continue
        sign, path = row.split(" ", 1)
        strokes = (stroke.split() for stroke in path.split("|"))
        signs[sign] = tuple(
            tuple((int(x), int(y)) for x, y in (point.split(",") for point in stroke)) for stroke in strokes
        )
    return signs


def width_of(text: str, size: float) -> float:
    """Give the width of a line written `size` pixels high."""
    return len(text) * ADVANCE * size / HEIGHT


def write(
    draw: ImageDraw,
    at: tuple[float, float],
    text: str,
    size: float,
    colour: Colour,
    *,
    dice: Random | None = None,
) -> None:
    """Write a line with its upper left corner at `at`; with `dice` the hand trembles as with chalk."""
    left, top = at
    unit = size / HEIGHT
    thick = max(1, round(size / 9))
    for sign in text.upper():
        for stroke in alphabet().get(sign, ()):
            points = [
                (left + x * unit + _tremble(dice, unit), top + y * unit + _tremble(dice, unit))
                for x, y in stroke
            ]
            if len(set(stroke)) == 1:
                x, y = points[0]
                draw.ellipse((x - thick, y - thick, x + thick, y + thick), fill=colour)
            else:
                draw.line(points, fill=colour, width=thick, joint="curve")
        left += ADVANCE * unit


def _tremble(dice: Random | None, unit: float) -> float:
    return dice.uniform(-0.22, 0.22) * unit if dice else 0.0
