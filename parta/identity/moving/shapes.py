"""What is asked about a move, whoever asks."""

from typing import Annotated

import msgspec
from msgspec import Meta

from parta.identity.moving.moves import Side

ContactText = Annotated[str, Meta(min_length=1, max_length=254)]


class MoveCode(msgspec.Struct, frozen=True):
    """Which of the two contacts gets a code."""

    side: Side


class MoveProof(msgspec.Struct, frozen=True):
    """The code that one of the two contacts got."""

    side: Side
    code_id: Annotated[str, Meta(min_length=1, max_length=64)]
    code: Annotated[str, Meta(min_length=1, max_length=16)]
