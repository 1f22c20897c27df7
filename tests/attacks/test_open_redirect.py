"""Open redirect: an address of ours that leads to somebody else's page is the bait of a phishing letter.

What comes back from VK ID, ЕСИА and OpenID is tried in `parta/identity/outside/tests/test_attacks.py`.
"""

import json
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from parta.core.http.cookies import SESSION_COOKIE
from parta.main.client_files import ClientFiles
from parta.organisations.invites.tests.conftest import invite
from parta.testing.school import make_school
from parta.testing.serving import serving
from parta.testing.talk import group
from parta.testing.world import World

EVIL = "evil.example"
PATHS = (
    f"//{EVIL}",
    f"//{EVIL}/%2e%2e",
    f"/%2f%2f{EVIL}",
    f"/\\{EVIL}",
    f"/%5c{EVIL}",
    f"/%0d%0aLocation:%20https://{EVIL}",
    f"/sign-in?return_to=https://{EVIL}&next=//{EVIL}&redirect=https://{EVIL}",
    f"/api//{EVIL}/..",
    f"/api/%2f{EVIL}",
    f"/api/me/?next=https://{EVIL}",
    f"/chats/..//{EVIL}/",
)


@pytest.fixture
def client_files(tmp_path: Path) -> ClientFiles:
    """A built client of one page."""
    folder = tmp_path / "client"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>Парта</title>")
    return ClientFiles(folder)


@pytest.mark.parametrize("side", ["api", "client"])
async def test_no_address_of_ours_leads_away(side: str, application, client_files: ClientFiles) -> None:
    """Over a real port: what the server's own libraries do with slashes counts as well."""
    async with serving(application if side == "api" else client_files) as address:
        host = urlsplit(address).netloc
        async with httpx.AsyncClient(follow_redirects=False) as browser:
            for path in PATHS:
                url = httpx.URL(address).copy_with(raw_path=path.encode())
                answer = await browser.get(url, headers={"Referer": f"https://{EVIL}"})
                where = answer.headers.get("location", "")
                assert urlsplit(where).netloc in ("", host), (path, where)
                assert not where.startswith(("//", "/\\")), (path, where)
                assert "refresh" not in answer.headers, path


async def test_a_made_up_host_gets_into_no_link_that_we_hand_out(world: World, environ) -> None:
    """The installation's own address is a setting: the header is whatever the asker writes."""
    school = await make_school(world)
    school.head.client.headers["Host"] = EVIL
    made = await invite(school.head, school, "teacher")
    chat = await group(world, school.head, school.pupil)
    link = await school.head.post(f"/conversations/{chat}/links", {"seconds": 3600})
    told = json.dumps([made, link.json()])
    assert link.status_code == 201
    assert made["invite"]["id"]
    assert EVIL not in told


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return environ | {"PARTA_PUBLIC_URL": "https://parta.test"}


async def test_the_way_back_after_signing_in_is_never_the_askers(door, attacker) -> None:
    """Nothing in a sign-in by code takes an address, so nothing of the asker's comes back in the answer."""
    answer = await attacker.post(
        "/api/sign-in/codes",
        json={"contact": "+79990000960", "return_to": f"https://{EVIL}"},
        headers={"Referer": f"https://{EVIL}/next"},
        params={"next": f"https://{EVIL}"},
    )
    assert answer.status_code == 202
    assert EVIL not in answer.text + str(answer.headers)
    assert SESSION_COOKIE not in attacker.cookies
