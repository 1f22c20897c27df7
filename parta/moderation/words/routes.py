"""HTTP of word lists and of what they note."""

from typing import Annotated, Any

import msgspec
from litestar import Response, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from parta.core.db import Tx
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.moderation.words import lists, noted, watching_told
from parta.moderation.words.lists import Imported, ListSettings, NewWord, Trial, WatchedWord
from parta.moderation.words.noted import NotedMessage
from parta.moderation.words.shapes import Act
from parta.moderation.words.watching_told import WatchingHere


class WordText(msgspec.Struct, frozen=True):
    """A list as text; `replace` forgets what was in it before."""

    text: Annotated[str, Meta(max_length=lists.MOST_TEXT)]
    replace: bool = False


class TriedText(msgspec.Struct, frozen=True):
    """What somebody might say."""

    text: Annotated[str, Meta(max_length=8000)]


@get("/organisations/{organisation_id:int}/watched-words", tags=["moderation"])
async def list_words(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    act: FromQuery[Act | None] = None,
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[WatchedWord]:
    """The organisation's list."""
    return await lists.list_words(tx, organisation_id, act=act, after=after, limit=limit, by=me.id)


@post("/organisations/{organisation_id:int}/watched-words", status_code=204, tags=["moderation"])
async def add_word(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[NewWord],
) -> None:
    """Watch a word or a phrase."""
    await lists.add_word(tx, organisation_id, data, by=me.id)


@delete("/organisations/{organisation_id:int}/watched-words/{word_id:int}", tags=["moderation"])
async def remove_word(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    word_id: FromPath[int],
) -> None:
    """Watch it no more."""
    await lists.remove_word(tx, organisation_id, word_id, by=me.id)


@get("/organisations/{organisation_id:int}/watched-words/text", tags=["moderation"])
async def export_words(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> Response[bytes]:
    """The list as a text file."""
    text = await lists.export_words(tx, organisation_id, by=me.id)
    headers = {"Content-Disposition": 'attachment; filename="words.txt"', "Cache-Control": "no-store"}
    return Response(text.encode(), media_type="text/plain; charset=utf-8", headers=headers)


@put("/organisations/{organisation_id:int}/watched-words/text", status_code=200, tags=["moderation"])
async def import_words(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[WordText],
) -> Imported:
    """Take over a list from a text: «фраза; на одобрение», one on a line."""
    return await lists.import_words(tx, organisation_id, data.text, replace=data.replace, by=me.id)


@post("/organisations/{organisation_id:int}/watched-words/trial", status_code=200, tags=["moderation"])
async def try_words(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[TriedText],
) -> Trial:
    """What the list finds in a text."""
    return await lists.try_words(tx, organisation_id, data.text, by=me.id)


@get("/organisations/{organisation_id:int}/word-list", tags=["moderation"])
async def read_word_list(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> ListSettings:
    """Whose words are looked at."""
    return await lists.read_settings(tx, organisation_id, by=me.id)


@put("/organisations/{organisation_id:int}/word-list", status_code=204, tags=["moderation"])
async def change_word_list(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[ListSettings],
) -> None:
    """Look at pupils' words, or at everybody's but the staff's."""
    await lists.change_settings(tx, organisation_id, data, by=me.id)


@get("/organisations/{organisation_id:int}/noted-messages", tags=["moderation"])
async def list_noted(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[NotedMessage]:
    """Sentences with words that are only noted; the look is written down."""
    return await noted.list_noted(tx, organisation_id, after=after, limit=limit, by=me.id)


@get("/me/watching", tags=["moderation"])
async def list_watching(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> list[WatchingHere]:
    """What schools look at in my messages, or in my child's."""
    return await watching_told.list_watching(tx, of=me.id)


handlers: list[Any] = [
    list_words,
    add_word,
    remove_word,
    export_words,
    import_words,
    try_words,
    read_word_list,
    change_word_list,
    list_noted,
    list_watching,
]
