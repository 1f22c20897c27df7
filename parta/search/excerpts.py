"""What is shown of a hit: some of its words, in pieces that say which of them were meant. Never markup."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.search import queries

BEFORE = 48  # signs that stand before the first word that was meant
LENGTH = 200  # signs of an excerpt
LOOKED_AT = 12_000  # signs of one text in which meant words are looked for
MOST_WORDS = 4_000  # different words of a page that are looked at

TOKEN = re.compile(r"[^\W_]+")
SPACES = re.compile(r"\s+")
# Signs of light formatting: an excerpt is plain.
FORMATTING = re.compile(r"\*\*|__|~~|\|\||`+")

Source = Literal["text", "file", "transcript", "poll"]


class Segment(msgspec.Struct, frozen=True):
    """A piece of an excerpt."""

    text: str
    meant: bool


class Excerpt(msgspec.Struct, frozen=True):
    """Some words of a message, and where in it they stand."""

    source: Source
    segments: list[Segment]


Texts = Sequence[tuple[Source, str]]


async def meant_words(tx: Tx, texts: Iterable[Texts], words: str) -> set[str]:
    """Which words of these texts the question means, in small letters; the dictionary decides, as it did for the index."""
    if not words:
        return set()
    found: dict[str, None] = {}
    for one in texts:
        for _, text in one:
            found.update(dict.fromkeys(TOKEN.findall(_readable(text).lower())))
    return set(await tx.values(queries.MEANT, list(found)[:MOST_WORDS], words))


def excerpt(texts: Texts, meant: set[str]) -> Excerpt:
    """The first of the texts with a meant word, from a little before it; without any the beginning of the first."""
    texts = [
        (source, FORMATTING.sub("", text) if source == "text" else text)
        for source, text in ((source, _readable(text)) for source, text in texts)
    ]
    for source, text in texts:
        first = next((t.start() for t in TOKEN.finditer(text) if t[0].lower() in meant), None)
        if first is not None:
            return Excerpt(source, _segments(_cut(text, first), meant))
    source, text = next(((source, text) for source, text in texts if text), ("text", ""))
    return Excerpt(source, _segments(_cut(text, 0), meant))


def _readable(text: str) -> str:
    """As much as is looked at, with letters and their accents together, so that a word is one piece."""
    return unicodedata.normalize("NFC", text[:LOOKED_AT])


def _cut(text: str, first: int) -> str:
    """A window of the text that begins and ends between words."""
    begin = 0
    if first > BEFORE:
        space = text.find(" ", first - BEFORE, first)
        begin = space + 1 if space >= 0 else first
    end = begin + LENGTH
    if end < len(text):
        space = text.rfind(" ", first + 1, end)
        end = space if space > begin else end
    piece = SPACES.sub(" ", text[begin:end]).strip()
    return f"{'…' if begin else ''}{piece}{'…' if end < len(text) else ''}"


def _segments(text: str, meant: set[str]) -> list[Segment]:
    """Divide the text at meant words."""
    segments: list[Segment] = []
    done = 0
    for token in TOKEN.finditer(text):
        if token[0].lower() not in meant:
            continue
        if token.start() > done:
            segments.append(Segment(text[done : token.start()], meant=False))
        segments.append(Segment(token[0], meant=True))
        done = token.end()
    if done < len(text):
        segments.append(Segment(text[done:], meant=False))
    return segments
