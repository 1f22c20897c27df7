"""Who is looking at Parta right now: they see what comes and need no push.

A device says so while its window has the focus and somebody touches it. Nodes tell each other by whispers;
nothing is stored, and what is not said again is forgotten.
"""

import time
from collections import defaultdict
from collections.abc import Iterable
from uuid import uuid4
from weakref import WeakKeyDictionary

import msgspec

from parta.core.bus import Bus, Hint, Whisper

STREAM = "attention"
LASTS = 150.0  # seconds; a device says it again every minute


class Look(msgspec.Struct, frozen=True):
    """One device began or ceased to look."""

    person_id: int
    device: str
    on: bool


class Attention:
    """What this node knows of all of them."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._node = uuid4().hex[:8]
        self._until: dict[int, dict[str, float]] = defaultdict(dict)
        bus.subscribe(self._hear)

    def look(self, person_id: int, connection: object, *, on: bool) -> None:
        """A socket of this node began to look, goes on, or ceased."""
        device = f"{self._node}:{id(connection)}"
        if on or device in self._until.get(person_id, {}):
            whisper = Whisper(STREAM, msgspec.json.encode(Look(person_id, device, on)).decode())
            self._bus.publish(whisper)

    def attentive(self, people: Iterable[int]) -> set[int]:
        """Of these people those who are looking now."""
        moment = time.monotonic()
        return {one for one in people if any(t > moment for t in self._until.get(one, {}).values())}

    def _hear(self, hint: Hint) -> None:
        if not isinstance(hint, Whisper) or hint.stream != STREAM:
            return
        look = msgspec.json.decode(hint.frame, type=Look)
        if look.on:
            self._until[look.person_id][look.device] = time.monotonic() + LASTS
            return
        devices = self._until.get(look.person_id, {})
        devices.pop(look.device, None)
        if not devices:
            self._until.pop(look.person_id, None)


_ATTENTION: WeakKeyDictionary[Bus, Attention] = WeakKeyDictionary()


def attention_of(bus: Bus) -> Attention:
    """The attention that this process shares."""
    if bus not in _ATTENTION:
        _ATTENTION[bus] = Attention(bus)
    return _ATTENTION[bus]
