"""Which rooms there are, from the ground up."""

import importlib
import importlib.util
import inspect

from parta.core.config import Settings

ROOMS = ("core", "identity", "organisations", "safety", "files", "messaging", "main")


def room_settings() -> list[type[Settings]]:
    """The settings structs of all rooms, in the order of the floors."""
    found: list[type[Settings]] = []
    for room in ROOMS:
        name = f"parta.{room}.settings"
        if importlib.util.find_spec(name) is None:
            continue
        module = importlib.import_module(name)
        found += [
            one
            for _, one in inspect.getmembers(module, inspect.isclass)
            if issubclass(one, Settings) and one.__module__ == name
        ]
    return found
