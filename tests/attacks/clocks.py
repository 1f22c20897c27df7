"""Whether somebody with a clock could tell two doors apart: tried in turn, compared by the middle of the differences."""

import time
from collections.abc import Awaitable, Callable, Sequence
from statistics import median

# Milliseconds. A slow hash takes tens of them and a letter to a mail server some; a loaded machine slows both alike.
TOLERANCE = 4.0

Try = Callable[[], Awaitable[object]]


async def difference(pairs: Sequence[tuple[Try, Try]]) -> float:
    """How much longer the first of each pair takes, in milliseconds; pairs change places, so that no one is always first."""
    taken = []
    for number, (one, other) in enumerate(pairs):
        if number % 2:
            second, first = await _milliseconds(other), await _milliseconds(one)
        else:
            first, second = await _milliseconds(one), await _milliseconds(other)
        taken.append(first - second)
    return median(taken)


async def _milliseconds(attempt: Try) -> float:
    began = time.perf_counter()
    await attempt()
    return (time.perf_counter() - began) * 1000
