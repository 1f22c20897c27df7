"""What a file may be called on somebody's screen."""

import unicodedata

NAMELESS = "file"
LONGEST_NAME = 120
LONGEST_EXTENSION = 12

# Joiners are format characters too, but emoji and several scripts are written with them.
_JOINERS = "\u200c\u200d"


def display_name(raw: str) -> str:
    """A name without path, control or direction-changing characters, at most 120 characters, its extension kept."""
    name = unicodedata.normalize("NFC", raw).replace("\\", "/")
    name = "".join(" " if character.isspace() else character for character in name if _is_shown(character))
    name = name.rstrip("/ ").rpartition("/")[2]
    # Trailing dots and spaces vanish on Windows, which would turn "a.exe ." into "a.exe" after it was looked at.
    name = " ".join(name.split()).strip(". ") if name.strip(". ") else ""
    return _shorten(name) or NAMELESS


def extension(name: str) -> str:
    """The lower-case extension with its dot, or nothing."""
    stem, dot, tail = name.rpartition(".")
    return f".{tail.lower()}" if stem and dot and tail and len(tail) < LONGEST_EXTENSION else ""


def _is_shown(character: str) -> bool:
    """Whether the character can be seen, so that nobody hides the true extension with a direction override."""
    return character.isspace() or character in _JOINERS or unicodedata.category(character)[0] != "C"


def _shorten(name: str) -> str:
    if len(name) <= LONGEST_NAME:
        return name
    tail = name[-len(extension(name)) :] if extension(name) else ""
    return name[: LONGEST_NAME - len(tail) - 1].rstrip() + "…" + tail
