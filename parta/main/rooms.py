"""The rooms of the house, lowest first, and the parts of a room that plug themselves in.

A part that a room does not have is skipped, so a room is added by one word here.
"""

import importlib
import importlib.util
from types import ModuleType
from typing import Any

from parta.core.audit import register_actions
from parta.core.errors import register_sentences

ROOMS = (
    "identity",
    "organisations",
    "safety",
    "files",
    "speech",
    "messaging",
    "search",
    "notifications",
    "moderation",
    "applications",
    "personal_data",
    "papers",
    "demo",
)

# Importing these registers listeners, performers of jobs and what the live socket asks for.
SELF_REGISTERING = ("events", "listeners", "followers", "jobs", "live", "stored_tables")


def part(room: str, name: str) -> ModuleType | None:
    """Import one part of a room, if the room has it."""
    module = f"parta.{room}.{name}"
    try:
        found = importlib.util.find_spec(module)
    except ModuleNotFoundError:
        return None
    return importlib.import_module(module) if found else None


def plug_in() -> None:
    """Import what registers itself, and the sentences of every room."""
    for room in ROOMS:
        if errors := part(room, "errors"):
            register_sentences(errors.SENTENCES)
        if audited := part(room, "audited"):
            register_actions(audited.ACTIONS)
        for name in SELF_REGISTERING:
            part(room, name)


def handlers_of_rooms(*, demo: bool) -> list[Any]:
    """Collect the routes; those of the demo exist only in demo mode."""
    rooms = [room for room in ROOMS if room != "demo" or demo]
    return [handler for room in rooms if (routes := part(room, "routes")) for handler in routes.handlers]


def dependencies_of_rooms() -> dict[str, Any]:
    """Collect what rooms provide to all routes by name, e.g. identity's `me`."""
    provided: dict[str, Any] = {}
    for room in ROOMS:
        if (access := part(room, "access")) is not None:
            provided |= getattr(access, "DEPENDENCIES", {})
    return provided
