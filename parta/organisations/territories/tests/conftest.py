"""A small country: two regions, three municipalities, a school in each, and who looks after them."""

import msgspec
import pytest

from parta.testing.world import Actor, World


class Country(msgspec.Struct):
    """Озёрный край has Лесной and Речной, Горный край has Каменный; a school stands in each municipality."""

    operator: Actor
    country: int
    lake: int
    mountain: int
    forest: int
    river: int
    stone: int
    forest_school: int
    river_school: int
    stone_school: int


async def territory(operator: Actor, kind: str, name: str, parent_id: int | None = None) -> int:
    made = await operator.post("/territories", {"kind": kind, "name": name, "parent_id": parent_id})
    assert made.status_code == 201, made.text
    return int(made.json()["id"])


async def make_country(world: World) -> Country:
    operator = await world.person("Ветрова", "Ольга")
    await world.role(operator, "operator", None)
    country = await territory(operator, "country", "Озёрия")
    lake = await territory(operator, "region", "Озёрный край", country)
    mountain = await territory(operator, "region", "Горный край", country)
    places = [
        await territory(operator, "district", name, region)
        for name, region in (("Лесной", lake), ("Речной", lake), ("Каменный", mountain))
    ]
    schools = [await world.school(name) for name in ("Лесная школа", "Речная школа", "Каменная школа")]
    for school, place in zip(schools, places, strict=True):
        placed = await operator.put(f"/organisations/{school}/territory", {"territory_id": place})
        assert placed.status_code == 204, placed.text
    return Country(operator, country, lake, mountain, *places, *schools)


async def staff_of(world: World, country: Country, territory_id: int, name: str = "Смотрова") -> Actor:
    """Somebody who looks after a territory, signed in."""
    number = f"+7999{territory_id % 10:01}{len(name) % 100:02}{sum(map(ord, name)) % 10_000:04}"
    body = {"family_name": name, "given_name": "Нина", "phone": number}
    made = await country.operator.post(f"/territories/{territory_id}/staff", body)
    assert made.status_code == 204, made.text
    shown = (await country.operator.get(f"/territories/{territory_id}")).json()["staff"]
    return await world.sign_in(next(one["id"] for one in shown if one["family_name"] == name))


@pytest.fixture
async def country(world: World) -> Country:
    return await make_country(world)
