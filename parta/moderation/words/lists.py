"""Keeping a list: its words one by one, all of them as text, and whose words it looks at."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.moderation.words import queries
from parta.moderation.words.crisis_words import call_for_help_in
from parta.moderation.words.lexicons import lexicons_of, tell_of_change
from parta.moderation.words.matching import Lexicon, key_of, phrase_of
from parta.moderation.words.shapes import Act, Mark, Whose
from parta.organisations.access import require_administrator

MOST_WORDS = 2000
LONGEST, SHORTEST = 80, 2
MOST_TEXT = 200_000  # characters of an imported list

# How acts are written in a list that is a text: «растяпа; отказать».
ACT_NAMES: dict[Act, str] = {
    "hold": "на одобрение",
    "refuse": "отказать",
    "note": "отметить",
    "alert": "тревога",
}
ACTS_BY_NAME: dict[str, Act] = {name: act for act, name in ACT_NAMES.items()} | {
    "hold": "hold",
    "refuse": "refuse",
    "note": "note",
    "alert": "alert",
}


class NewWord(msgspec.Struct, frozen=True):
    """A word or a phrase to be watched; in quotes it is meant letter for letter."""

    phrase: Annotated[str, Meta(max_length=LONGEST)]
    act: Act = "hold"


class WatchedWord(msgspec.Struct, frozen=True):
    """One entry of a list."""

    id: int
    phrase: str
    act: Act
    added_at: datetime


class ListSettings(msgspec.Struct, frozen=True):
    """Whose words a list looks at: pupils', or everybody's but the staff's."""

    whose: Whose = "pupils"


class Imported(msgspec.Struct, frozen=True):
    """What became of a text: entries added or changed, and lines that say no phrase, by their number from 1."""

    changed: int
    unread_lines: list[int]


class Trial(msgspec.Struct, frozen=True):
    """What a list finds in a text, as it would for a pupil."""

    found: list[NewWord]
    act: Act | None
    alert: bool


async def list_words(
    tx: Tx, organisation_id: int, *, act: Act | None, after: str | None, limit: int, by: int
) -> Page[WatchedWord]:
    """The entries of a list in the order in which they came, for the organisation's administrators."""
    await require_administrator(tx, organisation_id, by=by)
    last = decode_key(after, tuple[int])[0] if after else 0
    rows = await tx.rows(queries.PAGE, organisation_id, last, act, limit, into=WatchedWord)
    return Page(rows, encode_key(rows[-1].id) if len(rows) == limit else None)


async def add_word(tx: Tx, organisation_id: int, word: NewWord, *, by: int) -> None:
    """Watch a phrase from now on; said before with another act, it takes the new one."""
    await require_administrator(tx, organisation_id, by=by)
    phrase = _clean(word.phrase)
    if phrase is None:
        raise Invalid("phrase_invalid", field="phrase")
    if await _add(tx, organisation_id, [msgspec.structs.replace(word, phrase=phrase)]):
        await _note(tx, "watched_word_added", organisation_id, {"phrase": phrase, "act": word.act}, by=by)


async def remove_word(tx: Tx, organisation_id: int, word_id: int, *, by: int) -> None:
    """Watch a phrase no more."""
    await require_administrator(tx, organisation_id, by=by)
    phrase = await tx.value(queries.REMOVE, organisation_id, word_id)
    if phrase is None:
        raise NotFound
    await _note(tx, "watched_word_removed", organisation_id, {"phrase": phrase}, by=by)


async def read_settings(tx: Tx, organisation_id: int, *, by: int) -> ListSettings:
    """Whose words are looked at."""
    await require_administrator(tx, organisation_id, by=by)
    return ListSettings(await tx.value(queries.WHOSE, organisation_id) or "pupils")


async def change_settings(tx: Tx, organisation_id: int, settings: ListSettings, *, by: int) -> None:
    """Look at others' words from now on, or only at pupils'."""
    await require_administrator(tx, organisation_id, by=by)
    await tx.run(queries.MAKE_LIST, organisation_id)
    await tx.run(queries.SET_WHOSE, organisation_id, settings.whose)
    await _note(tx, "word_list_changed", organisation_id, {"whose": settings.whose}, by=by, counted=True)


async def export_words(tx: Tx, organisation_id: int, *, by: int) -> str:
    """The whole list as a text that can be imported again."""
    await require_administrator(tx, organisation_id, by=by)
    words = await tx.rows(queries.ALL, organisation_id, into=NewWord)
    return "".join(f"{word.phrase}; {ACT_NAMES[word.act]}\n" for word in words)


async def import_words(tx: Tx, organisation_id: int, text: str, *, replace: bool, by: int) -> Imported:
    """Take over a list: a phrase on each line, and behind «;» what to do. Lines beginning with «#» are remarks."""
    await require_administrator(tx, organisation_id, by=by)
    words, unread = _read_lines(text)
    await tx.run(queries.MAKE_LIST, organisation_id)
    if replace:
        await tx.value(queries.LOCK_LIST, organisation_id)
        await tx.run(queries.EMPTY, organisation_id)
    changed = await _add(tx, organisation_id, words)
    details = {"changed": changed, "replaced": replace}
    await _note(tx, "word_list_imported", organisation_id, details, by=by)
    return Imported(changed, unread)


async def try_words(tx: Tx, organisation_id: int, text: str, *, by: int) -> Trial:
    """Tell what the list as it stands finds in a text."""
    await require_administrator(tx, organisation_id, by=by)
    lexicons = lexicons_of(tx.bus)
    await lexicons.refresh(tx)
    kept = lexicons.of.get(organisation_id)
    marks = Lexicon(kept.phrases).find(text) if kept else []
    acts = [mark.act for mark in marks]
    act: Act | None = next((act for act in ("refuse", "hold", "note") if act in acts), None)
    alert = (
        kept is not None and kept.row.alerts and ("alert" in acts or _calls_for_help(text, kept.row.starter))
    )
    return Trial([NewWord(mark.phrase, mark.act) for mark in marks], act, alert)


def _calls_for_help(text: str, starter: bool) -> bool:
    return starter and call_for_help_in(text) is not None


async def _add(tx: Tx, organisation_id: int, words: Iterable[NewWord]) -> int:
    """Add what is new; the list is locked, so that two at once do not both find the last free place."""
    by_key = {key_of(word.phrase): word for word in words}
    entries = [(word.phrase, key, word.act) for key, word in by_key.items() if key]
    await tx.run(queries.MAKE_LIST, organisation_id)
    await tx.value(queries.LOCK_LIST, organisation_id)
    if not entries:
        return 0
    phrases, keys, acts = (list(column) for column in zip(*entries, strict=True))
    changed = await tx.run(queries.ADD, organisation_id, phrases, keys, acts, now())
    if await tx.value(queries.COUNT, organisation_id) > MOST_WORDS:
        raise Conflict("too_many_words")
    return changed


def _read_lines(text: str) -> tuple[list[NewWord], list[int]]:
    if len(text) > MOST_TEXT:
        raise Invalid("word_list_too_long", field="text")
    words: list[NewWord] = []
    unread: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        said, _, asked = line.partition(";")
        phrase, act = _clean(said), ACTS_BY_NAME.get(asked.strip().casefold() or "hold")
        if phrase is None or act is None:
            unread.append(number)
        else:
            words.append(NewWord(phrase, act))
    return words, unread[:100]


def _clean(phrase: str) -> str | None:
    """A phrase on one line; None where there is none that could be found."""
    phrase = " ".join(phrase.replace("\x00", "").split())
    if not SHORTEST <= len(phrase) <= LONGEST or phrase_of(phrase, Mark("hold", phrase)) is None:
        return None
    return phrase


async def _note(
    tx: Tx,
    action: str,
    organisation_id: int,
    details: dict[str, Any],
    *,
    by: int,
    counted: bool = False,
) -> None:
    """Every process reads the list anew, and the audit log says who changed it."""
    if not counted:
        await tx.run(queries.CHANGED, organisation_id)
    tell_of_change(tx)
    await tx.audit(
        action,
        actor_id=by,
        subject=f"organisation:{organisation_id}",
        organisation_id=organisation_id,
        details=details,
    )
