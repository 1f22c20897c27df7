"""Time is given back after each test that moved it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from parta.core import clock


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))
