"""Idempotency keys and the page's token: asked twice is done once, and only by our own pages."""

import asyncio

import httpx

from parta.core.http.cookies import SESSION_COOKIE
from parta.testing.school import make_school
from parta.testing.talk import group
from parta.testing.world import World


async def test_a_key_repeats_the_answer_and_not_the_deed(world: World) -> None:
    s = await make_school(world)
    new = {"kind": "group", "title": "Кружок", "person_ids": [s.pupil.id]}
    key = {"Idempotency-Key": "kruzhok-1"}

    first = await s.class_teacher.post("/conversations", new, headers=key)
    again = await s.class_teacher.post("/conversations", new, headers=key)
    other_key = await s.class_teacher.post("/conversations", new, headers={"Idempotency-Key": "kruzhok-2"})

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json() != other_key.json()
    assert (again.headers["idempotency-replayed"], "idempotency-replayed" in first.headers) == ("true", False)
    assert again.headers["content-type"] == first.headers["content-type"]
    assert len((await s.pupil.get("/conversations")).json()["items"]) == 2


async def test_a_key_is_for_one_request_of_one_person(world: World) -> None:
    s = await make_school(world)
    key = {"Idempotency-Key": "x"}
    new = {"kind": "group", "title": "Кружок", "person_ids": [s.geographer.id]}
    made = await s.class_teacher.post("/conversations", new, headers=key)

    other_body = await s.class_teacher.post("/conversations", new | {"title": "Другой"}, headers=key)
    other_path = await s.class_teacher.patch(
        f"/conversations/{made.json()['id']}", {"title": "Х"}, headers=key
    )
    other_person = await s.geographer.post("/conversations", new | {"person_ids": [s.head.id]}, headers=key)
    endless = await s.class_teacher.post("/conversations", new, headers={"Idempotency-Key": "x" * 201})

    for refused in (other_body, other_path):
        assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")
    assert other_person.status_code == 201
    assert endless.status_code == 422


async def test_a_refused_request_does_not_use_the_key_up(world: World) -> None:
    s = await make_school(world)
    key = {"Idempotency-Key": "x"}
    new = {"kind": "group", "title": "Кружок", "person_ids": [10**6]}
    assert (await s.class_teacher.post("/conversations", new, headers=key)).status_code == 422

    made = await s.class_teacher.post("/conversations", new | {"person_ids": [s.pupil.id]}, headers=key)

    assert made.status_code == 201


async def test_many_at_once_with_one_key_do_it_once(world: World) -> None:
    s = await make_school(world)
    new = {"kind": "group", "title": "Кружок", "person_ids": [s.pupil.id]}

    answers = await asyncio.gather(
        *(s.class_teacher.post("/conversations", new, headers={"Idempotency-Key": "x"}) for _ in range(6))
    )

    assert {a.status_code for a in answers} == {201}
    assert len({a.json()["id"] for a in answers}) == 1
    assert len((await s.pupil.get("/conversations")).json()["items"]) == 1


async def test_a_message_with_a_key_is_one_message(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    message = {"client_id": "3" * 32, "body": "Раз"}

    answers = [
        await anna.post(f"/conversations/{chat}/messages", message, headers={"Idempotency-Key": "x"})
        for _ in range(2)
    ]

    assert answers[0].json() == answers[1].json()
    assert len((await anna.get(f"/conversations/{chat}/messages")).json()["items"]) == 1


async def test_unsafe_requests_need_the_token_of_their_own_session_and_our_own_origin(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    token = anna.client.headers.pop("X-CSRF-Token")
    mute = f"/conversations/{chat}/mute"

    for headers in (
        {},
        {"X-CSRF-Token": "0" * 64},
        {"X-CSRF-Token": boris.client.headers["X-CSRF-Token"]},
        {"X-CSRF-Token": "токен".encode()},
    ):
        refused = await anna.put(mute, {"until": "forever"}, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (403, "csrf_missing"), headers
    for origin in ("https://evil.example", "http://parta.test.evil.example", "http://parta.test:81"):
        refused = await anna.put(
            mute, {"until": "forever"}, headers={"X-CSRF-Token": token, "Origin": origin}
        )
        assert (refused.status_code, refused.json()["code"]) == (403, "foreign_origin")
    assert (await anna.get(f"/conversations/{chat}")).json()["muted_until"] is None
    allowed = await anna.put(
        mute, {"until": "forever"}, headers={"X-CSRF-Token": token, "Origin": "http://parta.test"}
    )
    assert allowed.status_code == 204


async def test_an_anonymous_page_of_another_site_cannot_ask_for_codes(anonymous: httpx.AsyncClient) -> None:
    wanted = {"contact": "+79990000001"}

    foreign = await anonymous.post(
        "/api/sign-in/codes", json=wanted, headers={"Origin": "https://evil.example"}
    )
    own = await anonymous.post("/api/sign-in/codes", json=wanted, headers={"Origin": "http://parta.test"})

    assert (foreign.status_code, foreign.json()["code"]) == (403, "foreign_origin")
    assert own.status_code == 202


async def test_whose_session_was_ended_elsewhere_can_sign_in_again(world: World) -> None:
    """The cookie of an ended session is out of the page's reach, and its token can no longer be asked for."""
    anna = await world.person()
    other = await world.sign_in(anna.id)
    await anna.delete("/me/sessions")
    browser = httpx.AsyncClient(
        transport=other.client._transport, base_url="http://parta.test", cookies={SESSION_COOKIE: other.token}
    )

    signed_out = await browser.get("/api/me")
    asked = await browser.post("/api/sign-in/codes", json={"contact": "+79990000001"})

    assert (signed_out.status_code, asked.status_code) == (401, 202), asked.text
    await browser.aclose()
