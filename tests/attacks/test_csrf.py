"""CSRF: a page of another site makes the browser of somebody who is signed in send what that page wants."""

import httpx
import pytest

from parta.core.http.cookies import SESSION_COOKIE
from parta.main.app import Application
from parta.testing.world import World
from tests.attacks.conftest import HOME
from tests.refusals.places import BEYOND, Cast, fresh_places, make_cast
from tests.refusals.questions import question, routes_of

SAFE = ("GET", "HEAD", "OPTIONS")
# What opens a session uses nothing of the one the cookie names; its answer to foreign pages is tried below.
OPENING = ("/api/sign-in/", "/api/demo/sessions")


@pytest.fixture
async def cast(world: World) -> Cast:
    return await make_cast(world)


async def traces(world: World) -> tuple[int, int, int]:
    """What is left in the database by whoever changes anything: events, audit, work for later."""
    async with world.database.transaction() as tx:
        row = await tx.connection.fetchrow(
            "SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM audit_log), (SELECT count(*) FROM jobs)"
        )
    return tuple(row)


async def test_no_route_that_changes_anything_can_be_called_from_elsewhere(
    world: World, application: Application, cast: Cast
) -> None:
    """Every unsafe route, as the administrator: without the page's token, with a neighbour's, from a foreign page."""
    head, token = cast.school.head, cast.school.head.client.headers["X-CSRF-Token"]
    others = cast.school.mother.client.headers["X-CSRF-Token"]
    tries = [
        ({}, "csrf_missing"),
        ({"X-CSRF-Token": others}, "csrf_missing"),
        ({"X-CSRF-Token": token, "Origin": "https://evil.example"}, "foreign_origin"),
        ({"X-CSRF-Token": token, "Origin": "null"}, "foreign_origin"),
    ]
    places = await fresh_places(world, cast) | {"upload_id": BEYOND}
    before, wrong = await traces(world), []
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(
        transport=transport, base_url=HOME, cookies={SESSION_COOKIE: head.token}
    ) as browser:
        for route in routes_of(application):
            method, address, more = question(route, places)
            if method in SAFE:
                continue
            for headers, refusal in tries:
                if refusal == "csrf_missing" and address.startswith(OPENING):
                    continue
                sent = more | {"headers": more.get("headers", {}) | headers}
                answer = await browser.request(method, address, **sent)
                if (answer.status_code, answer.json().get("code")) != (403, refusal):
                    wrong.append(f"{route} {headers}: {answer.status_code} {answer.text[:80]}")
    assert wrong == []
    assert await traces(world) == before


async def test_reading_changes_nothing_that_others_see(
    world: World, application: Application, cast: Cast
) -> None:
    """A picture on a foreign page is a GET with our cookie: it must not do anything, however it is dressed up.

    «Избранное», which nobody else sees, comes to be when it is first read: by whomever, it is the same afterwards.
    """
    head = cast.school.head
    places = await fresh_places(world, cast) | {"upload_id": BEYOND}

    async def told() -> list[str]:
        async with world.database.transaction() as tx:
            return await tx.values("SELECT kind FROM events ORDER BY 1")

    before, changing = await told(), []
    for route in routes_of(application):
        method, address, more = question(route, places)
        if method == "GET":
            await head.client.get(address, **more)
            if (after := await told()) != before:
                changing.append(route)
                before = after
    assert changing == ["GET /api/conversations/favourites"]
    message = f"/api/messages/{places['message_id']}"
    for disguise in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
        await head.client.get(message, headers={disguise: "DELETE"}, params={"_method": "DELETE"})
    assert await told() == before


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
async def test_a_form_cannot_pass_for_a_page_of_ours(door, content_type: str) -> None:
    """A form of another site can send these three without asking us first; a browser that names no origin is old."""
    body = b'{"contact": "+79990000910"}'
    refused = await door.client.post(
        "/api/sign-in/codes", content=body, headers={"Content-Type": content_type}
    )
    named = await door.client.post(
        "/api/sign-in/codes",
        content=body,
        headers={"Content-Type": content_type, "Origin": "https://evil.example"},
    )
    for answer in (refused, named):
        assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin")
    assert await door.sent() == []


async def test_the_cookie_stays_at_home(door) -> None:
    """`lax` keeps it out of requests that other sites make; `httponly` keeps it from scripts, the token from logs."""
    came = await door.come_in("+79990000911", profile={"family_name": "Ладогина", "given_name": "Вера"})
    cookie = came.headers["set-cookie"].lower()
    assert "samesite=lax" in cookie
    assert "httponly" in cookie
    assert "domain=" not in cookie
    answer = await door.client.get("/api/me", headers={"Origin": "https://evil.example"})
    assert not [name for name in answer.headers if name.startswith("access-control-")]
