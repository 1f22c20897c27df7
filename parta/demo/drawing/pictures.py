"""Pictures of school life: a blackboard, a contour map, a timetable, a child's drawing, a photograph, a scan."""

import math
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from parta.demo.drawing import hand
from parta.demo.drawing.hand import Colour
from parta.demo.subjects import all_subjects

Picture = Image.Image

CHALK: Colour = (235, 240, 232)
INK: Colour = (38, 44, 92)
SUMS = (
    "2X + 7 = 31",
    "X = 12",
    "2 + 3 · 4 = 14",
    "Y = 3X - 4",
    "А + В = 15",
    "48 / 6 = 8",
    "17 + 25 = 42",
    "№ 214, 218",
)
WORDS = ("КЛАССНАЯ РАБОТА", "ТЕМА УРОКА", "ПРАВИЛО", "ЗАПОМНИ!", "ПРИМЕР", "ДОМА: § ПОВТОРИТЬ", "ВЫВОД")
GRAPH = 0.4


def draw_board(title: str, dice: Random) -> Picture:
    """Draw a blackboard after a lesson."""
    picture = Image.new("RGB", (1200, 800), (30, 72, 58))
    draw = ImageDraw.Draw(picture)
    for _ in range(60):  # wiped chalk
        x, y = dice.randrange(1200), dice.randrange(800)
        draw.ellipse((x, y, x + dice.randrange(60, 260), y + dice.randrange(10, 50)), fill=(34, 78, 63))
    picture = picture.filter(ImageFilter.GaussianBlur(12))
    draw = ImageDraw.Draw(picture)
    hand.write(draw, (70, 60), title[:30], 46, CHALK, dice=dice)
    draw.line((70, 130, 1120, 126), fill=CHALK, width=3)
    for row, text in enumerate([dice.choice(WORDS), *dice.sample(SUMS, 4)]):
        hand.write(draw, (90, 170 + row * 96), text, 52, CHALK, dice=dice)
    if dice.random() < GRAPH:
        _draw_parabola(draw, dice)
    else:
        _draw_triangle(draw, dice)
    draw.rectangle((0, 0, 1199, 799), outline=(122, 84, 48), width=18)
    return picture


def _draw_parabola(draw: ImageDraw.ImageDraw, dice: Random) -> None:
    draw.line((720, 640, 1120, 640), fill=CHALK, width=4)
    draw.line((900, 260, 900, 700), fill=CHALK, width=4)
    steep = dice.uniform(0.008, 0.02)
    points = [(900.0 + x, 640 - steep * x * x) for x in range(-150, 151, 6)]
    draw.line(points, fill=(250, 226, 130), width=5)
    hand.write(draw, (1085, 652), "X", 30, CHALK)
    hand.write(draw, (860, 262), "Y", 30, CHALK)


def _draw_triangle(draw: ImageDraw.ImageDraw, dice: Random) -> None:
    apex = dice.randrange(760, 1050)
    corners = [(730, 650), (apex, 320), (1110, 650)]
    draw.line([*corners, corners[0]], fill=(250, 226, 130), width=5, joint="curve")
    for name, (x, y) in zip("АВС", corners, strict=True):
        hand.write(draw, (x - 12, y + (14 if y > 400 else -48)), name, 32, CHALK)


def draw_map(title: str, dice: Random) -> Picture:
    """Draw a contour map of a land that is nowhere."""
    picture = Image.new("RGB", (1100, 850), (226, 240, 247))
    draw = ImageDraw.Draw(picture)
    for line in range(100, 1100, 150):
        draw.line((line, 0, line - 40, 850), fill=(196, 218, 230), width=1)
        draw.line((0, line, 1100, line), fill=(196, 218, 230), width=1)
    waves = [(dice.uniform(10, 60), dice.uniform(0, math.tau)) for _ in range(9)]
    coast = []
    for step in range(240):
        angle = step / 240 * math.tau
        radius = 250 + sum(
            size * math.sin((k + 2) * angle + shift) / (k / 2 + 1) for k, (size, shift) in enumerate(waves)
        )
        coast.append((560 + radius * 1.15 * math.cos(angle), 440 + radius * math.sin(angle)))
    draw.polygon(coast, fill=(250, 246, 226), outline=(70, 84, 110), width=4)
    for _ in range(4):
        _draw_river(draw, dice.choice(coast), dice)
    for number in range(1, 8):
        x, y = dice.randrange(380, 740), dice.randrange(280, 600)
        draw.ellipse((x - 5, y - 5, x + 5, y + 5), fill=(180, 60, 60))
        hand.write(draw, (x + 12, y - 10), str(number), 22, INK)
    hand.write(draw, (40, 34), title[:38], 34, INK)
    return picture


def _draw_river(draw: ImageDraw.ImageDraw, mouth: tuple[float, float], dice: Random) -> None:
    points, (x, y) = [mouth], mouth
    for _ in range(12):
        x += (560 - x) * 0.13 + dice.uniform(-11, 11)
        y += (440 - y) * 0.13 + dice.uniform(-11, 11)
        points.append((x, y))
    draw.line(points, fill=(72, 132, 196), width=4, joint="curve")


def draw_timetable(title: str, dice: Random) -> Picture:
    """Draw a table of a school week."""
    picture = Image.new("RGB", (1280, 820), (253, 253, 250))
    draw = ImageDraw.Draw(picture)
    hand.write(draw, (40, 30), title[:44], 38, INK)
    words = [
        subject.title for subject in all_subjects() if len(subject.title) <= 12 and subject.grades[1] >= 7
    ]
    for column, day in enumerate(("ПН", "ВТ", "СР", "ЧТ", "ПТ")):
        left = 40 + column * 242
        draw.rectangle((left, 100, left + 242, 160), fill=(224, 232, 246), outline=(120, 134, 168), width=2)
        hand.write(draw, (left + 95, 114), day, 32, INK)
        for row in range(7):
            top = 160 + row * 88
            draw.rectangle((left, top, left + 242, top + 88), outline=(170, 180, 205), width=2)
            if row < 6 or dice.random() < GRAPH:
                hand.write(draw, (left + 14, top + 32), f"{row + 1}. {dice.choice(words)}", 17, (50, 56, 70))
    return picture


def draw_drawing(title: str, dice: Random) -> Picture:
    """Draw what a child would: a house, a tree, the sun, and a cat when the name asks for one."""
    picture = Image.new("RGB", (900, 680), (252, 250, 244))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 500, 900, 680), fill=dice.choice([(140, 190, 90), (232, 196, 120), (240, 244, 250)]))
    for ray in range(12):
        angle = ray / 12 * math.tau
        draw.line(
            (120, 110, 120 + 95 * math.cos(angle), 110 + 95 * math.sin(angle)), fill=(250, 190, 40), width=6
        )
    draw.ellipse((70, 60, 170, 160), fill=(252, 208, 60))
    if any(word in title for word in ("Кот", "Ёжик")):
        _draw_cat(draw, dice)
        return picture
    for _ in range(dice.randint(3, 6)):
        x, height = dice.randrange(380, 860), dice.randrange(120, 220)
        draw.rectangle((x - 9, 500 - height, x + 9, 520), fill=(120, 80, 50))
        crown = dice.choice([(230, 130, 40), (200, 60, 40), (90, 150, 60), (240, 190, 50)])
        draw.ellipse((x - 60, 420 - height, x + 60, 540 - height), fill=crown)
    draw.rectangle((110, 360, 330, 540), fill=(214, 160, 110), outline=(110, 70, 40), width=4)
    draw.polygon([(90, 360), (220, 250), (350, 360)], fill=(176, 70, 60))
    draw.rectangle((180, 410, 260, 480), fill=(180, 220, 250), outline=(110, 70, 40), width=4)
    return picture


def _draw_cat(draw: ImageDraw.ImageDraw, dice: Random) -> None:
    fur = dice.choice([(120, 120, 130), (220, 150, 70), (60, 56, 60)])
    draw.ellipse((300, 330, 640, 600), fill=fur)
    draw.ellipse((380, 190, 560, 370), fill=fur)
    for left in (390, 490):
        draw.polygon([(left, 230), (left + 25, 150), (left + 60, 215)], fill=fur)
        draw.ellipse((left + 15, 250, left + 45, 285), fill=(190, 220, 90))
    for shift in (-14, 0, 14):
        draw.line((470, 320, 350, 312 + shift), fill=(240, 240, 240), width=2)
        draw.line((470, 320, 590, 312 + shift), fill=(240, 240, 240), width=2)
    draw.arc((560, 420, 760, 600), 180, 60, fill=fur, width=22)


def draw_photo(title: str, dice: Random) -> Picture:
    """Draw a soft landscape that passes for a photograph: sky, hills, a river, a snowfall in places."""
    picture = Image.new("RGB", (1280, 860))
    draw = ImageDraw.Draw(picture)
    top, bottom = dice.choice(
        [
            ((98, 150, 214), (230, 238, 246)),
            ((70, 80, 130), (246, 196, 150)),
            ((150, 170, 190), (226, 230, 234)),
        ]
    )
    for y in range(860):
        share = y / 860
        draw.line(
            (0, y, 1280, y), fill=tuple(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True))
        )
    for layer in range(5):
        shade, base = 190 - layer * 32, 380 + layer * 90
        phase = dice.uniform(0, math.tau)
        hills = [
            (x, base + 46 * math.sin(x / 190 + phase) + 22 * math.sin(x / 71 + phase * 2))
            for x in range(0, 1281, 8)
        ]
        draw.polygon([(0, 860), *hills, (1280, 860)], fill=(shade - 40, shade, shade - 20))
    picture = picture.filter(ImageFilter.GaussianBlur(2.2))
    draw = ImageDraw.Draw(picture)
    for _ in range(dice.choice((0, 400))):
        x, y, size = dice.randrange(1280), dice.randrange(860), dice.uniform(1, 4)
        draw.ellipse((x, y, x + size, y + size), fill=(250, 250, 252))
    return picture


def draw_scan(title: str, dice: Random) -> Picture:
    """Draw a sheet written by hand."""
    picture = Image.new("RGB", (900, 1200), (250, 248, 242))
    draw = ImageDraw.Draw(picture)
    for line in range(120, 1180, 44):
        draw.line((0, line, 900, line), fill=(200, 214, 234), width=2)
    draw.line((820, 0, 820, 1200), fill=(230, 140, 140), width=3)
    hand.write(draw, (150, 80), title.rsplit(".", 1)[0][:26], 32, INK, dice=dice)
    words = " ".join(subject.title for subject in dice.sample(all_subjects(), 10)).split()
    for row in range(dice.randint(10, 17)):
        text = " ".join(dice.sample(words, 3))[:32]
        hand.write(draw, (60, 166 + row * 44), text, 24, INK, dice=dice)
    return picture.rotate(dice.uniform(-1.2, 1.2), fillcolor=(212, 208, 200))
