"""The administrator asks who may write to whom, and hears exactly what the server does, and why."""

from pathlib import Path

import pytest

from parta.safety.rules import RULES
from parta.safety.rules_page import rules_page
from parta.safety.tests.school import EXPECTED, GUARDIANS, PEOPLE, ROLES
from parta.testing.world import World

PAGE = Path(__file__).parents[3] / "docs" / "administrator" / "contact-rules.md"

# Those who study or work in our school now, and the families of its pupils.
HERE = {
    name
    for (place, _), names in ROLES.items()
    if place == "ours"
    for name in names.split()
    if not name.startswith("former")
}
HERE |= {
    guardian for guardian, child in GUARDIANS if child in HERE and child in ROLES["ours", "pupil"].split()
}


@pytest.fixture
async def administrator(school, world: World):
    return await world.sign_in(school.ids["administrator"])


def between(school, first: str, second: str) -> str:
    return (
        f"/organisations/{school.places['ours']}/contact-rules/between"
        f"?first={school.ids[first]}&second={school.ids[second]}"
    )


async def test_every_pair_of_the_school_is_told_what_the_table_says(school, administrator):
    wrong = []
    for first in sorted(HERE):
        for second in sorted(HERE - {first}):
            answer = (await administrator.get(between(school, first, second))).json()
            if answer["reach"] != (EXPECTED[first, second] or "none"):
                wrong.append((first, second, answer["reach"]))
            assert any(rule["reach"] != "none" for rule in answer["rules"]) == (answer["reach"] != "none")
            assert [person["id"] for person in answer["people"]] == [school.ids[first], school.ids[second]]
    assert wrong == []


async def test_the_decisive_rule_comes_first_and_is_named(school, administrator):
    answer = (await administrator.get(between(school, "anna", "boris"))).json()
    assert [(rule["name"], rule["reach"], rule["decided_by"]) for rule in answer["rules"]] == [
        ("ученики одного класса", "open", ""),
        ("ученики разных классов одной школы", "request", ""),
    ]


async def test_the_setting_that_decided_is_named(school, administrator):
    usual = {"pupil_staff": "second_adult", "pupils": "class", "pupil_groups": "yes", "parents": "request"}
    await administrator.put(f"/organisations/{school.places['ours']}/contact-policy", usual)
    anna = await administrator.get(between(school, "anna", "class_teacher"))
    assert [(rule["reach"], rule["decided_by"]) for rule in anna.json()["rules"]] == [
        ("accompanied", "Личные чаты учеников с учителями и администраторами: только при втором взрослом")
    ] * 2
    vera = (await administrator.get(between(school, "anna", "vera"))).json()
    assert vera["reach"] == "none"
    assert [rule["decided_by"] for rule in vera["rules"]] == [
        "Личные чаты учеников между собой: только внутри класса"
    ]
    table = (await administrator.get(f"/organisations/{school.places['ours']}/contact-rules")).json()["items"]
    lines = {line["name"]: line for line in table}
    assert lines["ученики разных классов одной школы"]["reach"] == "none"
    assert [
        (c["value"], c["reach"], c["now"]) for c in lines["ученик и остальные учителя школы"]["columns"]
    ] == [
        ("разрешены", "request", False),
        ("только при втором взрослом", "accompanied", True),
        ("запрещены", "together", False),
    ]


async def test_who_is_not_of_the_school_does_not_exist_for_its_administrator(school, administrator):
    for name in sorted(set(PEOPLE) - HERE):
        for pair in (("anna", name), (name, "anna")):
            assert (await administrator.get(between(school, *pair))).status_code == 404, name
    assert (await administrator.get(between(school, "anna", "anna"))).json()["reach"] == "none"


async def test_others_ask_in_vain_and_asking_is_written_down(school, administrator, world: World):
    for name in ("class_teacher", "anna", "annas_mother", "their_teacher"):
        other = await world.sign_in(school.ids[name])
        assert (await other.get(between(school, "anna", "boris"))).status_code == 404
        assert (await other.get(f"/organisations/{school.places['ours']}/contact-rules")).status_code == 404
    await administrator.get(between(school, "anna", "boris"))
    async with world.database.transaction() as tx:
        written = await tx.value(
            "SELECT count(*) FROM audit_log WHERE action = 'contact_explained' AND actor_id = $1",
            administrator.id,
        )
    assert written == 1


async def test_the_table_is_shown_whole(school, administrator):
    rules = (await administrator.get(f"/organisations/{school.places['ours']}/contact-rules")).json()["items"]
    assert [(rule["name"], rule["reach"]) for rule in rules] == [(rule.ru, rule.reach) for rule in RULES]


def test_the_page_for_administrators_is_up_to_date():
    """`parta contact-rules > docs/administrator/contact-rules.md` renews it."""
    assert PAGE.read_text("utf-8") == rules_page()
