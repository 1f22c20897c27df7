"""What a list says about a word."""

from typing import Literal

import msgspec

# Held until somebody has looked, refused, noted for moderators, or a call for help.
Act = Literal["hold", "refuse", "note", "alert"]
Whose = Literal["pupils", "all"]


class Mark(msgspec.Struct, frozen=True):
    """What is to be done about a phrase, and how it stands in the list."""

    act: Act
    phrase: str
