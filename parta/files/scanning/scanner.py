"""The role of a scanner: bytes go in, a verdict comes out. `scanner_clamd.py` is the one there is."""

from collections.abc import AsyncIterator
from typing import Protocol

import msgspec


class Clean(msgspec.Struct, frozen=True):
    """Nothing was found."""


class Infected(msgspec.Struct, frozen=True):
    """Something was found; `name` is what the scanner calls it."""

    name: str


class Unscannable(msgspec.Struct, frozen=True):
    """The file is larger than the scanner takes."""


Verdict = Clean | Infected | Unscannable


class ScannerUnavailable(Exception):
    """The scanner cannot be reached, is silent, or does not understand; asked again later it may answer."""


class Scanner(Protocol):
    """Whoever can say what a file holds."""

    async def scan(self, content: AsyncIterator[bytes]) -> Verdict:
        """Look at the bytes of one file; ScannerUnavailable when there is no answer in time."""
