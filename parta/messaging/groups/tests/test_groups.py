"""Groups: who may be in them, who keeps order, and who inherits them."""

import pytest

from parta.messaging.groups.membership import join
from parta.testing.school import make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return environ | {"PARTA_MESSAGING_NEW_CHATS_PER_DAY": "2", "PARTA_MESSAGING_MEMBERS_AT_MOST": "4"}


async def roles(who: Actor, chat: int) -> dict[int, str]:
    items = (await who.get(f"/conversations/{chat}/members")).json()["items"]
    return {m["person"]["id"]: m["role"] for m in items}


async def test_a_group_is_started_with_people_in_reach_and_only_with_them(world: World) -> None:
    s, other = await make_school(world), await make_school(world, "Другая школа")

    async def start(title: str, *people: int, who: Actor = s.class_teacher) -> tuple[int, object]:
        answer = await who.post("/conversations", {"kind": "group", "title": title, "person_ids": people})
        return answer.status_code, answer.json().get("code") or answer.json()

    assert await start("Поход") == (422, "people_required")
    assert await start("Поход", *range(1, 200)) == (422, "too_many_people")
    assert await start("  \n ", s.pupil.id) == (422, "title_invalid")
    assert await start("щ" * 101, s.pupil.id) == (422, "title_invalid")
    # Beyond reach, reachable only by request, and nobody are refused alike.
    for beyond in (other.pupil.id, s.older_pupil.id, 10**6):
        assert await start("Поход", s.pupil.id, beyond) == (422, "person_out_of_reach")
    assert (await start("Мой класс", 10**30))[0] == 422

    status, made = await start("  Поход   в лес ", s.pupil.id, s.mother.id, s.pupil.id)
    assert status == 201
    assert isinstance(made, dict)
    assert (made["title"], made["members_count"], made["my_role"]) == ("Поход в лес", 3, "owner")
    assert await roles(s.pupil, made["id"]) == {
        s.class_teacher.id: "owner",
        s.pupil.id: "member",
        s.mother.id: "member",
    }
    assert (await other.head.get(f"/conversations/{made['id']}")).status_code == 404


async def test_nobody_starts_chats_without_end(world: World) -> None:
    s = await make_school(world)
    group_of_two = {"kind": "group", "title": "Ещё одна", "person_ids": [s.classmate.id]}

    answers = [await s.pupil.post("/conversations", group_of_two) for _ in range(3)]

    assert [a.status_code for a in answers] == [201, 201, 429]
    assert answers[-1].json()["code"] == "too_many_new_chats"
    assert int(answers[-1].headers["retry-after"]) > 0
    assert (await s.pupil.put(f"/conversations/direct/{s.class_teacher.id}")).status_code == 429
    assert (await s.class_teacher.post("/conversations", group_of_two)).status_code == 201


async def test_parents_among_themselves_take_parents_without_office_only(world: World) -> None:
    s = await make_school(world)

    async def start(who: Actor, *people: Actor) -> tuple[int, str | None]:
        body = {
            "kind": "group",
            "title": "Подарок",
            "person_ids": [p.id for p in people],
            "parents_only": True,
        }
        answer = await who.post("/conversations", body)
        return answer.status_code, answer.json().get("code")

    assert await start(s.class_teacher, s.mother) == (422, "parents_only")
    assert await start(s.mother, s.class_teacher) == (422, "parents_only")
    assert await start(s.mother, s.pupil) == (422, "parents_only")
    assert await start(s.mother, s.father) == (201, None)
    await world.role(s.father, "teacher", s.id)
    assert await start(s.mother, s.father) == (422, "parents_only")


async def test_only_those_who_keep_order_rename_add_and_remove(world: World) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil, s.geographer)

    for refused in (
        await s.pupil.patch(f"/conversations/{chat}", {"title": "Моё"}),
        await s.pupil.post(f"/conversations/{chat}/members", {"person_ids": [s.classmate.id]}),
        await s.pupil.delete(f"/conversations/{chat}/members/{s.geographer.id}"),
        await s.pupil.put(f"/conversations/{chat}/members/{s.pupil.id}", {"role": "owner"}),
    ):
        assert (refused.status_code, refused.json()["code"]) == (403, "not_an_administrator")

    renamed = await s.class_teacher.patch(f"/conversations/{chat}", {"title": "Кружок"})
    added = await s.class_teacher.post(f"/conversations/{chat}/members", {"person_ids": [s.mother.id]})
    too_many = await s.class_teacher.post(f"/conversations/{chat}/members", {"person_ids": [s.father.id]})
    removed = await s.class_teacher.delete(f"/conversations/{chat}/members/{s.pupil.id}")
    nobody = await s.class_teacher.delete(f"/conversations/{chat}/members/{s.pupil.id}")

    assert (renamed.json()["title"], added.json()["members_count"]) == ("Кружок", 4)
    assert (too_many.status_code, too_many.json()["code"]) == (422, "too_many_people")
    assert (removed.status_code, nobody.status_code) == (204, 404)
    notices = (await s.geographer.get(f"/conversations/{chat}/messages")).json()["items"]
    assert [m["service"]["what"] for m in notices] == ["renamed", "added", "removed"]


async def test_owners_appoint_and_the_last_owner_stays(world: World) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil, s.geographer)

    async def appoint(who: Actor, whom: Actor, role: str) -> tuple[int, str | None]:
        answer = await who.put(f"/conversations/{chat}/members/{whom.id}", {"role": role})
        return answer.status_code, answer.json()["code"] if answer.content else None

    assert await appoint(s.class_teacher, s.class_teacher, "member") == (409, "last_owner")
    assert await appoint(s.class_teacher, s.mother, "owner") == (404, "not_found")
    assert await appoint(s.class_teacher, s.geographer, "administrator") == (204, None)
    assert await appoint(s.geographer, s.pupil, "administrator") == (403, "not_an_administrator")
    refused = await s.geographer.delete(f"/conversations/{chat}/members/{s.class_teacher.id}")
    assert (refused.status_code, refused.json()["code"]) == (403, "not_an_administrator")
    assert await appoint(s.class_teacher, s.pupil, "owner") == (204, None)
    assert await appoint(s.class_teacher, s.class_teacher, "member") == (204, None)
    assert await appoint(s.class_teacher, s.pupil, "king") == (422, "invalid")
    assert (await roles(s.pupil, chat))[s.pupil.id] == "owner"


async def test_the_administrator_inherits_from_the_last_owner_then_the_eldest(world: World) -> None:
    owner, first, administrator, last = [await world.person() for _ in range(4)]
    chat = await group(world, owner, first, administrator, last)
    await owner.put(f"/conversations/{chat}/members/{administrator.id}", {"role": "administrator"})

    for leaver in (owner, administrator, first):
        assert (await leaver.delete(f"/conversations/{chat}/members/{leaver.id}")).status_code == 204
        assert (await leaver.get(f"/conversations/{chat}")).status_code == 404
        present = await roles(last, chat)
        assert list(present.values()).count("owner") == 1
        if leaver is owner:
            assert present[administrator.id] == "owner"
        if leaver is administrator:
            assert present[first.id] == "owner"
    assert (await last.delete(f"/conversations/{chat}/members/{last.id}")).status_code == 204
    assert (await last.get("/conversations")).json()["items"] == []


async def test_up_to_thirty_members_are_listed_by_surname_and_more_page_by_page(world: World) -> None:
    families = ["Яковлев", "Ёлкин", "Егоров", "Жуков", "Абрамова"] * 6
    people = [await world.person(family, f"Имя{i:02}") for i, family in enumerate(families)]
    chat = await group(world, *people)

    listed = (await people[0].get(f"/conversations/{chat}/members")).json()
    assert (listed["total"], listed["by_surname"], listed["next"]) == (30, True, None)
    surnames = [m["person"]["family_name"] for m in listed["items"]]
    assert surnames == ["Абрамова"] * 6 + ["Егоров"] * 6 + ["Ёлкин"] * 6 + ["Жуков"] * 6 + ["Яковлев"] * 6

    newcomer = await world.person("Аверин")
    async with world.database.transaction() as tx:
        await join(tx, chat, [newcomer.id])
    first = (await people[0].get(f"/conversations/{chat}/members?limit=20")).json()
    second = (await people[0].get(f"/conversations/{chat}/members?limit=20&after={first['next']}")).json()
    assert (first["total"], first["by_surname"], second["next"]) == (31, False, None)
    got = [m["person"]["id"] for m in first["items"] + second["items"]]
    assert got == sorted(p.id for p in [*people, newcomer])
    forged = await people[0].get(f"/conversations/{chat}/members?after=0JfQtNC10YHRjA")
    assert forged.status_code == 422


async def test_who_comes_back_sees_the_talk_and_old_messages_are_not_new(world: World) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil)
    await say(s.class_teacher, chat, "Раз")
    await s.pupil.delete(f"/conversations/{chat}/members/{s.pupil.id}")
    await say(s.class_teacher, chat, "Два")

    await s.class_teacher.post(f"/conversations/{chat}/members", {"person_ids": [s.pupil.id]})

    again = (await s.pupil.get(f"/conversations/{chat}")).json()
    assert (again["my_role"], again["members_count"]) == ("member", 2)
