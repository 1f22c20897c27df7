"""What somebody typed, as a question to the index."""

import re
import unicodedata
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.search import queries

MOST_WORDS = 10
MOST_PHRASES = 3
SHORTEST_BEGINNING = 2  # letters; one letter alone begins a third of all words

Kind = Literal["photo", "video", "voice", "file", "link", "poll"]

QUOTED = re.compile(r"[\"«“„](.*?)(?:[\"»”“]|$)")
LEXEME = re.compile(r"'[^']+'(?::\*)?")
# How far apart the words of a phrase stand; the keys of the index know no places.
DISTANCE = re.compile(r"<(?:-|\d+)>")
WORD = re.compile(r"[^\W_]+")


class Question(msgspec.Struct, frozen=True):
    """What is looked for, as text of tsquery: all of it, and the words alone as any of them would be marked."""

    everything: str = ""
    words: str = ""

    @property
    def keys(self) -> str:
        """The same for the keys of the index."""
        return DISTANCE.sub("&", self.everything)


class _Piece(msgspec.Struct, frozen=True):
    place: int
    stems: str


async def understand(
    tx: Tx, typed: str, *, author_id: int | None, kind: Kind | None, staff: bool = False
) -> Question | None:
    """Make the question: words by their stems, the last one also by its beginning, «quoted» words in a row.

    None when something was typed but nothing of it is a word: then nothing is found.
    """
    typed = unicodedata.normalize("NFC", typed.replace("\x00", " "))
    phrases = [one for one in QUOTED.findall(typed) if one.strip()][:MOST_PHRASES]
    words = WORD.findall(QUOTED.sub(" ", typed))[:MOST_WORDS]
    # A word that is still being typed: nothing stands after it.
    last = words.pop() if words and not phrases and typed[-1:].isalnum() else ""
    pieces = [" ".join(words), last, *phrases]
    rows = await tx.rows(queries.STEMS, pieces, into=_Piece) if any(pieces) else []
    stems = {row.place: row.stems for row in rows if row.stems}
    if any(pieces) and not stems:
        return None
    if typed.strip() and not stems:
        return None
    if last and 1 in stems:
        stems[1] = _or_beginning(stems[1], last)
    terms = [f"( {stems[place]} )" for place in sorted(stems)]
    words_alone = " | ".join(dict.fromkeys(LEXEME.findall(" ".join(terms))))
    marks = [f"'@{author_id}'"] if author_id is not None else []
    marks += [f"'#{kind}'"] if kind is not None else []
    # Alone it is no help: a tenth of all is said by staff, and walking by time finds them sooner.
    marks += ["'#staff'"] if staff and (terms or marks) else []
    return Question(" & ".join(terms + marks), words_alone)


def _or_beginning(stems: str, last: str) -> str:
    """Words that begin like this one, besides its own forms."""
    beginning = folded(last)
    if len(beginning) < SHORTEST_BEGINNING:
        return stems
    return f"{stems} | '{beginning}':*"


def folded(word: str) -> str:
    """A word as the dictionary would fold it, uninflected: small letters, «е» for «ё», Latin letters without accents."""
    small = unicodedata.normalize("NFC", word).lower().replace("ё", "е")
    return "".join(_bare(letter) for letter in small)


def _bare(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter
