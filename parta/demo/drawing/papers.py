"""Papers and sounds: worksheets as PDF, letters as DOCX, lists as CSV, a tune as WAV."""

import csv
import io
import math
import struct
import wave
import zipfile
from random import Random
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw

from parta.demo.drawing import hand
from parta.demo.drawing.pictures import INK, Picture

RATE = 16_000
TUNE_HERTZ = (262, 294, 330, 349, 392, 440, 494, 523)

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
DOCX_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

PARAGRAPHS = (
    "Присутствовали: все, кто смог прийти.",
    "Обсудили текущие вопросы, сроки и ответственных.",
    "Решили: продолжать в том же духе и проветривать кабинет на каждой перемене.",
    "Срок исполнения — до конца месяца.",
    "Ответственный — классный руководитель.",
    "Подпись ____________________   Дата ____________",
)


def draw_worksheet(title: str, dice: Random) -> Picture:
    """Draw an A4 sheet of exercises."""
    page = Image.new("RGB", (827, 1170), (255, 255, 255))
    draw = ImageDraw.Draw(page)
    hand.write(draw, (60, 60), title.rsplit(".", 1)[0][:38], 26, INK)
    draw.line((60, 104, 767, 104), fill=INK, width=2)
    for number in range(1, 9):
        top = 130 + number * 112 - 112
        first, second = dice.randint(11, 99), dice.randint(2, 9)
        sum_ = dice.choice(
            [f"{first} + {second * 7} =", f"{second}X - {first} = {second}", f"{first * second} / {second} ="]
        )
        hand.write(draw, (60, top + 10), f"{number}.  {sum_}", 26, (40, 44, 52))
        for line in (60, 92):
            draw.line((100, top + line, 767, top + line), fill=(205, 212, 222), width=1)
    return page


def as_pdf(picture: Picture) -> bytes:
    """Give a picture as a PDF of one page."""
    buffer = io.BytesIO()
    picture.save(buffer, "PDF", resolution=100, creationDate=None, modDate=None)
    return buffer.getvalue()


def write_letter(title: str, dice: Random) -> bytes:
    """Write a short DOCX: the three parts every reader of the format needs, and nothing else."""
    lines = [title.rsplit(".", 1)[0], *dice.sample(PARAGRAPHS[:-1], 4), PARAGRAPHS[-1]]
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{DOCX_MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE_DOCUMENT}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD_NAMESPACE}"><w:body>{body}</w:body></w:document>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            archive.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), header + text)
    return buffer.getvalue()


def write_list(title: str, dice: Random) -> bytes:
    """Write a small table as CSV with the mark that makes office programs read it as UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(("№", title.rsplit(".", 1)[0], "Количество", "Отметка"))
    things = (
        "Тетради",
        "Билеты",
        "Термос",
        "Варежки",
        "Плакат",
        "Краски",
        "Мяч",
        "Печенье",
        "Карта",
        "Фонарик",
    )
    for number, thing in enumerate(dice.sample(things, 8), start=1):
        writer.writerow((number, thing, dice.randint(1, 24), dice.choice(("есть", "нужно", ""))))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def play_tune(dice: Random) -> bytes:
    """Give three seconds of a simple tune, mono, 16 bits, 16 kHz."""
    samples = bytearray()
    for _ in range(10):
        hertz, length = dice.choice(TUNE_HERTZ), RATE * 3 // 10
        for tick in range(length):
            fade = 1 - tick / length
            samples += struct.pack("<h", round(9000 * fade * math.sin(math.tau * hertz * tick / RATE)))
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(bytes(samples))
    return buffer.getvalue()
