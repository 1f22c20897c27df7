"""Names of files that any system unpacks, whatever people have called them."""

import re
import unicodedata

LONGEST = 80  # characters; with two bytes each still within what file systems take

# What some system forbids in names, and invisible signs that turn or hide a part of a name.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def safe_name(name: str) -> str:
    """A name without paths, signs that mislead, or more than 80 characters; its ending stays."""
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if not dot or not ending.isalnum() or len(ending) > 10:
        stem, ending = name, ""
    stem = stem[: LONGEST - len(ending) - 1].strip(" .") or "file"
    name = f"{stem}.{ending}" if ending else stem
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def path_of(number: int, position: int, name: str) -> str:
    """Where a file of a message lies in the archive; two never have the same place."""
    return f"files/{number:06d}-{position + 1:02d}-{safe_name(name)}"
