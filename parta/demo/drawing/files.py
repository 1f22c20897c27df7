"""One door to every drawn file: its bytes by kind, name and seed."""

import io
from collections.abc import Callable
from random import Random

from parta.demo.drawing import papers, pictures
from parta.demo.drawing.pictures import Picture
from parta.demo.talk.messages import DemoFile

PICTURES: dict[str, Callable[[str, Random], Picture]] = {
    "board": pictures.draw_board,
    "map": pictures.draw_map,
    "timetable": pictures.draw_timetable,
    "drawing": pictures.draw_drawing,
    "photo": pictures.draw_photo,
    "scan": pictures.draw_scan,
    "worksheet": papers.draw_worksheet,
}
PAPERS: dict[str, Callable[[str, Random], bytes]] = {
    "letter": papers.write_letter,
    "list": papers.write_list,
    "voice": lambda title, dice: papers.play_tune(dice),
}
# One seed of a thousand would draw a thousand boards; so many differ, and loading stays quick.
VARIANTS = 12


def draw_file(file: DemoFile) -> bytes:
    """Give the bytes of a file, in the format its name promises."""
    dice = Random(f"{file.kind}/{file.name}/{file.seed % VARIANTS}")
    if file.kind in PAPERS:
        return PAPERS[file.kind](file.name, dice)
    return _encode(PICTURES[file.kind](file.name.rsplit(".", 1)[0], dice), file.name)


def _encode(picture: Picture, name: str) -> bytes:
    if name.endswith(".pdf"):
        return papers.as_pdf(picture)
    buffer = io.BytesIO()
    if name.endswith(".png"):
        picture.quantize(64).save(buffer, "PNG")
    else:
        picture.save(buffer, "JPEG", quality=82)
    return buffer.getvalue()
