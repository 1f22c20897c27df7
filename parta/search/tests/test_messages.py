"""Messages are found by what they say, by those who may read them, and by nobody else."""

import pytest

from parta.search.tests.conftest import found, indexed
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


async def two(world: World) -> tuple[Actor, Actor, int]:
    anna, boris = await world.person(), await world.person()
    return anna, boris, await group(world, anna, boris, title="Поход")


async def test_any_form_of_a_word_finds_any_other(world, ways):
    anna, boris, chat = await two(world)
    await say(anna, chat, "Родительское собрание перенесли")
    await say(boris, chat, "Собраний больше не будет")
    await say(boris, chat, "Купил тетради")
    await indexed(world)

    assert await found(boris, "собрании") == ["Собраний больше не будет", "Родительское собрание перенесли"]
    assert await found(boris, "тетрадь") == ["Купил тетради"]
    assert await found(boris, "учебник") == []


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("Где ёлка?", "елка"),
        ("Где елка?", "ЁЛКА"),
        ("Домашние задания: homeworks", "homework"),
        ("Встреча в Café Noir", "cafe"),
        ("Тәрбия сәгате", "тәрбия"),
        ("Иду на урок №5", "урок 5"),
        ("7Б, построение!", "7б"),
        ("Ссылка https://school.example/plan?x=1", "school example"),
        ("Пишите на director@school.example", "director"),
        ("Скиньте что-нибудь", "что нибудь"),
        ("Это нельзя забыть, хорошо?", "нельзя"),
        ("Расписание на неделю", "распис"),
        ("Контрольная работа по физике", "контр"),
        ("Тест по теме «Квадратные корни»", "«квадратные корни»"),
        # Two signs for one letter, as some systems name files.
        ("Мои\u0306 рассказ", "мой"),
        ("Мой рассказ", "мои\u0306"),
        ("**Важно**: __сбор__ у `входа`", "сбор"),
    ],
)
async def test_words_are_found_however_they_are_written(world, said, typed):
    anna, boris, chat = await two(world)
    await say(anna, chat, said)
    await say(anna, chat, "Совсем другое")
    await indexed(world)

    [shown] = await found(boris, typed)
    assert shown == {
        "Мои\u0306 рассказ": "Мой рассказ",
        "**Важно**: __сбор__ у `входа`": "Важно: сбор у входа",
    }.get(said, said)


async def test_only_the_last_word_may_be_unfinished_and_only_while_it_is_typed(world, ways):
    anna, boris, chat = await two(world)
    await say(anna, chat, "Расписание уроков")
    await indexed(world)

    assert await found(boris, "распис") == ["Расписание уроков"]
    assert await found(boris, "распис ") == []
    assert await found(boris, "распис уроков") == []


async def test_a_phrase_is_words_in_a_row(world, ways):
    anna, boris, chat = await two(world)
    await say(anna, chat, "Контрольная работа завтра")
    await say(anna, chat, "Работа над ошибками: контрольная была трудной")
    await indexed(world)

    assert await found(boris, '"контрольной работы"') == ["Контрольная работа завтра"]
    assert len(await found(boris, "контрольной работы")) == 2


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "!!!", "«»", "'", "\\", "🙂", "& | ! <-> :*", "a'b & '", "%_", "'a':*", "\x00", '"\x00'],
)
async def test_what_is_no_word_finds_nothing_and_breaks_nothing(world, typed):
    anna, boris, chat = await two(world)
    await say(anna, chat, "Привет")
    await indexed(world)

    assert await found(boris, typed) == []


async def test_words_longer_than_any_dictionary_break_nothing(world):
    anna, boris, chat = await two(world)
    await say(anna, chat, "ы" * 8000)
    await say(anna, chat, "a" * 2043 + " конец")
    await indexed(world)

    assert len(await found(boris, "конец")) == 1
    assert (await boris.get("/search/messages", params={"q": "ы" * 201})).status_code == 422


async def test_excerpts_mark_the_words_and_hold_no_markup(world):
    anna, boris, chat = await two(world)
    await say(anna, chat, "Сегодня <b>экскурсия</b> в музей, экскурсию ведёт Ира")
    await indexed(world)

    answer = (await boris.get("/search/messages?q=экскурсии")).json()

    [item] = answer["items"]
    assert item["excerpt"]["source"] == "text"
    assert [s["text"] for s in item["excerpt"]["segments"] if s["meant"]] == ["экскурсия", "экскурсию"]
    assert item["number"] == 1
    assert answer["chats"] == [{"id": chat, "kind": "group", "title": "Поход", "partner_id": None}]
    assert [person["id"] for person in answer["people"]] == [anna.id]


async def test_an_excerpt_of_a_long_message_is_cut_around_the_word(world):
    anna, boris, chat = await two(world)
    await say(anna, chat, "слово " * 300 + "экскурсия " + "дело " * 300)
    await indexed(world)

    [text] = await found(boris, "экскурсия")

    assert len(text) < 220
    assert "экскурсия" in text
    assert text.startswith("…слово")
    assert text.endswith("дело…")


async def test_pages_follow_one_another_newest_first(world, ways):
    anna, boris, chat = await two(world)
    for number in range(7):
        await say(anna, chat, f"Новость {number}")
    await indexed(world)

    seen, after = [], None
    while True:
        page = (
            await boris.get(
                "/search/messages", params={"q": "новости", "limit": 3} | ({"after": after} if after else {})
            )
        ).json()
        seen += [item["number"] for item in page["items"]]
        after = page["next"]
        if after is None:
            break

    assert seen == [7, 6, 5, 4, 3, 2, 1]


async def test_a_forged_key_is_refused(world):
    anna, _, _ = await two(world)
    assert (await anna.get("/search/messages?q=слово&after=чепуха")).status_code == 422


async def test_hits_of_one_chat_are_numbers_to_step_through(world):
    anna, boris, chat = await two(world)
    for body in ("завтра", "потом", "и завтра", "никогда", "Завтра!"):
        await say(anna, chat, body)
    other = await group(world, anna, boris)
    await say(anna, other, "завтра")
    await indexed(world)

    assert (await boris.get(f"/conversations/{chat}/hits?q=завтра")).json() == {
        "items": [5, 3, 1],
        "next": None,
    }
    assert await found(boris, "завтра", chat=other) == ["завтра"]


async def test_a_strangers_chat_is_absent(world):
    anna, _, chat = await two(world)
    stranger = await world.person()

    for path in ("/search/messages?q=a&chat=", "/conversations/{}/hits?q=a"):
        hidden = await stranger.get(path.format(chat) if "{}" in path else f"{path}{chat}")
        absent = await stranger.get(path.format(10**9) if "{}" in path else f"{path}{10**9}")
        assert hidden.status_code == absent.status_code == 404
        assert hidden.json() | {"request_id": ""} == absent.json() | {"request_id": ""}
    assert (await anna.get(f"/conversations/{chat}/hits?q=a")).status_code == 200
