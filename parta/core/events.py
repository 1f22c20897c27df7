"""What rooms announce: past-tense facts, written to the streams of those who may hear them."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from parta.core.db import Tx


def snake_case(name: str) -> str:
    """MessageAdded → message_added."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag=snake_case):
    """A fact. Subclasses repeat `frozen=True, kw_only=True`."""

    def streams(self) -> tuple[str, ...]:
        """Name the audiences that hear it; none means only listeners do."""
        return ()

    def subject(self) -> str | None:
        """Name what it is about, if its words may have to be taken back one day: `message:17`."""
        return None

    def opens(self) -> str | None:
        """On a person's stream: the stream this person hears from now on."""
        return None

    def closes(self) -> str | None:
        """On a person's stream: the stream this person hears no more."""
        return None

    def ends_session(self) -> int | None:
        """On a person's stream: the session whose sockets must close."""
        return None


def person_stream(person_id: int) -> str:
    """Name the stream that all devices of one person hear."""
    return f"person:{person_id}"


E = TypeVar("E", bound=Event)
Listener = Callable[["Tx", Any], Awaitable[None]]

Gatherer = Callable[["Tx", Any], Awaitable[None]]

LISTENERS: dict[type[Event], list[Listener]] = defaultdict(list)
GATHERERS: dict[type[Event], list[Gatherer]] = defaultdict(list)


def listens(
    kind: type[E],
) -> Callable[[Callable[["Tx", E], Awaitable[None]]], Callable[["Tx", E], Awaitable[None]]]:
    """Run the function inside the announcing transaction, just before it commits."""

    def register(
        listener: Callable[["Tx", E], Awaitable[None]],
    ) -> Callable[["Tx", E], Awaitable[None]]:
        LISTENERS[kind].append(listener)
        return listener

    return register


def gathers(
    kind: type[E],
) -> Callable[[Callable[["Tx", list[E]], Awaitable[None]]], Callable[["Tx", list[E]], Awaitable[None]]]:
    """Like `listens`, but once for all events of the kind in a transaction: for what is cheap only in sets."""

    def register(
        gatherer: Callable[["Tx", list[E]], Awaitable[None]],
    ) -> Callable[["Tx", list[E]], Awaitable[None]]:
        GATHERERS[kind].append(gatherer)
        return gatherer

    return register


def kind_of(event_type: type[Event]) -> str:
    """Return the tag under which events of this type are stored."""
    return str(event_type.__struct_config__.tag)


def controlling_kinds() -> dict[str, type[Event]]:
    """Find the kinds that change what a connection hears; the others need not be decoded."""
    found: dict[str, type[Event]] = {}
    pending = list(Event.__subclasses__())
    while pending:
        kind = pending.pop()
        pending += kind.__subclasses__()
        controls = ("opens", "closes", "ends_session")
        if any(getattr(kind, name) is not getattr(Event, name) for name in controls):
            found[kind_of(kind)] = kind
    return found
