from parta.identity.stored_data import REGISTRY, find_undeclared
from parta.identity.tests.conftest import PROFILE

# Tables of higher rooms are looked at by the test of the whole house.
OWN = {"people", "contacts", "consents", "sessions", "sign_in_codes", "sign_in_limits", "audit_log"}


def of_this_room(names):
    return [name for name in names if name.partition(".")[0] in OWN]


async def test_every_column_about_a_person_is_declared(database):
    async with database.transaction() as tx:
        assert of_this_room(await find_undeclared(tx)) == []


async def test_a_new_column_or_table_fails_until_it_is_described(database):
    async with database.transaction() as tx:
        await tx.run("ALTER TABLE people ADD COLUMN shoe_size int")
        await tx.run("CREATE TABLE shoes (person_id bigint REFERENCES people (id), colour text)")
        found = await find_undeclared(tx)
        assert of_this_room(found) == ["people.shoe_size"]
        assert {"shoes.person_id", "shoes.colour"} <= set(found)


async def test_a_person_sees_what_is_stored_and_nobody_elses(door, world):
    await world.person("Озерцов", "Глеб")
    await door.come_in("+79990000601", profile=PROFILE)

    sections = (await door.client.get("/api/me/data")).json()["items"]

    assert {section["section"] for section in sections} >= OWN
    said = {section["section"]: [item["value"] for item in section["items"]] for section in sections}
    assert {"Ладогина", "Вера", "Юрьевна"} <= set(said["people"])
    assert "+79990000601" in said["contacts"]
    assert said["consents"].count("privacy") == 1
    assert "Озерцов" not in str(sections)
    assert all(item["purpose"] and item["name"] for section in sections for item in section["items"])


async def test_secrets_are_named_but_not_shown(door):
    await door.come_in("+79990000602", profile=PROFILE)
    for section in (await door.client.get("/api/me/data")).json()["items"]:
        shown = REGISTRY[section["section"]].shown
        assert not {"token_hash", "code_hash", "salt"} & set(shown)
    answer = await door.client.get("/api/me/data")
    assert "token_hash" in answer.text
