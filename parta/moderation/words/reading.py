"""Words as a reader sees them, whatever they are disguised as.

«ПРИВЕТ», «пр1вет», «пpивeт» with Latin letters, «при-вет», «п р и в е т» and «приветттт» are one word here. What lies
inside another word is never found: only whole words are read.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import msgspec

LONGEST_IN_PIECES = 60  # characters
SHORTEST_APART = 3
MOST_LETTERS_APART = 40  # more single letters in a row are read as two runs
MOST_RUNS = 5  # a text of single letters alone is no speech

# Letters that look alike are told apart by nobody; digits and the rest stand in only beside Cyrillic letters.
_SAME_LOOK = str.maketrans("abcehkmoptxyіѕјԁαβεκορτχу", "авсенкмортхуисйдавекортху")
_STAND_IN = str.maketrans("0134689@$ruingldzsfvwj", "оизчбвяасгиипглдзсфввй")
_PART = re.compile(r"[^\W_]++(?:[@$]++[^\W_]++)*+")
_IN_PIECES = re.compile(r"(?<![^\W_])[^\W_]++(?:(?:[^\w\s]|_)++[^\W_]++)++")
_LETTERS_APART = re.compile(r"(?<![^\W_])(?:[^\W_](?:[\W_]++|$)){3,40}")
_CYRILLIC = re.compile(r"[а-я]+")
_ANY_CYRILLIC = re.compile(r"[а-я]")
# Soft hyphens, joiners, marks of direction, and strokes and accents that stand over or through a letter.
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_STRETCHED = re.compile(r"(.)\1{2,}")


class Text(msgspec.Struct, frozen=True):
    """What a text reads as: its words in order, each with all it may stand for, and words put together of pieces."""

    words: list[tuple[str, ...]]
    pieced: list[tuple[str, ...]]


def plain(text: str) -> str:
    """Lower case, «е» for «ё», and nothing that cannot be seen or stands above a letter."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.replace("ё", "е").replace("Ё", "е"))
        text = _UNSEEN.sub("", text)
    return text.casefold()


def read(text: str) -> Text:
    """Read a text; its cost grows with its length alone."""
    text = plain(text)
    chunks = _IN_PIECES.findall(text)
    pieced = [forms("".join(_PART.findall(chunk))) for chunk in chunks if len(chunk) <= LONGEST_IN_PIECES]
    for run in _LETTERS_APART.findall(text)[:MOST_RUNS]:
        pieced += _together(_PART.findall(run))
    return Text([forms(part) for part in _PART.findall(text)], pieced)


@lru_cache(maxsize=50_000)
def forms(part: str) -> tuple[str, ...]:
    """All a word may stand for, itself first."""
    found = {part: None}
    if not _CYRILLIC.fullmatch(part):
        same = part.translate(_SAME_LOOK)
        if _ANY_CYRILLIC.search(part) or not part.isalnum():
            same = same.translate(_STAND_IN)
        if _CYRILLIC.fullmatch(same):
            found[same] = None
    for form in list(found):
        if _STRETCHED.search(form):
            found |= {_STRETCHED.sub(r"\1", form): None, _STRETCHED.sub(r"\1\1", form): None}
    return tuple(found)


def _together(letters: list[str]) -> Iterator[tuple[str, ...]]:
    """Words that single letters in a row may spell; where one begins among them is not known."""
    for start in range(len(letters)):
        for end in range(start + SHORTEST_APART, len(letters) + 1):
            yield forms("".join(letters[start:end]))
