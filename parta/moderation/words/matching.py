"""Whether a text says one of some phrases, in whatever form of the words. A pure function: no database is asked."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

import msgspec

from parta.moderation.words.reading import Text, read
from parta.moderation.words.stems import stem

Marked = TypeVar("Marked")
MOST_WORDS = 6
_QUOTES = "\"«»„“”'"


class Phrase(msgspec.Struct, Generic[Marked], frozen=True):
    """A phrase to be found: stems, or forms behind «=» that are meant letter for letter. `mark` is its owner's."""

    words: tuple[str, ...]
    mark: Marked

    def says(self, said: tuple[str, ...], place: int) -> bool:
        """Whether a word, in one of the forms it may stand for, is the phrase's word at this place."""
        return self.words[place] in _keys(said)


def phrase_of(text: str, mark: Marked) -> Phrase[Marked] | None:
    """Read a phrase; None where it has no words, or too many. In quotes it is meant letter for letter."""
    text = text.strip()
    exact = len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES
    # As a pattern a word is what it looks like: its Cyrillic form, where it has one.
    words = tuple(said[-1] if len(said) == 2 else said[0] for said in read(text).words)
    if not 1 <= len(words) <= MOST_WORDS:
        return None
    return Phrase(tuple("=" + word if exact else stem(word) for word in words), mark)


class Lexicon(Generic[Marked]):
    """Phrases, found in the time it takes to read the text, however many there are."""

    def __init__(self, phrases: Iterable[Phrase[Marked]], *, fillers: frozenset[str] = frozenset()) -> None:
        self._by_first: dict[str, list[Phrase[Marked]]] = {}
        self._fillers = fillers
        for phrase in phrases:
            self._by_first.setdefault(phrase.words[0], []).append(phrase)

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def find(self, text: str) -> list[Marked]:
        """The marks of all phrases that a text says, in the order in which they stand."""
        if not self._by_first or not text:
            return []
        return list(dict.fromkeys(phrase.mark for phrase, _, _ in self.places(read(text))))

    def places(self, text: Text) -> Iterator[tuple[Phrase[Marked], int, int]]:
        """Each phrase said, with the places of its first word and after its last one."""
        for place, said in enumerate(text.words):
            for phrase in self._begun_by(said):
                end = self._end(phrase, text.words, place)
                if end is not None:
                    yield phrase, place, end
        for said in text.pieced:
            for phrase in self._begun_by(said):
                if len(phrase.words) == 1:
                    yield phrase, len(text.words), len(text.words)

    def _begun_by(self, said: tuple[str, ...]) -> Iterator[Phrase[Marked]]:
        for key in _keys(said):
            if key in self._by_first:
                yield from self._by_first[key]

    def _end(self, phrase: Phrase[Marked], words: Sequence[tuple[str, ...]], place: int) -> int | None:
        """Where the phrase ends, if it is said from here on; words that add nothing may stand between."""
        place += 1
        for wanted in range(1, len(phrase.words)):
            while place < len(words) and words[place][0] in self._fillers:
                if phrase.says(words[place], wanted):
                    break
                place += 1
            if place >= len(words) or not phrase.says(words[place], wanted):
                return None
            place += 1
        return place


@lru_cache(maxsize=50_000)
def _keys(said: tuple[str, ...]) -> tuple[str, ...]:
    """Under what a word may lie in a phrase: its stem, and itself letter for letter."""
    return tuple({key: None for form in said for key in (stem(form), "=" + form)})


def key_of(text: str) -> str | None:
    """What makes two entries of a list the same one."""
    phrase = phrase_of(text, None)
    if phrase is None:
        return None
    return " ".join(phrase.words)
