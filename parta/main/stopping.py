"""Ctrl-C and SIGTERM mean the same: leave through every `finally`, so that all we started stops."""

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopped(BaseException):
    """Somebody asked us to stop; not an Exception, so nothing swallows it on the way."""


def _raise(number: int, frame: FrameType | None) -> NoReturn:
    raise Stopped(signal.Signals(number).name)


def _note(number: int, frame: FrameType | None) -> None:
    """The server has already heard this signal and is ending; uvicorn raises it again for others."""


@contextmanager
def stop_on_signals() -> Iterator[None]:
    """Inside, a signal raises Stopped."""
    with _handled_by(_raise):
        yield


@contextmanager
def server_handles_signals() -> Iterator[None]:
    """Inside, uvicorn listens to the signals itself."""
    with _handled_by(_note):
        yield


@contextmanager
def signals_cancel() -> Iterator[None]:
    """Inside, in an event loop, a signal cancels the current task, which then raises Stopped."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number in SIGNALS:
        loop.add_signal_handler(number, lambda: task and task.cancel())
    try:
        yield
    except asyncio.CancelledError:
        raise Stopped from None
    finally:
        for number, old in before.items():
            loop.remove_signal_handler(number)
            signal.signal(number, old)


@contextmanager
def _handled_by(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    before = {number: signal.signal(number, handler) for number in SIGNALS}
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)
