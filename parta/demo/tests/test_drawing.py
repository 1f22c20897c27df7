import csv
import io
import wave
import zipfile

import pytest
from PIL import Image

from parta.demo.drawing.files import draw_file
from parta.demo.drawing.hand import alphabet
from parta.demo.talk.messages import DemoFile


def draw(kind: str, name: str, seed: int = 3) -> bytes:
    return draw_file(DemoFile(kind=kind, name=name, seed=seed))


@pytest.mark.parametrize("kind", ["board", "map", "timetable", "drawing", "photo", "scan", "worksheet"])
def test_pictures_open_in_the_format_their_name_promises(kind):
    for name, format_ in (("Урок.jpg", "JPEG"), ("Урок.png", "PNG")):
        picture = Image.open(io.BytesIO(draw(kind, name)))
        picture.load()
        assert picture.format == format_
        assert picture.width >= 800


def test_one_seed_draws_one_picture_and_another_draws_another():
    assert draw("board", "Доска.jpg") == draw("board", "Доска.jpg")
    assert draw("board", "Доска.jpg") != draw("board", "Доска.jpg", seed=4)


def test_a_worksheet_is_a_pdf_that_does_not_tell_the_time():
    pdf = draw("worksheet", "Физика — тренировка.pdf")

    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert b"CreationDate" not in pdf


def test_a_letter_is_a_docx():
    with zipfile.ZipFile(io.BytesIO(draw("letter", "Протокол.docx"))) as archive:
        assert archive.testzip() is None
        assert "Протокол" in archive.read("word/document.xml").decode()


def test_a_list_is_csv_that_office_programs_read():
    rows = list(csv.reader(io.StringIO(draw("list", "Что взять.csv").decode("utf-8-sig")), delimiter=";"))

    assert rows[0][1] == "Что взять"
    assert len(rows) == 9


def test_a_tune_is_three_seconds_of_sound():
    with wave.open(io.BytesIO(draw("voice", "Мелодия.wav"))) as sound:
        assert sound.getnframes() / sound.getframerate() == 3


def test_the_hand_knows_the_whole_alphabet():
    assert set("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ0123456789") <= set(alphabet())
