"""«Способы входа»: linking, listing, unlinking."""

from parta.core.audit import ACTIONS
from parta.identity.outside.tests.conftest import expect, linking
from parta.identity.passkeys.tests.authenticator import Authenticator, add_key
from parta.identity.receiving import receive_expected


async def link(actor, vk):
    mine = linking(actor)
    await mine.back(vk.consent(await mine.url("vk_id")))
    return await actor.post("/me/sign-in-ways")


async def give_contact(database, actor, value="+79990007200"):
    async with database.transaction() as tx:
        await tx.run(
            "INSERT INTO contacts (person_id, kind, value) VALUES ($1, 'phone', $2)", actor.id, value
        )


async def test_what_is_linked_is_listed_without_saying_who_one_is_there(world, vk, database):
    anna = await world.person()
    await give_contact(database, anna)
    told = (await anna.get("/settings")).json()["outside"]
    before = (await anna.get("/me/sign-in-ways")).json()["items"]
    await link(anna, vk)
    after = (await anna.get("/me/sign-in-ways")).json()["items"]

    assert [(one["provider"], one["linked_at"]) for one in before] == [
        ("vk_id", None),
        ("esia", None),
        ("openid", None),
    ]
    assert [(one["provider"], one["title"]) for one in told] == [
        ("vk_id", "VK ID"),
        ("esia", "Госуслуги"),
        ("openid", "Областной вход"),
    ]
    linked = after[0]
    assert linked["linked_at"]
    assert linked["may_unlink"]
    assert "7001" not in str(linked)


async def test_an_account_belongs_to_one_person_and_a_person_has_one_account(world, vk):
    anna, boris = await world.person(), await world.person()
    assert (await link(anna, vk)).status_code == 200
    taken = await link(boris, vk)
    assert (taken.status_code, taken.json()["code"]) == (409, "outside_taken")
    vk.user |= {"user_id": "7002"}
    second = await link(anna, vk)
    assert (second.status_code, second.json()["code"]) == (409, "outside_linked_already")


async def test_the_last_way_in_stays(world, vk, database):
    anna = await world.person()
    await link(anna, vk)
    refused = await anna.delete("/me/sign-in-ways/vk_id")
    await give_contact(database, anna)
    done = await anna.delete("/me/sign-in-ways/vk_id")
    absent = await anna.delete("/me/sign-in-ways/vk_id")
    by_another = await link(await world.person(), vk)

    assert (refused.status_code, refused.json()["code"]) == (409, "outside_last_way")
    assert (done.status_code, absent.status_code, by_another.status_code) == (204, 404, 200)
    async with database.transaction() as tx:
        log = await tx.values("SELECT action FROM audit_log WHERE actor_id = $1 ORDER BY id", anna.id)
    assert log == ["outside_linked", "outside_unlinked"]
    assert ACTIONS.keys() >= set(log)


async def test_a_key_is_a_way_in_and_then_the_last_one(world, vk):
    anna = await world.person()
    await link(anna, vk)
    key = await add_key(anna, Authenticator())
    [way] = [one for one in (await anna.get("/me/sign-in-ways")).json()["items"] if one["linked_at"]]
    assert way["may_unlink"]
    assert (await anna.delete("/me/sign-in-ways/vk_id")).status_code == 204

    last = await anna.delete(f"/me/passkeys/{key}")
    assert (last.status_code, last.json()["code"]) == (409, "passkey_last_way")
    assert len((await anna.get("/me/passkeys")).json()["items"]) == 1
    assert (await link(anna, vk)).status_code == 200
    assert (await anna.delete(f"/me/passkeys/{key}")).status_code == 204


async def test_an_unlinked_account_lets_in_no_more_though_its_phone_would(world, vk, visitor, database):
    anna = await world.person()
    await give_contact(database, anna, "+79990007001")
    await link(anna, vk)
    await anna.delete("/me/sign-in-ways/vk_id")

    await visitor.back(vk.consent(await visitor.url("vk_id")))
    refused = await visitor.enter()
    assert (refused.status_code, refused.json()["code"]) == (409, "outside_unlinked")

    assert (await link(anna, vk)).status_code == 200
    await visitor.back(vk.consent(await visitor.url("vk_id")))
    assert (await visitor.enter()).json()["person"]["id"] == anna.id


async def test_whoever_receives_an_expected_profile_keeps_the_ways_in(world, vk, visitor, database):
    newcomer = await world.person()
    await link(newcomer, vk)
    expected = await expect(database, "+79990007300")
    async with database.transaction() as tx:
        assert await receive_expected(tx, expected, newcomer_id=newcomer.id)

    await visitor.back(vk.consent(await visitor.url("vk_id")))
    assert (await visitor.enter()).json()["person"]["id"] == expected


async def test_somebody_kept_out_stays_out(world, vk, visitor, database):
    anna, head = await world.person(), await world.person()
    await link(anna, vk)
    async with database.transaction() as tx:
        await tx.run(
            "INSERT INTO suspensions (person_id, reason, suspended_by, suspended_at) VALUES ($1, 'Жалобы', $2, now())",
            anna.id,
            head.id,
        )
    await visitor.back(vk.consent(await visitor.url("vk_id")))
    refused = await visitor.enter()
    assert (refused.status_code, refused.json()["code"]) == (403, "suspended")
