"""School stickers: drawings of our own, sent by name.

In Russian: «школьные стикеры». `sticker_sets/manifest.json` names every set, drawing, caption and the words
it is found by; the server checks against it and the client shows from it, so there is one list for both.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from parta.core.errors import Invalid
from parta.messaging.content import checks_content

if TYPE_CHECKING:
    from parta.messaging.drafts import Draft

FOLDER = Path(__file__).with_name("sticker_sets")


class Sticker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One drawing; the captions are what is read aloud, the words what it is found by."""

    name: str
    ru: str
    en: str
    words: str


class StickerSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Drawings that belong together."""

    name: str
    ru: str
    en: str
    stickers: list[Sticker]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything there is, in the order it is shown."""

    sets: list[StickerSet]


@cache
def sticker_sets() -> list[StickerSet]:
    """Read the manifest, once for a process."""
    return msgspec.json.decode(FOLDER.joinpath("manifest.json").read_bytes(), type=Manifest).sets


@cache
def stickers() -> dict[str, Sticker]:
    """All stickers by the name they are sent under: `owl/hello`."""
    return {f"{group.name}/{sticker.name}": sticker for group in sticker_sets() for sticker in group.stickers}


@checks_content
def check_sticker(draft: "Draft") -> None:
    """A sticker is one of ours, and says what it says alone."""
    name = None if draft.content is None else draft.content.sticker
    if name is None:
        return
    if name not in stickers():
        raise Invalid("sticker_unknown", field="content.sticker")
    if draft.body.strip() or draft.file_ids:
        raise Invalid("sticker_alone", field="content.sticker")
