"""Words to all and to teachers: by those who may, for those whom they concern, at one price for any number."""

from typing import Any

import pytest

from parta.messaging.audiences import audience_in
from parta.messaging.groups.membership import join
from parta.testing.school import chats_of, keep_current, make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


@pytest.mark.parametrize(
    ("body", "audience"),
    [
        ("@все завтра к девяти", "all"),
        ("Важно (@ALL)!", "all"),
        ("«@учителя», педсовет", "teachers"),
        ("@teachers и @все", "all"),
        ("@всем привет", None),
        ("почта@все.рф", None),
        ("все", None),
        ("@@все", None),
    ],
)
def test_which_words_call_whom(body: str, audience: str | None) -> None:
    assert audience_in(body) == audience


async def mentioned(who: Actor, chat: int) -> bool:
    return bool((await who.get(f"/conversations/{chat}")).json()["mentioned"])


def audience_of(message: dict[str, Any]) -> str | None:
    return (message["content"] or {}).get("audience")


async def test_an_administrator_calls_everybody_once(world: World) -> None:
    anna, boris, vera = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris, vera)

    said = await say(anna, chat, "@все, собрание в шесть")

    assert audience_of(said) == "all"
    assert [await mentioned(who, chat) for who in (anna, boris, vera)] == [False, True, True]
    assert [c["mentioned"] for c in (await boris.get("/conversations")).json()["items"]] == [True]
    await boris.put(f"/conversations/{chat}/reading", {"number": said["number"]})
    assert [await mentioned(who, chat) for who in (boris, vera)] == [False, True]
    async with world.database.transaction() as tx:
        assert (
            await tx.value("SELECT max(mentioned_number) FROM members WHERE conversation_id = $1", chat) == 0
        )


async def test_from_others_it_is_mere_words(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)

    said = await say(boris, chat, "@все, кто сделал домашку?")

    assert audience_of(said) is None
    assert await mentioned(anna, chat) is False


async def test_the_order_of_a_chat_decides(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE conversations SET who_mentions_all = 'all' WHERE id = $1", chat)

    assert audience_of(await say(boris, chat, "@все")) == "all"


async def test_teachers_call_in_the_chats_of_a_class_and_are_called_as_teachers(world: World) -> None:
    school = await make_school(world)
    await keep_current(world, school)
    chats = await chats_of(world, school)
    subject = chats["subject", school.geography].id
    async with world.database.transaction() as tx:
        await tx.run(
            "UPDATE members SET role = 'member' WHERE conversation_id = $1 AND person_id = $2",
            subject,
            school.geographer.id,
        )

    assert audience_of(await say(school.pupil, subject, "@учителя, вопрос")) is None
    said = await say(school.geographer, subject, "@all, карты на стол")
    assert audience_of(said) == "all"
    assert await mentioned(school.pupil, subject) is True

    staff = chats["teachers", None].id
    async with world.database.transaction() as tx:
        await tx.run("UPDATE conversations SET who_mentions_all = 'all' WHERE id = $1", staff)
    await say(school.head, staff, "@учителя, педсовет")
    assert await mentioned(school.class_teacher, staff) is True
    assert (await school.class_teacher.get(f"/conversations/{staff}")).json()["teaches"] is True


async def test_in_a_chat_of_two_there_is_nobody_else_to_call(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    async with world.database.transaction() as tx:
        low, high = sorted((anna.id, boris.id))
        chat = await tx.value(
            "INSERT INTO conversations (kind, pair_low, pair_high) VALUES ('direct', $1, $2) RETURNING id",
            low,
            high,
        )
        await tx.run(
            "INSERT INTO members (conversation_id, person_id) VALUES ($1, $2), ($1, $3)", chat, low, high
        )

    assert audience_of(await say(anna, chat, "@все")) is None


async def test_who_joins_later_was_not_called(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna)
    await say(anna, chat, "@все, сюда")
    async with world.database.transaction() as tx:
        await join(tx, chat, [boris.id])

    assert await mentioned(boris, chat) is False


async def test_members_of_a_large_chat_are_found_by_the_beginnings_of_their_names(world: World) -> None:
    anna = await world.person("Ковалёва", "Анна")
    others = [await world.person(f"Фамилия{i}", "Имя") for i in range(3)]
    yolkin = await world.person("Ёлкин", "Пётр")
    chat = await group(world, anna, yolkin, *others)
    stranger = await world.person("Елкина", "Мария")

    found = (await anna.get(f"/conversations/{chat}/members?q=елк")).json()
    both = (await anna.get(f"/conversations/{chat}/members?q=имя фам&limit=2")).json()

    assert [one["person"]["id"] for one in found["items"]] == [yolkin.id]
    assert len(both["items"]) == 2
    assert (await anna.get(f"/conversations/{chat}/members?q={'щ' * 201}")).status_code == 422
    assert (await stranger.get(f"/conversations/{chat}/members?q=елк")).status_code == 404
