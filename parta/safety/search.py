"""Finding people in one's own circle by the beginnings of their names."""

import re

from parta.core.db import Tx
from parta.core.http.paging import Page, decode_key, encode_key
from parta.safety import queries
from parta.safety.people import PersonBrief, briefs
from parta.safety.rules import Reach

_MOST_WORDS = 5


class FoundPerson(PersonBrief, frozen=True, kw_only=True):
    """A brief, and whether one may write at once."""

    reach: Reach


async def search_circle(
    tx: Tx, me: int, query: str, *, after: str | None = None, limit: int = 50, locale: str = "ru"
) -> Page[FoundPerson]:
    """People of my circle with every word of the query at the beginning of one of their names, in any order.

    «ё» is «е», case does not matter, an empty query lists the whole circle by surname.
    """
    name, last = decode_key(after, tuple[str, int]) if after else ("", 0)
    found = await tx.rows(
        queries.SEARCH_CIRCLE, me, patterns(query), name, last, limit + 1, into=queries.Found
    )
    page, more = found[:limit], len(found) > limit
    reaches = {row.id: row.reach for row in page}
    people = await briefs(tx, reaches, to=None, locale=locale)
    return Page(
        [
            FoundPerson(
                **{field: getattr(one, field) for field in PersonBrief.__struct_fields__},
                reach=reaches[one.id],
            )
            for one in people
        ],
        encode_key(page[-1].search_name, page[-1].id) if more else None,
    )


def patterns(query: str) -> list[str]:
    """Words as LIKE patterns over « surname name patronymic»; everything but letters and digits divides words."""
    words = re.findall(r"[^\W_]+", query.lower().replace("ё", "е"))[:_MOST_WORDS]
    return [f"% {word}%" for word in words]
