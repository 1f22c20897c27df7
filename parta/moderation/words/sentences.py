"""Sentences of a text: only the one in which something stands is shown to anybody."""

import re
from collections.abc import Callable

LONGEST = 500  # characters
_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")


def first_sentence(text: str, finds: Callable[[str], object]) -> str | None:
    """The first sentence in which something is found, cut to 500 characters; the whole where it takes more than one."""
    for sentence in _ENDS.split(text):
        if finds(sentence):
            return _cut(sentence)
    return _cut(text) if finds(text) else None


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
