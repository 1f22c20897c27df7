"""HTTP of the room, part by part."""

from typing import Any

from parta.personal_data import routes_consents
from parta.personal_data.archive import routes as archive_routes

handlers: list[Any] = [*archive_routes.handlers, *routes_consents.handlers]
