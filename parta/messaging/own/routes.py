"""HTTP of a person's own order: chats on top and in the archive, marks, folders, drafts."""

from typing import Annotated

import msgspec
from litestar import delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from parta.core.db import Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.messaging import pointers
from parta.messaging.own import arranging, folders
from parta.messaging.own import drafts as own_drafts
from parta.messaging.own.shapes import DraftText, Folder, FolderRules, FolderSet, OwnDraft
from parta.messaging.pointers import Pointers

# What was begun and erased is nowhere; the stamp tells a repeated draft from a newer one.
keep_no_trace_of(r"/api/me/drafts/\d+")


class PinnedOrder(msgspec.Struct, frozen=True):
    """The chats on top, the uppermost first."""

    conversation_ids: list[int]


class FolderOrder(msgspec.Struct, frozen=True):
    """How the folders stand: own ones by id, ready-made ones by name, and those not shown."""

    tabs: Annotated[list[str], msgspec.Meta(max_length=50)]
    hidden: Annotated[list[str], msgspec.Meta(max_length=50)]


@put("/me/pinned-chats/{conversation_id:int}", status_code=204)
async def pin_chat(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int]
) -> None:
    """Put a chat on top of the list."""
    await arranging.pin_chat(tx, conversation_id, by=me.id)


@delete("/me/pinned-chats/{conversation_id:int}")
async def unpin_chat(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int]
) -> None:
    """Take a chat from the top of the list."""
    await arranging.unpin_chat(tx, conversation_id, by=me.id)


@put("/me/pinned-chats", status_code=204)
async def order_pinned(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[PinnedOrder]
) -> None:
    """Order the chats on top."""
    await arranging.order_pinned(tx, data.conversation_ids, by=me.id)


@put("/me/archived-chats/{conversation_id:int}", status_code=204)
async def archive_chat(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int]
) -> None:
    """Put a chat into the archive."""
    await arranging.archive_chat(tx, conversation_id, by=me.id)


@delete("/me/archived-chats/{conversation_id:int}")
async def unarchive_chat(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int]
) -> None:
    """Take a chat back from the archive."""
    await arranging.unarchive_chat(tx, conversation_id, by=me.id)


@put("/me/unread-marks/{conversation_id:int}", status_code=204)
async def mark_unread(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int]
) -> None:
    """Mark a chat as unread."""
    await arranging.mark_unread(tx, conversation_id, marked=True, by=me.id)


@delete("/me/unread-marks/{conversation_id:int}")
async def unmark_unread(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int]
) -> None:
    """Take the mark off."""
    await arranging.mark_unread(tx, conversation_id, marked=False, by=me.id)


@get("/me/folders")
async def read_folders(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> FolderSet:
    """Read my folders and their order."""
    return await folders.read_folders(tx, by=me.id)


@post("/me/folders", status_code=201)
async def add_folder(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[FolderRules]
) -> Folder:
    """Make a folder."""
    return await folders.add_folder(tx, data, by=me.id)


@put("/me/folders/{folder_id:int}")
async def change_folder(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    folder_id: FromPath[int],
    data: JSONBody[FolderRules],
) -> Folder:
    """Change a folder."""
    return await folders.change_folder(tx, folder_id, data, by=me.id)


@delete("/me/folders/{folder_id:int}")
async def remove_folder(
    tx: NamedDependency[Tx], me: NamedDependency[Person], folder_id: FromPath[int]
) -> None:
    """Remove a folder."""
    await folders.remove_folder(tx, folder_id, by=me.id)


@put("/me/folders/order", status_code=204)
async def arrange_folders(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[FolderOrder]
) -> None:
    """Order the folders, and hide ready-made ones."""
    await folders.arrange_folders(tx, data.tabs, data.hidden, by=me.id)


@get("/me/pointers")
async def list_pointers(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=500)] = 500,
) -> Pointers:
    """List how far others have read in my chats."""
    return await pointers.list_pointers(tx, after=after, limit=limit, by=me.id)


@get("/me/drafts")
async def list_drafts(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 100,
) -> Page[OwnDraft]:
    """List what I have begun and not sent."""
    return await own_drafts.list_drafts(tx, after=after, limit=limit, by=me.id)


@put("/me/drafts/{conversation_id:int}")
async def save_draft(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[DraftText],
) -> OwnDraft:
    """Keep what I have begun; an empty text erases it. The answer is the draft that stands."""
    return await own_drafts.save_draft(tx, conversation_id, data, by=me.id)


handlers = [
    pin_chat,
    unpin_chat,
    order_pinned,
    archive_chat,
    unarchive_chat,
    mark_unread,
    unmark_unread,
    read_folders,
    add_folder,
    change_folder,
    remove_folder,
    arrange_folders,
    list_pointers,
    list_drafts,
    save_draft,
]
