"""The bus of a single node: a function call."""

from collections.abc import Callable

from parta.core.bus import Hint


class MemoryBus:
    """Deliver at once to the subscribers in this process."""

    def __init__(self) -> None:
        self._subscribers: list[Callable[[Hint], None]] = []

    def publish(self, hint: Hint) -> None:
        """Hand the hint over without waiting."""
        for hear in self._subscribers:
            hear(hint)

    def subscribe(self, hear: Callable[[Hint], None]) -> None:
        """Call `hear` with every hint from now on."""
        self._subscribers.append(hear)
