"""The tree of territories: built by the operator, looked after in parts, named to everybody."""

import pytest

from parta.organisations.territories.tests.conftest import Country, staff_of, territory
from parta.testing.world import World


async def test_anybody_signed_in_picks_a_place_step_by_step(world: World, country: Country) -> None:
    anna = await world.person()
    top = (await anna.get("/territories")).json()["items"]
    assert [(one["name"], one["kind"], one["parted"]) for one in top] == [("Озёрия", "country", True)]
    regions = (await anna.get(f"/territories?parent_id={country.country}")).json()["items"]
    assert [one["name"] for one in regions] == ["Горный край", "Озёрный край"]
    first = (await anna.get(f"/territories?parent_id={country.lake}&limit=1")).json()
    rest = (await anna.get(f"/territories?parent_id={country.lake}&after={first['next']}")).json()
    names = [one["name"] for page in (first, rest) for one in page["items"]]
    assert names == ["Лесной", "Речной"]


async def test_staff_see_their_part_and_nothing_beside_it(world: World, country: Country) -> None:
    lake, river = await staff_of(world, country, country.lake), await staff_of(world, country, country.river)
    mine = (await lake.get("/me/territories")).json()
    assert (mine["is_operator"], [one["name"] for one in mine["territories"]]) == (False, ["Озёрный край"])

    below = (await lake.get(f"/territories/{country.lake}/organisations")).json()["items"]
    assert [(one["name"], one["territory"]) for one in below] == [
        ("Лесная школа", "Лесной"),
        ("Речная школа", "Речной"),
    ]
    shown = (await lake.get(f"/territories/{country.forest}")).json()
    assert [one["name"] for one in shown["path"]] == ["Озёрия", "Озёрный край", "Лесной"]
    assert (shown["counts"]["schools"], shown["editable"]) == (1, False)

    for who, hidden in ((lake, country.mountain), (lake, country.country), (river, country.forest)):
        for path in ("", "/organisations"):
            unseen = await who.get(f"/territories/{hidden}{path}")
            absent = await who.get(f"/territories/{10**9}{path}")
            assert unseen.status_code == absent.status_code == 404
            assert unseen.json() | {"request_id": ""} == absent.json() | {"request_id": ""}


async def test_staff_are_in_no_school_and_see_none_of_its_people(world: World, country: Country) -> None:
    lake = await staff_of(world, country, country.lake)
    pupil = await world.person()
    await world.role(pupil, "pupil", country.forest_school)
    assert (await lake.get(f"/organisations/{country.forest_school}/people")).status_code == 404
    assert (await lake.get(f"/organisations/{country.forest_school}")).status_code == 404
    assert (await lake.get(f"/people/{pupil.id}")).status_code == 404


async def test_who_administers_a_district_looks_after_it(world: World, country: Country) -> None:
    head = await world.person()
    await world.role(head, "administrator", country.river)
    assert (await head.get(f"/territories/{country.river}")).status_code == 200
    assert (await head.get(f"/territories/{country.lake}")).status_code == 404
    # With some rights only, one does not decide what becomes of schools.
    async with world.database.transaction() as tx:
        await tx.run("UPDATE roles SET limited_to = '{people}' WHERE person_id = $1", head.id)
    assert (await head.get(f"/territories/{country.river}")).status_code == 404
    assert (await head.get("/me")).json()["looks_after"] is False


async def test_only_operators_build(world: World, country: Country) -> None:
    lake = await staff_of(world, country, country.lake)
    staff = {"family_name": "Другова", "given_name": "Нина", "phone": "+79990001122"}
    for answer in (
        await lake.post("/territories", {"kind": "district", "name": "Новый", "parent_id": country.lake}),
        await lake.patch(f"/territories/{country.forest}", {"name": "Мой"}),
        await lake.delete(f"/territories/{country.forest}"),
        await lake.post(f"/territories/{country.forest}/staff", staff),
        await lake.delete(f"/territories/{country.lake}/staff/{lake.id}"),
        await lake.put(f"/organisations/{country.forest_school}/territory", {"territory_id": country.river}),
        await lake.post("/territories/list", {"text": "Регион;Район"}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_a_tree_has_no_circles_and_no_doubles(country: Country) -> None:
    o = country.operator
    wrong = await o.patch(f"/territories/{country.country}", {"parent_id": country.lake})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "territory_misplaced")
    into_itself = await o.patch(f"/territories/{country.lake}", {"parent_id": country.lake})
    assert into_itself.json()["code"] == "territory_misplaced"
    again = await o.post(
        "/territories", {"kind": "region", "name": "«озерный  край»", "parent_id": country.country}
    )
    assert again.status_code == 201  # quotes are part of a name
    double = await o.post(
        "/territories", {"kind": "region", "name": "озерный  КРАЙ", "parent_id": country.country}
    )
    assert (double.status_code, double.json()["code"]) == (409, "territory_exists")


async def test_moved_it_takes_everything_below_along(world: World, country: Country) -> None:
    mountain = await staff_of(world, country, country.mountain)
    assert (await mountain.get(f"/territories/{country.forest}")).status_code == 404
    moved = await country.operator.patch(
        f"/territories/{country.forest}", {"parent_id": country.mountain, "name": "Лесногорский"}
    )
    assert moved.json()["name"] == "Лесногорский"
    below = (await mountain.get(f"/territories/{country.mountain}/organisations?q=лесная")).json()["items"]
    assert [one["name"] for one in below] == ["Лесная школа"]


async def test_dismissed_they_see_nothing_more(world: World, country: Country) -> None:
    lake = await staff_of(world, country, country.lake)
    path = f"/territories/{country.lake}/staff/{lake.id}"
    assert (await country.operator.delete(path)).status_code == 204
    assert (await lake.get(f"/territories/{country.lake}")).status_code == 404
    assert (await country.operator.delete(path)).status_code == 404
    async with world.database.transaction() as tx:
        acts = await tx.values(
            "SELECT action FROM audit_log WHERE action LIKE 'territory_staff%' ORDER BY id"
        )
    assert acts == ["territory_staff_appointed", "territory_staff_dismissed"]


async def test_a_phone_of_somebody_else_is_not_appointed(country: Country) -> None:
    path = f"/territories/{country.lake}/staff"
    one = {"family_name": "Смотрова", "given_name": "Нина", "phone": "8 (999) 000-11-22"}
    assert (await country.operator.post(path, one)).status_code == 204
    assert (await country.operator.post(path, one)).status_code == 204
    other = await country.operator.post(path, one | {"family_name": "Другова"})
    assert (other.status_code, other.json()["code"]) == (409, "contact_of_another")
    mail = await country.operator.post(path, one | {"phone": "nina@example.org"})
    assert (mail.status_code, mail.json()["code"]) == (422, "contact_wrong")


async def test_only_an_empty_territory_goes(country: Country) -> None:
    o = country.operator
    full = await o.delete(f"/territories/{country.forest}")
    assert (full.status_code, full.json()["code"]) == (409, "territory_not_empty")
    empty = await territory(o, "district", "Пустой", country.lake)
    assert (await o.delete(f"/territories/{empty}")).status_code == 204
    assert (await o.get(f"/territories/{empty}")).status_code == 404


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Регион;Муниципалитет\n;Лесной\n", ["Нет названия региона."]),
        ("Край;Район\nКрай;Район\n", ["Такая строка уже была выше."]),
        ("Край;Район;Школа\n", ["В строке больше двух столбцов: нужны только регион и муниципалитет."]),
        (f"{'Я' * 301};\n", ["Название длиннее 300 знаков."]),
    ],
)
async def test_a_wrong_list_changes_nothing(country: Country, text: str, problems: list[str]) -> None:
    body = {"text": text, "parent_id": country.country}
    seen = (await country.operator.post("/territories/list", body)).json()
    assert [line["problem"] for line in seen["lines"] if line["state"] == "wrong"] == problems
    applied = await country.operator.post("/territories/list", body | {"apply": True})
    assert (applied.status_code, applied.json()["code"]) == (422, "territory_list_wrong")
    regions = (await country.operator.get(f"/territories?parent_id={country.country}")).json()["items"]
    assert len(regions) == 2


async def test_a_list_is_looked_at_and_brought_in_once(country: Country) -> None:
    text = "\ufeffРегион;Муниципалитет\r\nОзёрный край;Лесной\r\nозерный край;Береговой\r\nСтепной край;Ковыльный\r\nСтепной край;\r\n"
    body = {"text": text, "parent_id": country.country}
    seen = (await country.operator.post("/territories/list", body)).json()
    assert (seen["new_regions"], seen["new_districts"], seen["wrong"], seen["applied"]) == (1, 2, 0, False)
    assert [line["state"] for line in seen["lines"]] == ["known", "new", "new", "new"]
    assert (await country.operator.post("/territories/list", body | {"apply": True})).json()["applied"]
    again = (await country.operator.post("/territories/list", body | {"apply": True})).json()
    assert (again["new_regions"], again["new_districts"]) == (0, 0)
    lake = (await country.operator.get(f"/territories?parent_id={country.lake}")).json()["items"]
    assert [one["name"] for one in lake] == ["Береговой", "Лесной", "Речной"]
