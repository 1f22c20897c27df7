"""«Вход для учителей»: a region tells its teachers how to come in, and anybody reads it."""

import httpx
import pytest

from parta.organisations.territories.tests.conftest import Country, staff_of
from parta.testing.world import World

GUIDE = {
    "body": "# Как войти\n\nВойдите по **телефону** из журнала.",
    "links": [{"title": "Видео", "url": "https://video.lake.example/how?at=1"}],
}


async def test_anybody_reads_what_the_regions_staff_wrote(
    world: World, country: Country, anonymous: httpx.AsyncClient
) -> None:
    assert (await anonymous.get("/api/regions")).json()["items"] == []
    lake = await staff_of(world, country, country.lake)
    empty = (await lake.get(f"/territories/{country.lake}/guide")).json()
    assert (empty["body"], empty["links"], empty["changed_at"]) == ("", [], None)
    assert (await lake.put(f"/territories/{country.lake}/guide", GUIDE)).status_code == 200

    listed = await anonymous.get("/api/regions")
    assert listed.json()["items"] == [{"id": country.lake, "name": "Озёрный край"}]
    assert listed.headers["Cache-Control"] == "public, max-age=60"
    assert len((await anonymous.get("/api/regions?q=озерный")).json()["items"]) == 1
    assert (await anonymous.get("/api/regions?q=Горный")).json()["items"] == []
    read = await anonymous.get(f"/api/regions/{country.lake}")
    assert {name: read.json()[name] for name in GUIDE} == GUIDE
    # Who wrote it is nobody's business.
    assert set(read.json()) == {"id", "name", "body", "links", "changed_at"}
    assert (await anonymous.get(f"/api/regions/{country.mountain}")).status_code == 404


async def test_nothing_written_is_nothing_published(
    world: World, country: Country, anonymous: httpx.AsyncClient
) -> None:
    lake = await staff_of(world, country, country.lake)
    path = f"/territories/{country.lake}/guide"
    for guide in (GUIDE, GUIDE, {}):
        assert (await lake.put(path, guide)).status_code == 200
    assert (await anonymous.get(f"/api/regions/{country.lake}")).status_code == 404
    async with world.database.transaction() as tx:
        acts = await tx.values("SELECT action FROM audit_log WHERE action LIKE 'guide%' ORDER BY id")
    assert acts == ["guide_published", "guide_withdrawn"]


async def test_others_write_nothing(world: World, country: Country, anonymous: httpx.AsyncClient) -> None:
    path = f"/territories/{country.lake}/guide"
    for where in (country.mountain, country.forest):
        stranger = await staff_of(world, country, where)
        assert (await stranger.put(path, GUIDE)).status_code == 404
        assert (await stranger.get(path)).status_code == 404
    assert (await (await world.person()).put(path, GUIDE)).status_code == 404
    assert (await anonymous.put(f"/api{path}", json=GUIDE)).status_code in (401, 403)
    # Whoever looks after all of the country may, and a municipality has none.
    above = await staff_of(world, country, country.country)
    assert (await above.put(path, GUIDE)).status_code == 200
    assert (await above.put(f"/territories/{country.forest}/guide", GUIDE)).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"body": "я" * 20_001},
        {"links": [{"title": "Страница", "url": f"https://lake.example/{one}"} for one in range(6)]},
        {"links": [{"title": "Страница", "url": "http://lake.example"}]},
        {"links": [{"title": "Страница", "url": "javascript:alert(1)"}]},
        {"links": [{"title": "Страница", "url": "https://lake.example@evil.example"}]},
        {"links": [{"title": "Страница", "url": "https://lake.example/a b"}]},
        {"links": [{"title": " ", "url": "https://lake.example"}]},
    ],
)
async def test_what_is_refused(world: World, country: Country, wrong: dict[str, object]) -> None:
    lake = await staff_of(world, country, country.lake)
    refused = await lake.put(f"/territories/{country.lake}/guide", wrong)
    assert refused.status_code in (400, 422)
