"""Folders: a person's own ways to look at their chats.

A folder says which chats it holds; which of them are there at a moment is worked out by the
devices, because they have all chats and every unread count. In Russian: «папки».
"""

from collections.abc import Sequence
from typing import get_args

import msgspec

from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.messaging.drafts import LARGEST_ID
from parta.messaging.own import queries_folders as queries
from parta.messaging.own.events import FolderChanged, FolderRemoved, FoldersArranged
from parta.messaging.own.shapes import ChatKind, Folder, FolderRules, FolderSet
from parta.messaging.reactions import EMOJI

MOST_FOLDERS = 20
MOST_CHATS = 200
LONGEST_NAME = 40

# Folders that are there without being made, by the names under which their order is kept.
READY_MADE = ("unread", "classes", "parents", "direct", "work")
KINDS = frozenset(get_args(ChatKind))


class Tabs(msgspec.Struct, frozen=True):
    """How the folders stand."""

    tabs: list[str]
    hidden: list[str]


async def read_folders(tx: Tx, *, by: int) -> FolderSet:
    """Read one's folders and their order."""
    seq = await tx.value(queries.POSITION, by)
    tabs = await tx.row(queries.TABS, by, into=Tabs) or Tabs([], [])
    items = await tx.rows(queries.FOLDERS, by, into=Folder)
    return FolderSet(items=items, tabs=tabs.tabs, hidden=tabs.hidden, seq=seq)


async def add_folder(tx: Tx, rules: FolderRules, *, by: int) -> Folder:
    """Make a folder; Conflict beyond 20."""
    rules = await _checked(tx, rules, by)
    await tx.run(queries.LOCK_FOLDERS, by)
    if await tx.value(queries.COUNT, by) >= MOST_FOLDERS:
        raise Conflict("too_many_folders")
    return _told(tx, await tx.row(queries.ADD, by, *msgspec.structs.astuple(rules), into=Folder), by)


async def change_folder(tx: Tx, folder_id: int, rules: FolderRules, *, by: int) -> Folder:
    """Change everything about a folder; NotFound when it is not one's own."""
    rules = await _checked(tx, rules, by)
    changed = await tx.row(
        queries.CHANGE, by, _findable(folder_id), *msgspec.structs.astuple(rules), into=Folder
    )
    return _told(tx, changed, by)


async def remove_folder(tx: Tx, folder_id: int, *, by: int) -> None:
    """Remove a folder; the chats stay."""
    if not await tx.run(queries.REMOVE, by, _findable(folder_id)):
        raise NotFound
    tx.emit(FolderRemoved(person_id=by, folder_id=folder_id))


async def arrange_folders(tx: Tx, tabs: Sequence[str], hidden: Sequence[str], *, by: int) -> None:
    """Say in which order the folders stand, and which ready-made ones are not shown."""
    await tx.run(queries.LOCK_FOLDERS, by)
    own = {str(folder.id) for folder in await tx.rows(queries.FOLDERS, by, into=Folder)}
    known = own | {*READY_MADE, "all"}
    ordered = [tab for tab in dict.fromkeys(tabs) if tab in known]
    unseen = [tab for tab in dict.fromkeys(hidden) if tab in READY_MADE]
    await tx.run(queries.ARRANGE, by, ordered, unseen)
    tx.emit(FoldersArranged(person_id=by, tabs=ordered, hidden=unseen))


def _told(tx: Tx, folder: Folder | None, by: int) -> Folder:
    if folder is None:
        raise NotFound
    tx.emit(FolderChanged(person_id=by, folder=folder))
    return folder


async def _checked(tx: Tx, rules: FolderRules, by: int) -> FolderRules:
    """Return the rules in order: a clean name, chats that one is in; raises Invalid for an empty folder."""
    name = " ".join(rules.name.replace("\x00", "").split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise Invalid("folder_name_invalid", field="name")
    if rules.icon and not EMOJI.fullmatch(rules.icon):
        raise Invalid("folder_icon_invalid", field="icon")
    chosen = await _chats(tx, rules.chat_ids, "chat_ids", by)
    kinds = [kind for kind in dict.fromkeys(rules.kinds) if kind in KINDS]
    if not chosen and not kinds:
        raise Invalid("folder_empty", field="chat_ids")
    without = [one for one in await _chats(tx, rules.without_ids, "without_ids", by) if one not in chosen]
    return msgspec.structs.replace(rules, name=name, chat_ids=chosen, without_ids=without, kinds=kinds)


async def _chats(tx: Tx, ids: Sequence[int], field: str, by: int) -> list[int]:
    """Keep the chats that one is in: the others, left meanwhile or never one's own, are quietly not there."""
    if len(ids) > MOST_CHATS:
        raise Invalid("too_many_chats", field=field)
    storable = [one for one in dict.fromkeys(ids) if 0 < one <= LARGEST_ID]
    mine = set(await tx.values(queries.MINE_AMONG, by, storable)) if storable else set()
    return [one for one in storable if one in mine]


def _findable(folder_id: int) -> int:
    if not 0 < folder_id <= LARGEST_ID:
        raise NotFound
    return folder_id
