from datetime import timedelta

import pytest

from parta.core.clock import now
from parta.core.http.cookies import SESSION_COOKIE
from parta.identity.access import person_of_cookie
from parta.identity.sessions import Device, shortened, start_session
from parta.identity.tests.conftest import CONSENTS, PROFILE

UNSAFE = [
    ("patch", "/me", {"locale": "en"}),
    ("put", "/me/consents", {"consents": []}),
    ("delete", "/me/sessions", None),
    ("delete", "/me/session", None),
]


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(door):
    came = await door.come_in("+79990000301", profile=PROFILE)
    cookie = came.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=5184000"))
    assert "Secure" not in cookie


class TestHttps:
    @pytest.fixture
    def environ(self, environ):
        return environ | {"PARTA_PUBLIC_URL": "https://parta.school.example"}

    async def test_over_https_the_cookie_is_secure(self, door):
        assert "Secure" in (await door.come_in("+79990000302", profile=PROFILE)).headers["set-cookie"]


async def test_the_database_keeps_only_the_hash_of_the_token(world, database):
    person = await world.person()
    async with database.transaction() as tx:
        row = await tx.connection.fetchrow("SELECT * FROM sessions")
        assert await person_of_cookie(tx, person.token) is not None
        assert await person_of_cookie(tx, row["token_hash"].hex()) is None
    assert person.token not in repr(dict(row))


async def test_signing_in_makes_a_new_token_whatever_cookie_was_planted(door):
    code_id, code = await door.received("+79990000303")
    planted = {"Cookie": f"{SESSION_COOKIE}=planted", "X-CSRF-Token": ""}
    body = {"code_id": code_id, "code": code, "profile": PROFILE, "consents": CONSENTS}
    came = await door.client.post("/api/sign-in/sessions", json=body, headers=planted)
    assert came.status_code == 200
    assert f"{SESSION_COOKIE}=planted" not in came.headers["set-cookie"]


@pytest.mark.parametrize("path", ["/api/sign-in/codes", "/api/sign-in/sessions"])
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://parta.test.evil.example"])
async def test_another_site_cannot_sign_somebody_in(door, path, origin):
    """Or a pupil would write into the account of whoever made the page."""
    body = {"contact": "+79990000304", "code_id": "x", "code": "1"}
    refused = await door.client.post(path, json=body, headers={"Origin": origin})
    allowed = await door.client.post(path, json=body, headers={"Origin": "http://parta.test"})
    assert refused.status_code == 403
    assert refused.json()["code"] == "foreign_origin"
    assert allowed.status_code != 403


async def test_a_device_whose_session_was_ended_can_sign_in_again(door, world):
    """Its cookie is out of reach of scripts, so the page cannot drop it, nor know its token."""
    came = await door.come_in("+79990000305", profile=PROFILE)
    other = await world.sign_in(came.json()["person"]["id"])
    await other.delete("/me/sessions")
    assert (await door.client.get("/api/me")).status_code == 401
    again = await door.come_in("+79990000305")
    assert again.status_code == 200
    assert (await door.client.get("/api/me")).status_code == 200


async def test_the_other_devices_hear_that_somebody_signed_in(door, world, sockets):
    came = await door.come_in("+79990000306", profile=PROFILE)
    person_id = came.json()["person"]["id"]
    phone = await sockets.open(await world.sign_in(person_id))
    stranger = await sockets.open(await world.person())

    door.client.headers["User-Agent"] = "Mozilla/5.0 (Windows NT 10.0) Chrome/142.0"
    await door.come_in("+79990000306")

    assert (await phone.event("session_started"))["user_agent"] == "Chrome 142 · Windows"
    assert "session_started" not in [
        frame["event"]["kind"] for frame in stranger.frames if frame["op"] == "event"
    ]
    async with world.database.transaction() as tx:
        # The first device had nobody to tell.
        assert await tx.value("SELECT count(*) FROM events WHERE kind = 'session_started'") == 1


async def test_the_csrf_token_is_told_to_our_pages_only(world):
    person = await world.person()
    me = (await person.get("/me")).json()
    assert me["csrf"] == person.client.headers["X-CSRF-Token"]
    assert me["csrf"] != person.token


@pytest.mark.parametrize(("method", "path", "body"), UNSAFE)
@pytest.mark.parametrize("token", ["", "wrong"])
async def test_an_unsafe_request_without_the_token_is_refused(world, method, path, body, token):
    person, other = await world.person(), await world.person()
    given = other.client.headers["X-CSRF-Token"] if token else ""
    json = {"json": body} if body is not None else {}

    refused = await person.client.request(method, f"/api{path}", headers={"X-CSRF-Token": given}, **json)
    allowed = await person.client.request(method, f"/api{path}", **json)

    assert refused.status_code == 403
    assert refused.json()["code"] == "csrf_missing"
    assert allowed.status_code in (200, 204)


@pytest.mark.parametrize(
    "path",
    ["/me", "/me/sessions", "/me/data", "/me/consents", "/people/search", "/people?ids=1", "/people/1"],
)
async def test_nobody_sees_anything_without_signing_in(anonymous, path):
    answer = await anonymous.get(f"/api{path}")
    assert answer.status_code == 401
    assert answer.json()["code"] == "sign_in_first"
    forged = await anonymous.get(f"/api{path}", headers={"Cookie": f"{SESSION_COOKIE}=forged"})
    assert forged.status_code == 401


async def test_signing_out_ends_the_session_at_once(world):
    person = await world.person()
    out = await person.delete("/me/session")
    assert out.status_code == 204
    assert "Max-Age=0" in out.headers["set-cookie"]
    assert (
        await person.get("/me", headers={"Cookie": f"{SESSION_COOKIE}={person.token}"})
    ).status_code == 401


async def test_devices_are_listed_and_one_is_ended(world):
    here = await world.person()
    there = await world.sign_in(here.id)

    items = (await here.get("/me/sessions")).json()["items"]
    assert [item["current"] for item in items] == [True, False]
    assert (await here.delete(f"/me/sessions/{items[1]['id']}")).status_code == 204

    assert (await there.get("/me")).status_code == 401
    assert (await here.get("/me")).status_code == 200
    assert len((await here.get("/me/sessions")).json()["items"]) == 1
    assert (await here.delete(f"/me/sessions/{items[1]['id']}")).status_code == 404


async def test_somebody_elses_session_is_like_one_that_never_was(world):
    mine, theirs = await world.person(), await world.person()
    [session] = (await theirs.get("/me/sessions")).json()["items"]

    hidden = await mine.delete(f"/me/sessions/{session['id']}")
    absent = await mine.delete("/me/sessions/999999")

    assert hidden.status_code == absent.status_code == 404
    assert hidden.json() | {"request_id": ""} == absent.json() | {"request_id": ""}
    assert (await theirs.get("/me")).status_code == 200


async def test_all_other_devices_end_and_this_one_stays(world, database):
    here = await world.person()
    others = [await world.sign_in(here.id) for _ in range(3)]
    stranger = await world.person()

    assert (await here.delete("/me/sessions")).status_code == 204

    assert [(await one.get("/me")).status_code for one in others] == [401, 401, 401]
    assert (await here.get("/me")).status_code == (await stranger.get("/me")).status_code == 200
    async with database.transaction() as tx:
        kinds = await tx.values("SELECT kind FROM events WHERE stream = $1", f"person:{here.id}")
    assert kinds == ["session_ended"] * 3


async def test_a_device_in_use_stays_and_one_unused_is_forgotten(world, database, later):
    used, unused = await world.person(), await world.person()
    async with database.transaction() as tx:
        await tx.run("UPDATE sessions SET expires_at = $1", now() + timedelta(days=60))
    later(timedelta(days=40))
    assert (await used.get("/me")).status_code == 200
    later(timedelta(days=40))
    assert (await used.get("/me")).status_code == 200
    assert (await unused.get("/me")).status_code == 401


async def test_the_cookie_is_given_anew_to_a_device_in_use(world, later):
    person = await world.person()
    assert "set-cookie" not in (await person.get("/me")).headers
    later(timedelta(hours=1))
    renewed = (await person.get("/me")).headers["set-cookie"]
    assert f"{SESSION_COOKIE}={person.token}" in renewed
    assert "Max-Age=5184000" in renewed
    assert "set-cookie" not in (await person.get("/me")).headers


async def test_reading_writes_nothing_for_five_minutes(world, database, later):
    person = await world.person()

    async def seen():
        async with database.transaction() as tx:
            return await tx.value("SELECT last_seen_at FROM sessions WHERE person_id = $1", person.id)

    first = await seen()
    later(timedelta(minutes=4))
    await person.get("/me")
    assert await seen() == first
    later(timedelta(minutes=2))
    await person.get("/me")
    assert await seen() > first


async def test_an_erased_person_cannot_come_in(world, database):
    person = await world.person()
    async with database.transaction() as tx:
        await tx.run("UPDATE people SET erased_at = now() WHERE id = $1", person.id)
    assert (await person.get("/me")).status_code == 401


async def test_preferences_change_and_bad_ones_do_not(world):
    person = await world.person()
    changed = await person.patch("/me", {"locale": "en", "time_zone": "Asia/Omsk"})
    assert (changed.json()["locale"], changed.json()["time_zone"]) == ("en", "Asia/Omsk")
    assert (await person.get("/me")).json()["locale"] == "en"
    kept = await person.patch("/me", {})
    assert kept.json()["time_zone"] == "Asia/Omsk"
    assert (await person.patch("/me", {"time_zone": "Moon/Base"})).json()["code"] == "time_zone_wrong"
    assert (await person.patch("/me", {"locale": "tlh"})).status_code == 422


@pytest.mark.parametrize(
    ("agent", "short"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox 145 · Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 YaBrowser/25.2 Safari/537.36",
         "Яндекс Браузер 25 · Windows"),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36", "Chrome 142 · Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604",
         "Safari 19 · iOS"),
        ("curl/8.5", "curl/8.5"),
        ("<script>\x00" + "я" * 500 + "a" * 500, "<script>" + "a" * 52),
        ("", ""),
    ],
)  # fmt: skip
def test_a_user_agent_is_kept_short(agent, short):
    assert shortened(agent) == short


async def test_the_device_is_remembered(world, database):
    person = await world.person()
    async with database.transaction() as tx:
        device = Device("192.0.2.1", "Mozilla/5.0 (X11; Linux) Firefox/145.0")
        await start_session(tx, person.id, device=device, lifetime=timedelta(days=1))
    items = (await person.get("/me/sessions")).json()["items"]
    assert {"Firefox 145 · Linux", ""} == {item["user_agent"] for item in items}
