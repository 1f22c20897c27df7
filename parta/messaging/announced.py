"""What followers read of the messages that were announced."""

from collections.abc import Iterable
from typing import Generic, TypeVar

import msgspec

from parta.core.followers import FollowedEvent

T = TypeVar("T")


class Announced(msgspec.Struct, Generic[T], frozen=True):
    """`message_added`, with as much of the message as its shape names."""

    message: T


def announced(events: Iterable[FollowedEvent], shape: type[T]) -> list[T]:
    """The new messages among these events, each as this shape."""
    return [event.read(Announced[shape]).message for event in events if event.kind == "message_added"]  # type: ignore[valid-type]
