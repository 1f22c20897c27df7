"""Every route as a request that would succeed for somebody: the refusal is never about the request's form."""

from typing import Any
from uuid import uuid4

from parta.main.app import Application

BODIES: dict[str, dict[str, Any]] = {
    "POST /api/sign-in/codes": {"contact": "+79990000001"},
    "POST /api/sign-in/sessions": {"code_id": "nothing", "code": "000000"},
    "PUT /api/me/consents": {"consents": []},
    "PATCH /api/me": {"locale": "ru"},
    "POST /api/conversations/{conversation_id}/request-answer": {"accept": True},
    "PUT /api/conversations/{conversation_id}/members/{person_id}": {"role": "member"},
    "PATCH /api/conversations/{conversation_id}": {"title": "Иначе"},
    "PUT /api/conversations/{conversation_id}/reading": {"number": 1},
    "PUT /api/conversations/{conversation_id}/mute": {"until": None},
    "PATCH /api/messages/{message_id}": {"body": "Иначе"},
    "PATCH /api/messages/{message_id}/transcript": {"text": "Иначе"},
    "PUT /api/me/voice": {"texts": True},
    "PUT /api/me/pinned-chats": {"conversation_ids": []},
    "PUT /api/me/drafts/{conversation_id}": {"body": "Начато", "stamp": 1},
    "POST /api/me/folders": {"name": "Дом", "kinds": ["direct"]},
    "PUT /api/me/folders/order": {"tabs": [], "hidden": []},
    "PUT /api/me/folders/{folder_id}": {"name": "Дом", "kinds": ["direct"]},
}

QUERIES = {
    "GET /api/people": "?ids=1",
    "DELETE /api/messages/{message_id}": "?for=all",
}

TUS = {"Tus-Resumable": "1.0.0"}
HEADERS = {
    "POST /api/uploads": TUS | {"Upload-Length": "5", "Upload-Metadata": "filename cGxhbi50eHQ="},
    "PATCH /api/uploads/{upload_id}": TUS
    | {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"},
    "HEAD /api/uploads/{upload_id}": TUS,
    "DELETE /api/uploads/{upload_id}": TUS,
}


def routes_of(application: Application) -> list[str]:
    """Name every method and path that the application serves; OPTIONS that the framework adds is not ours."""
    found = []
    for route in application.litestar.routes:
        for method in getattr(route, "methods", ()):
            ours = method != "OPTIONS" or route.path_format == "/api/uploads"
            # The API's description of itself is public.
            if ours and not route.path_format.startswith("/api/openapi"):
                found.append(f"{method} {route.path_format}")
    return sorted(found)


def question(route: str, places: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    """Build method, address and the rest of the request."""
    method, _, path = route.partition(" ")
    named = places | ({"person_id": places["member_id"]} if "/members/" in path else {})
    more: dict[str, Any] = {}
    if route == "POST /api/conversations":
        more["json"] = {"kind": "group", "title": "Кружок", "person_ids": [places["person_id"]]}
    elif route.endswith("/members") and method == "POST":
        more["json"] = {"person_ids": [places["person_id"]]}
    elif route.endswith("/messages") and method == "POST":
        more["json"] = {"client_id": str(uuid4()), "body": "Слово"}
    elif route == "POST /api/forwards":
        chats, said = [places["conversation_id"]], [places["message_id"]]
        more["json"] = {"client_id": str(uuid4()), "message_ids": said, "conversation_ids": chats}
    elif route == "POST /api/rosters":
        more["files"] = {"file": ("roster.zip", b"not a zip")}
    elif route == "PATCH /api/uploads/{upload_id}":
        more["content"] = b"hello"
    elif route in BODIES:
        more["json"] = BODIES[route]
    if route in HEADERS:
        more["headers"] = HEADERS[route]
    return method, path.format(**named) + QUERIES.get(route, ""), more
