"""The settings of all rooms, found in their `settings.py`."""

import importlib
import inspect

from parta.core.config import Settings
from parta.main.rooms import ROOMS, part


def room_settings() -> list[type[Settings]]:
    """The settings structs of all rooms, in the order of the floors; the core's own are always there."""
    modules = [part(room, "settings") for room in ROOMS]
    modules.append(importlib.import_module("parta.main.settings"))
    return [
        one
        for module in modules
        if module is not None
        for _, one in inspect.getmembers(module, inspect.isclass)
        if issubclass(one, Settings) and one.__module__ == module.__name__
    ]
