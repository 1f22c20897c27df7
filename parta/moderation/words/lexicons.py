"""All organisations' lists as this process has them: read once, and again only when something has changed.

A change tells every process by a whisper; because a hint may be lost, each also compares the version now and then.
"""

import time
from weakref import WeakKeyDictionary

import msgspec

from parta.core.bus import Bus, Hint, Whisper
from parta.core.db import Tx
from parta.moderation.words import queries
from parta.moderation.words.matching import Lexicon, Phrase, phrase_of
from parta.moderation.words.shapes import Act, Mark, Whose

STREAM = "word_lists"
LOOKS_EVERY = 30.0  # seconds
DECIDED_BEFORE: frozenset[Act] = frozenset(("hold", "refuse"))


class ListRow(msgspec.Struct, frozen=True, kw_only=True):
    """A list as stored, without its words."""

    organisation_id: int
    revision: int
    whose: Whose
    alerts: bool
    alerts_in_direct: bool
    starter: bool


class _Word(msgspec.Struct, frozen=True):
    organisation_id: int
    phrase: str
    act: Act


class WordList(msgspec.Struct, frozen=True):
    """One organisation's list, ready to be asked."""

    row: ListRow
    decided: Lexicon[Mark]  # held or refused
    noted: Lexicon[Mark]
    alerting: Lexicon[Mark]  # the organisation's own words, beside those of the starter list
    phrases: list[Phrase[Mark]]


class Lexicons:
    """What this process knows. `decided` has the words of all that hold something up, `followed` all others."""

    def __init__(self, bus: Bus) -> None:
        self.of: dict[int, WordList] = {}
        self.decided: Lexicon[Mark] = Lexicon([])
        self.followed: Lexicon[Mark] = Lexicon([])
        # Whether any organisation listens for the starter list's calls for help.
        self.starting = False
        self._version = ""
        self._looked_at = float("-inf")
        self._heard = 0
        bus.subscribe(self._hear)

    @property
    def fresh(self) -> bool:
        """Whether nothing need be asked now."""
        return time.monotonic() - self._looked_at < LOOKS_EVERY

    async def refresh(self, tx: Tx) -> None:
        """Read what has changed, if it is time to look."""
        if self.fresh:
            return
        looked_at, heard = time.monotonic(), self._heard
        version = await tx.value(queries.VERSION)
        if version != self._version:
            await self._read(tx)
            self._version = version
        if heard == self._heard:  # or what was read may be old already
            self._looked_at = looked_at

    def _hear(self, hint: Hint) -> None:
        if isinstance(hint, Whisper) and hint.stream == STREAM:
            self._looked_at = float("-inf")
            self._heard += 1

    async def _read(self, tx: Tx) -> None:
        rows = await tx.rows(queries.LISTS, into=ListRow)
        known = {one.row.organisation_id: one.row.revision for one in self.of.values()}
        changed = [row for row in rows if known.get(row.organisation_id) != row.revision]
        words: dict[int, list[Phrase[Mark]]] = {row.organisation_id: [] for row in changed}
        for word in await tx.rows(queries.WORDS_OF, list(words), into=_Word) if words else []:
            phrase = phrase_of(word.phrase, Mark(word.act, word.phrase))
            if phrase is not None:
                words[word.organisation_id].append(phrase)
        for row in changed:
            self.of[row.organisation_id] = _compiled(row, words[row.organisation_id])
        every = [phrase for one in self.of.values() for phrase in one.phrases]
        self.decided = Lexicon(phrase for phrase in every if phrase.mark.act in DECIDED_BEFORE)
        self.followed = Lexicon(phrase for phrase in every if phrase.mark.act not in DECIDED_BEFORE)
        self.starting = any(one.row.alerts and one.row.starter for one in self.of.values())


def _compiled(row: ListRow, phrases: list[Phrase[Mark]]) -> WordList:
    return WordList(
        row,
        decided=Lexicon(phrase for phrase in phrases if phrase.mark.act in DECIDED_BEFORE),
        noted=Lexicon(phrase for phrase in phrases if phrase.mark.act == "note"),
        alerting=Lexicon(phrase for phrase in phrases if phrase.mark.act == "alert"),
        phrases=phrases,
    )


_LEXICONS: WeakKeyDictionary[Bus, Lexicons] = WeakKeyDictionary()


def lexicons_of(bus: Bus) -> Lexicons:
    """The lists that this process shares."""
    if bus not in _LEXICONS:
        _LEXICONS[bus] = Lexicons(bus)
    return _LEXICONS[bus]


def tell_of_change(tx: Tx) -> None:
    """Let every process read the lists anew once this is committed."""
    bus = tx.bus
    tx.after_commit(lambda: bus.publish(Whisper(STREAM, "{}")))
