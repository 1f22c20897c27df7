"""Finding people in one's own circle by the beginnings of their names, typing errors forgiven when nobody fits."""

import re
from collections.abc import Iterator

from parta.core.db import Tx
from parta.core.http.paging import Page, decode_key, encode_key
from parta.safety import queries
from parta.safety.people import PersonBrief, briefs
from parta.safety.rules import Reach

_MOST_WORDS = 5
_MOST_SIMILAR = 10
_SHORTEST = 4  # letters; shorter words are like too many
# Trigrams that a typed word and some word of a name must share; «Берескин» and «Берёзкин» share one half.
LIKE_ENOUGH = 0.45

# Who forgets to change the keyboard types «bdfyjd» for «иванов».
_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюе"
_OTHER_KEYBOARD = str.maketrans(_LATIN, _RUSSIAN)


class FoundPerson(PersonBrief, frozen=True, kw_only=True):
    """A brief, and whether one may write at once."""

    reach: Reach
    # Nobody's name begins as typed, but this one is like it.
    similar: bool = False


async def search_circle(
    tx: Tx, me: int, query: str, *, after: str | None = None, limit: int = 50, locale: str = "ru"
) -> Page[FoundPerson]:
    """People of my circle with every word of the query at the beginning of one of their names, in any order.

    «ё» is «е», case does not matter, an empty query lists the whole circle by surname. When nobody fits, the few
    whose names are like what was typed.
    """
    name, last = decode_key(after, tuple[str, int]) if after else ("", 0)
    found = await tx.rows(
        queries.SEARCH_CIRCLE, me, patterns(query), name, last, limit + 1, into=queries.Found
    )
    similar = not found and not after
    if similar:
        found = await _similar(tx, me, query, min(limit, _MOST_SIMILAR))
    page, more = found[:limit], len(found) > limit
    reaches = {row.id: row.reach for row in page}
    people = await briefs(tx, reaches, to=None, locale=locale)
    return Page(
        [
            FoundPerson(
                **{field: getattr(one, field) for field in PersonBrief.__struct_fields__},
                reach=reaches[one.id],
                similar=similar,
            )
            for one in people
        ],
        encode_key(page[-1].search_name, page[-1].id) if more else None,
    )


async def _similar(tx: Tx, me: int, query: str, limit: int) -> list[queries.Found]:
    for words in similar_words(query):
        shared = shared_pieces(max(words, key=len))
        found = await tx.rows(
            queries.SIMILAR_CIRCLE, me, words, LIKE_ENOUGH, limit, shared, into=queries.Found
        )
        if found:
            return found
    return []


def similar_words(query: str) -> Iterator[list[str]]:
    """What may have been meant, the likelier first: the words themselves, then the same keys on a Russian keyboard."""
    small = query.lower()
    for meant in (small, small.translate(_OTHER_KEYBOARD)):
        words = [word for word in re.findall(r"[^\W_]+", meant.replace("ё", "е")) if len(word) >= _SHORTEST]
        if words and (meant is small or meant != small):
            yield words[:_MOST_WORDS]


def shared_pieces(word: str) -> list[str]:
    """LIKE patterns of which one fits every name like enough to the word.

    A word of n >= 4 letters has n + 1 trigrams: the first letter, the first two, every three in a row and the last
    two. Sharing only the first and the last of these is at most 2 of 5, less than `LIKE_ENOUGH`.
    """
    return [f"% {word[:2]}%", *(f"%{word[at : at + 3]}%" for at in range(len(word) - 2))]


def patterns(query: str) -> list[str]:
    """Words as LIKE patterns over « surname name patronymic»; everything but letters and digits divides words."""
    words = re.findall(r"[^\W_]+", query.lower().replace("ё", "е"))[:_MOST_WORDS]
    return [f"% {word}%" for word in words]
