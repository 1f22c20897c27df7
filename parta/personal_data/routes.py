"""HTTP of the room, part by part."""

from typing import Any

from parta.personal_data.archive import routes as archive_routes

handlers: list[Any] = [*archive_routes.handlers]
