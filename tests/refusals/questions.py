"""Every route as a request that would succeed for somebody: the refusal is never about the request's form."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from parta.main.app import Application
from tests.refusals.meetings import meeting_of

TOMORROW = (datetime.now(UTC) + timedelta(days=1)).isoformat()

BODIES: dict[str, dict[str, Any]] = {
    "POST /api/sign-in/codes": {"contact": "+79990000001"},
    "POST /api/sign-in/sessions": {"code_id": "nothing", "code": "000000"},
    "POST /api/sign-in/outside/{provider}": {},
    "POST /api/sign-in/outside/{provider}/return": {"state": "nothing"},
    "POST /api/sign-in/outside-sessions": {},
    "POST /api/me/sign-in-ways/{provider}": {},
    "PUT /api/me/consents": {"consents": []},
    "PATCH /api/me": {"locale": "ru"},
    "POST /api/conversations/{conversation_id}/request-answer": {"accept": True},
    "PUT /api/conversations/{conversation_id}/members/{person_id}": {"role": "member"},
    "PATCH /api/conversations/{conversation_id}": {"title": "Иначе"},
    "PUT /api/conversations/{conversation_id}/reading": {"number": 1},
    "PUT /api/conversations/{conversation_id}/mute": {"until": None},
    "PATCH /api/messages/{message_id}": {"body": "Иначе"},
    "PATCH /api/me/notifications": {"show_text": True},
    "PUT /api/me/push-subscription": {
        "endpoint": "https://push.example",
        "keys": {"p256dh": "k", "auth": "a"},
    },
    "PUT /api/me/mail-digest": {"digest": None},
    "PUT /api/me/quiet-hours": {"kept": False, "periods": []},
    "PUT /api/me/quiet-hours/snooze": {"until": None},
    "PUT /api/organisations/{organisation_id}/quiet-hours": {"urgent_allowed": True},
    "PUT /api/messages/{message_id}/vote": {"options": [0]},
    "PATCH /api/conversations/{conversation_id}/settings": {"slow_mode": 10},
    "PUT /api/conversations/{conversation_id}/silence": {"seconds": 3600},
    "PUT /api/conversations/{conversation_id}/members/{person_id}/write-ban": {"seconds": 3600},
    "POST /api/held-messages/{held_id}/refusal": {"reason": "Не по теме"},
    "POST /api/conversations/{conversation_id}/links": {"seconds": 3600},
    "POST /api/conversations/{conversation_id}/copy": {"title": "Ещё один поход"},
    "PUT /api/organisations/{organisation_id}/chat-policy": {"links_for_others": True},
    "PATCH /api/messages/{message_id}/transcript": {"text": "Иначе"},
    "PUT /api/me/voice": {"texts": True},
    "PUT /api/conversations/{conversation_id}/lifetime": {"seconds": 3600},
    "PUT /api/scheduled/{scheduled_id}": {"at": TOMORROW, "body": "Иначе"},
    "PUT /api/messages/{message_id}/reminder": {"at": TOMORROW},
    "POST /api/conversations/{conversation_id}/exports": {"format": "html"},
    "PUT /api/me/pinned-chats": {"conversation_ids": []},
    "PUT /api/me/drafts/{conversation_id}": {"body": "Начато", "stamp": 1},
    "POST /api/me/folders": {"name": "Дом", "kinds": ["direct"]},
    "PUT /api/me/folders/order": {"tabs": [], "hidden": []},
    "POST /api/report-cases/{case_id}/decision": {"measures": []},
    "PUT /api/me/folders/{folder_id}": {"name": "Дом", "kinds": ["direct"]},
}

BODIES |= {
    "POST /api/me/archives": {},
    "POST /api/organisations/{organisation_id}/consents/{person_id}/papers": {
        "what": "consent",
        "document": "form",
        "signed_by": "Егорова Инна",
        "signed_on": "2026-09-01",
    },
    "POST /api/organisations/{organisation_id}/papers/preview": {"kind": "order"},
    "POST /api/organisations/{organisation_id}/papers/file": {"kind": "order", "format": "docx"},
    "POST /api/organisations/{organisation_id}/classes/{class_id}/consent-forms": {},
    "PUT /api/organisations/{organisation_id}/joining-policy": {"junior_grades": True},
    "POST /api/organisations/{organisation_id}/invites": {"role": "teacher"},
    "POST /api/organisations/{organisation_id}/classes/{class_id}/invite-sheet": {"replace": True},
    "POST /api/organisations/{organisation_id}/joinings/{joining_id}/approval": {},
    "POST /api/organisations/{organisation_id}/joinings/{joining_id}/refusal": {"reason": "Не наш"},
    "POST /api/children/{child_id}/invites": {"days": 7},
    "POST /api/organisations/{organisation_id}/portraits/{portrait_id}/refusal": {"reason": "Не видно лица"},
    "POST /api/organisations/{organisation_id}/people/{person_id}/portrait-removal": {"reason": "Чужое лицо"},
    "PUT /api/organisations/{organisation_id}/portrait-policy": {"pupils": "at_once"},
    "POST /api/organisations/{organisation_id}/watched-words": {"phrase": "растяпа"},
    "PUT /api/organisations/{organisation_id}/watched-words/text": {"text": "растяпа; отказать"},
    "POST /api/organisations/{organisation_id}/watched-words/trial": {"text": "Растяпа"},
    "PUT /api/organisations/{organisation_id}/word-list": {"whose": "all"},
    "PUT /api/organisations/{organisation_id}/crisis-alerts": {"on": False},
    "POST /api/crisis-alerts/{alert_id}/closing": {"note": "Поговорили"},
    "PUT /api/organisations/{organisation_id}/people/{person_id}/position": {
        "role": "teacher",
        "position": "Библиотекарь",
    },
    "POST /api/organisations/{organisation_id}/school-year/preview": {},
    "POST /api/organisations/{organisation_id}/school-years": {"choices": {}, "fingerprint": "0" * 32},
    "PATCH /api/organisations/{organisation_id}/groups/{group_id}": {"subject": "Роботы"},
    "PUT /api/organisations/{organisation_id}/groups/{group_id}/class-teacher": {"person_id": None},
    "PUT /api/organisations/{organisation_id}/administrators/{person_id}": {"rights": ["invites"]},
    "POST /api/children/{child_id}/guardians/{guardian_id}/end": {"reason": "Решение суда"},
    "POST /api/organisations/{organisation_id}/communities/{community_id}/answer": {"accept": True},
}

BODIES |= {
    "PUT /api/organisations/{organisation_id}/territory": {"territory_id": None},
    "PATCH /api/organisations/{organisation_id}": {"short_name": "Озёрная"},
    "POST /api/organisations/{organisation_id}/closing": {"name": "Школа на Озёрной"},
    "POST /api/territories": {"kind": "region", "name": "Край"},
    "POST /api/territories/list": {"text": "Край;Район"},
    "PATCH /api/territories/{territory_id}": {"name": "Край"},
    "PUT /api/territories/{territory_id}/guide": {"body": "Входите по телефону."},
    "POST /api/territories/{territory_id}/staff": {
        "family_name": "Смотрова",
        "given_name": "Нина",
        "phone": "+79990000002",
    },
    "PUT /api/applications/{application_id}": {"name": "Школа"},
    "POST /api/applications/{application_id}/proofs": {"kind": "phone"},
    "PUT /api/applications/{application_id}/proofs": {"code_id": "nothing", "code": "000000"},
    "POST /api/applications/{application_id}/decision": {"outcome": "returned", "reason": "Не видно подписи"},
    "PUT /api/organisations/{organisation_id}/contact-policy": {
        "pupil_staff": "allowed",
        "pupils": "request",
        "pupil_groups": "yes",
        "parents": "request",
    },
    "PUT /api/me/safe-mode": {"kept": True},
    "PUT /api/children/{child_id}/safe-mode": {"kept": True},
    "PUT /api/children/{child_id}/quiet-hours": {"periods": []},
    "PUT /api/children/{child_id}/birth-date": {"born_on": "2014-05-04"},
}

KEY = {"answer": {}, "name": "Телефон"}
BODIES |= {
    "POST /api/sign-in/passkey-sessions": {"answer": {}},
    "POST /api/me/passkeys": KEY,
    "PATCH /api/me/passkeys/{passkey_id}": {"name": "Ноутбук"},
    "POST /api/me/second-factor/proofs": {"code": "000000"},
    "POST /api/me/second-factor/key-proofs": {"answer": {}},
    "PUT /api/me/second-factor/app": {"code": "000000"},
    "POST /api/me/moves": {"contact": "+79990009001", "to": "new@school.example"},
    "POST /api/me/moves/{move_id}/codes": {"side": "new"},
    "POST /api/me/moves/{move_id}/proofs": {"side": "new", "code_id": "nothing", "code": "000000"},
    "POST /api/organisations/{organisation_id}/moves/{move_id}/codes": {"side": "new"},
    "POST /api/organisations/{organisation_id}/moves/{move_id}/proofs": {
        "side": "new",
        "code_id": "nothing",
        "code": "000000",
    },
}

# These are asked about a message that asks for something: for votes, or for confirmation.
POLLS = re.compile(r"/messages/\{message_id\}/(poll|vote|turnout)")
ASKING = re.compile(f"{POLLS.pattern}|/confirmation|/reminders")

# Bodies that name somebody, something, or must be new every time.
MADE: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "POST /api/conversations": lambda places: {
        "kind": "group",
        "title": "Кружок",
        "person_ids": [places["person_id"]],
    },
    "POST /api/conversations/{conversation_id}/members": lambda places: {"person_ids": [places["person_id"]]},
    "PUT /api/conversations/{conversation_id}/owner": lambda places: {"person_id": places["member_id"]},
    "POST /api/conversations/{conversation_id}/messages": lambda _: {
        "client_id": str(uuid4()),
        "body": "Слово",
    },
    "POST /api/conversations/{conversation_id}/scheduled": lambda _: {
        "client_id": str(uuid4()),
        "at": TOMORROW,
        "body": "Слово",
    },
    "POST /api/reports": lambda places: {
        "target": "chat",
        "target_id": places["conversation_id"],
        "kind": "other",
    },
    "POST /api/organisations/{organisation_id}/groups": lambda _: {"kind": "club", "title": uuid4().hex},
    "POST /api/organisations/{organisation_id}/groups/{group_id}/members": lambda places: {
        "person_ids": [places["newcomer_id"]],
        "role": "teacher",
    },
    "POST /api/organisations/{organisation_id}/groups/{group_id}/guests": lambda places: {
        "organisation_id": places["guest_id"]
    },
    "POST /api/organisations/{organisation_id}/communities/{community_id}/people": lambda places: {
        "person_ids": [places["newcomer_id"]]
    },
    "POST /api/school-joining/look": lambda places: {"code": places["invite_code"]},
    "POST /api/school-joining": lambda places: {"code": places["invite_code"]},
    "PUT /api/organisations/{organisation_id}/people/{person_id}/role": lambda places: {
        "old": "teacher",
        "new": "pupil",
        "class_id": places["class_id"],
    },
    "POST /api/organisations/{organisation_id}/merging": lambda places: {
        "name": "Школа на Озёрной",
        "into_id": places["other_id"],
    },
    "POST /api/organisations/{organisation_id}/people/{person_id}/moves": lambda places: {
        "contact_id": places["contact_id"],
        "to": "new@school.example",
        "reason": "Нет доступа",
    },
    "POST /api/forwards": lambda places: {
        "client_id": str(uuid4()),
        "message_ids": [places["message_id"]],
        "conversation_ids": [places["conversation_id"]],
    },
}

QUERIES = {
    "GET /api/organisations/{organisation_id}/merging": "?into_id={other_id}",
    "GET /api/people": "?ids=1",
    "GET /api/conversations/{conversation_id}/attachments": "?kind=media",
    "GET /api/notifications/{what}": "?conversation_id={conversation_id}&number=1",
    "DELETE /api/messages/{message_id}": "?for=all",
    "GET /api/messages/{message_id}/votes": "?option=0",
    "DELETE /api/organisations/{organisation_id}/groups/{group_id}/members/{person_id}": "?role=teacher",
    "GET /api/organisations/{organisation_id}/groups/{group_id}/guest-candidates": "?q=школа",
    "GET /api/organisations/{organisation_id}/contact-rules/between": "?first={member_id}&second={member_id}",
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
    named = _named(path, places)
    more: dict[str, Any] = {}
    if route in MADE:
        more["json"] = MADE[route](places)
    elif route == "POST /api/rosters":
        more["files"] = {"file": ("roster.zip", b"not a zip")}
    elif route.endswith("/workbooks"):
        more["files"] = {"file": ("lists.xlsx", b"\x00 no table")}
    elif route == "PATCH /api/uploads/{upload_id}":
        more["content"] = b"hello"
    elif route in BODIES:
        more["json"] = BODIES[route]
    if route in HEADERS:
        more["headers"] = HEADERS[route]
    return method, path.format(**named) + QUERIES.get(route, "").format(**named), more


def _named(path: str, places: dict[str, Any]) -> dict[str, Any]:
    """Say which of the places the path is about."""
    named = places | ({"person_id": places["member_id"]} if "/members/" in path else {})
    if path.startswith("/api/organisations/") and "/members/" in path:
        named["person_id"] = places["newcomer_id"]
    named |= meeting_of(path, places)
    if "/class-teacher" in path:
        named["group_id"] = places["class_id"]
    if path.startswith("/api/organisations/") and "/people/" in path:
        named["person_id"] = places["newcomer_id"]
    if "/administrators/" in path:
        named["person_id"] = places["deputy_id"]
    if path.startswith("/api/children/"):
        named["invite_id"] = places["parent_invite_id"]
    if ASKING.search(path):
        named["message_id"] = named["poll_id" if POLLS.search(path) else "asked_id"]
    return named
