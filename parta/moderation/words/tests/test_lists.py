"""A list at work: held, refused and noted in the school's chats, and nowhere else."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from parta.core.followers import follow_all, start_following
from parta.messaging import sender, sending_at_once
from parta.messaging.drafts import Draft
from parta.moderation.words import lexicons
from parta.testing.school import School, chats_of, keep_current, make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


@pytest.fixture
async def school(world: World) -> School:
    made = await make_school(world)
    await keep_current(world, made)
    await start_following(world.database)
    return made


async def class_chat(world: World, school: School) -> int:
    """The chat of 7 «Б», which its class teacher keeps."""
    return (await chats_of(world, school))["class", school.seven].id


async def watch(school: School, phrase: str, act: str) -> None:
    answer = await school.head.post(
        f"/organisations/{school.id}/watched-words", {"phrase": phrase, "act": act}
    )
    assert answer.status_code == 204, answer.text


async def try_to_say(author: Actor, chat: int, body: str, **more: Any) -> httpx.Response:
    return await author.post(
        f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": body, **more}
    )


async def test_a_word_holds_a_pupils_message_until_the_class_teacher_has_looked(
    world: World, school: School
) -> None:
    chat = await class_chat(world, school)
    await say(school.pupil, chat, "Эх, растяпа я")
    await watch(school, "растяпа", "hold")

    held = await try_to_say(school.pupil, chat, "Он р-а-с-т-я-п-а")
    assert (held.status_code, held.json()["code"]) == (202, "message_held")
    assert [
        m["body"] for m in (await school.classmate.get(f"/conversations/{chat}/messages")).json()["items"]
    ] == ["Эх, растяпа я"]

    [waiting] = (await school.class_teacher.get(f"/conversations/{chat}/held-messages")).json()["items"]
    assert waiting["word_list"] == "Школа на Озёрной"
    [own] = (await school.pupil.get(f"/conversations/{chat}/held-messages")).json()["items"]
    assert (own["word_list"], own["reason"], own["state"]) == ("", "", "waiting")
    said = await school.class_teacher.post(f"/held-messages/{waiting['id']}/approval")
    assert said.json()["body"] == "Он р-а-с-т-я-п-а"
    # The list is there for pupils' words, not for the staff's.
    await say(school.class_teacher, chat, "Слово «растяпа» здесь ни к чему")


async def test_a_refused_word_comes_with_a_courteous_hint_and_no_way_round(
    world: World, school: School
) -> None:
    chat = await class_chat(world, school)
    await watch(school, "балбес", "refuse")
    refused = await try_to_say(school.pupil, chat, "Сам балбес")
    assert (refused.status_code, refused.json()["code"]) == (409, "words_refused")

    poll = {"poll": {"question": "Кто балбес?", "options": ["Он", "Я"]}}
    asked = await try_to_say(school.pupil, chat, "", content=poll)
    assert asked.json()["code"] == "words_refused"
    said = await say(school.pupil, chat, "Сам такой")
    edited = await school.pupil.patch(f"/messages/{said['id']}", {"body": "Сам балбесик и балбес"})
    assert (edited.status_code, edited.json()["code"]) == (409, "words_refused")


async def test_lists_hold_only_in_the_schools_own_chats(world: World, school: School) -> None:
    await watch(school, "недотёпа", "refuse")
    elsewhere = await group(world, school.pupil, school.classmate)
    await say(school.pupil, elsewhere, "Недотёпа!")
    direct = (await school.pupil.put(f"/conversations/direct/{school.classmate.id}")).json()
    assert (await try_to_say(school.pupil, direct["id"], "Привет, недотёпа")).status_code == 201


async def test_where_no_staff_keeps_order_what_would_be_held_is_refused(world: World, school: School) -> None:
    await watch(school, "мямля", "hold")
    chat = await group(world, school.pupil, school.classmate)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE conversations SET organisation_id = $2 WHERE id = $1", chat, school.id)
    assert (await try_to_say(school.classmate, chat, "мямля")).json()["code"] == "words_refused"
    async with world.database.transaction() as tx:
        await tx.run("UPDATE members SET role = 'administrator' WHERE conversation_id = $1", chat)
        await tx.run(
            "INSERT INTO members (conversation_id, person_id, role) VALUES ($1, $2, 'administrator')",
            chat,
            school.class_teacher.id,
        )
    held = (await try_to_say(school.classmate, chat, "мямля")).json()["held_id"]
    waiting = f"/conversations/{chat}/held-messages"
    told = [
        (await who.get(waiting)).json()["items"][0]["word_list"]
        for who in (school.pupil, school.class_teacher)
    ]
    assert told == ["", "Школа на Озёрной"]
    # A pupil who keeps the chat, even the author, decides nothing about a word of the school's list.
    for pupil in (school.pupil, school.classmate):
        refused = await pupil.post(f"/held-messages/{held}/approval")
        assert (refused.status_code, refused.json()["code"]) == (403, "held_for_staff")
    assert (await school.class_teacher.post(f"/held-messages/{held}/approval")).status_code == 200


async def test_what_is_only_noted_is_said_and_listed_for_moderators(world: World, school: School) -> None:
    chat = await class_chat(world, school)
    await watch(school, "прогулять", "note")
    await say(school.pupil, chat, "Доброе утро! Давайте прогуляем физкультуру. Шучу")
    await say(school.class_teacher, chat, "Никто ничего не прогуляет")
    await follow_all(world.database)
    await follow_all(world.database)
    noted = (await school.head.get(f"/organisations/{school.id}/noted-messages")).json()["items"]
    assert [(n["sentence"], n["phrase"], n["author"]["id"]) for n in noted] == [
        ("Давайте прогуляем физкультуру.", "прогулять", school.pupil.id)
    ]
    async with world.database.transaction() as tx:
        [written] = await tx.values("SELECT details FROM audit_log WHERE action = 'noted_messages_read'")
    assert str(school.pupil.id) in written
    for other in (school.class_teacher, school.pupil, await world.person()):
        assert (await other.get(f"/organisations/{school.id}/noted-messages")).status_code == 404


async def test_a_list_is_a_text_one_can_take_away_and_bring_back(world: World, school: School) -> None:
    path = f"/organisations/{school.id}/watched-words"
    text = "# Наш список\nрастяпа; отказать\nтупой баран\n«Олень»; отметить\n;;\nшум; кричать\n"
    brought = (await school.head.put(f"{path}/text", {"text": text})).json()
    assert brought == {"changed": 3, "unread_lines": [5, 6]}
    exported = (await school.head.get(f"{path}/text")).text
    assert exported == "тупой баран; на одобрение\n«Олень»; отметить\nрастяпа; отказать\n"
    again = (await school.head.put(f"{path}/text", {"text": exported, "replace": True})).json()
    assert again["unread_lines"] == []
    assert (await school.head.get(f"{path}/text")).text == exported

    tried = (await school.head.post(f"{path}/trial", {"text": "Растяпа и тупые бараны"})).json()
    assert tried["act"] == "refuse"
    assert len(tried["found"]) == 2
    page = (await school.head.get(f"{path}?limit=2")).json()
    rest = (await school.head.get(f"{path}?limit=2&after={page['next']}")).json()
    assert len(page["items"]) == 2
    assert len(rest["items"]) == 1
    gone = page["items"][0]["id"]
    assert (await school.head.delete(f"{path}/{gone}")).status_code == 204
    assert (await school.head.delete(f"{path}/{gone}")).status_code == 404
    assert (await school.head.post(path, {"phrase": "!"})).json()["code"] == "phrase_invalid"


async def test_all_but_the_staff_may_be_watched(world: World, school: School) -> None:
    chat = (await chats_of(world, school))["class_parents", school.seven].id
    await watch(school, "безобразие", "refuse")
    await say(school.mother, chat, "Это безобразие")
    changed = await school.head.put(f"/organisations/{school.id}/word-list", {"whose": "all"})
    assert changed.status_code == 204
    assert (await try_to_say(school.mother, chat, "Это безобразие")).json()["code"] == "words_refused"
    await say(school.class_teacher, chat, "Безобразие устранено")


async def test_messages_of_clean_words_cost_no_statement_more(
    world: World, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The short way stays one statement, and whoever says a watched word takes only their own message off it."""
    chat = await class_chat(world, school)
    await watch(school, "растяпа", "hold")
    await say(school.pupil, chat, "Первое: списки прочитаны")
    counted: list[int] = []
    begun: list[int] = []
    post, begin = sending_at_once.post_at_once, world.database.transaction

    async def counting(db: Any, drafts: list[Draft]) -> Any:
        counted.append(len(drafts))
        return await post(db, drafts)

    def transactions() -> Any:
        begun.append(1)
        return begin()

    monkeypatch.setattr(sender, "post_at_once", counting)
    monkeypatch.setattr(world.database, "transaction", transactions)
    queue = sender.sender_of(world.database)
    outcomes = [
        queue.submit(Draft(conversation_id=chat, author_id=school.pupil.id, client_id=uuid4(), body=body))
        for body in ("Первое слово", "Второе слово", "растяпа", "Третье слово")
    ]
    for clean in (0, 1, 3):
        assert (await outcomes[clean]).number > 0
    with pytest.raises(Exception, match="message_held"):
        await outcomes[2]
    assert (sum(counted), len(begun)) == (3, 1)


async def test_another_process_learns_of_a_change_though_no_hint_comes(
    world: World, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await class_chat(world, school)
    await say(school.pupil, chat, "растяпа")
    async with world.database.transaction() as tx:
        await tx.run("INSERT INTO word_lists (organisation_id) VALUES ($1)", school.id)
        await tx.run(
            "INSERT INTO watched_words (organisation_id, phrase, key, act, added_at)"
            " VALUES ($1, 'растяпа', 'растяп', 'refuse', now())",
            school.id,
        )
    assert (await try_to_say(school.pupil, chat, "растяпа")).status_code == 201
    monkeypatch.setattr(lexicons, "LOOKS_EVERY", 0.0)
    assert (await try_to_say(school.pupil, chat, "растяпа")).json()["code"] == "words_refused"
