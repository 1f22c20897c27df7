"""Voice messages as text: for everybody who hears them, once, and gone with them."""

from pathlib import Path

import pytest

from parta.core.followers import FOLLOWERS, follow_next, start_following
from parta.core.jobs_worker import perform_all
from parta.messaging.voice.transcripts import LONGEST_TRANSCRIPT
from parta.testing.spoken import ENGINE, make_grammar, record, spoken
from parta.testing.talk import group, say


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        "PARTA_DATA_DIR": str(tmp_path / "data"),
        "PARTA_REQUESTS_PER_SECOND": "0",
        "PARTA_SPEECH_ENGINE": ENGINE,
        "PARTA_SPEECH_MODEL": str(make_grammar(tmp_path / "grammar")),
    }


@pytest.fixture(scope="session")
def letter() -> bytes:
    return spoken("read the letter on page two")


@pytest.fixture
async def anna(world):
    return await world.person("Озерцова", "Анна")


@pytest.fixture
async def boris(world):
    return await world.person("Туманов", "Борис")


@pytest.fixture
async def chat(world, anna, boris):
    return await group(world, anna, boris)


async def send_voice(author, chat: int, content: bytes, **more) -> dict:
    return await say(author, chat, "", file_ids=[await record(author, content)], **more)


async def transcript_of(actor, message: dict) -> dict | None:
    page = (await actor.get(f"/conversations/{message['conversation_id']}/messages")).json()
    [found] = [one for one in page["items"] if one["id"] == message["id"]]
    return (found["content"] or {}).get("transcript")


async def changes(database, chat: int) -> list[str]:
    async with database.transaction() as tx:
        return await tx.values(
            "SELECT body::json ->> 'state' FROM events WHERE stream = $1 AND kind = 'transcript_changed' ORDER BY seq",
            f"conversation:{chat}",
        )


async def logged(database) -> str:
    async with database.transaction() as tx:
        return await tx.value("SELECT string_agg(body::text, '') FROM events")


async def test_anybody_in_the_chat_asks_and_everybody_reads(anna, boris, chat, database, letter, sockets):
    message = await send_voice(anna, chat, letter)
    listening = await sockets.open(anna)
    before = await transcript_of(boris, message)
    asked = await boris.post(f"/messages/{message['id']}/transcript")
    again = await anna.post(f"/messages/{message['id']}/transcript")
    waiting = await transcript_of(anna, message)
    await perform_all(database)
    heard = await listening.event("transcript_changed", state="ready")
    ready = await anna.post(f"/messages/{message['id']}/transcript")

    assert before is None
    assert asked.status_code == again.status_code == 200
    assert asked.json() == again.json() == waiting == {"state": "waiting", "text": "", "edited": False}
    assert (heard["message_id"], heard["number"], heard["text"], heard["edited"]) == (
        message["id"],
        message["number"],
        "read the letter on page two",
        False,
    )
    assert ready.json() == await transcript_of(boris, message)
    assert ready.json() == {"state": "ready", "text": "read the letter on page two", "edited": False}
    assert await changes(database, chat) == ["waiting", "ready"]


async def test_a_stranger_cannot_tell_that_somebody_spoke(world, anna, chat, letter):
    message = await send_voice(anna, chat, letter)
    stranger = await world.person()

    for method, body in (("post", None), ("patch", {"text": "Иначе"})):
        hidden = await getattr(stranger, method)(f"/messages/{message['id']}/transcript", body)
        absent = await getattr(stranger, method)(f"/messages/{message['id'] + 1}/transcript", body)
        assert (hidden.status_code, hidden.json()["code"]) == (404, "not_found")
        assert absent.json()["code"] == "not_found"


async def test_what_nobody_spoke_has_no_transcript(anna, chat, database, letter):
    words = await say(anna, chat, "Просто слова")
    gone = await send_voice(anna, chat, letter)
    await anna.delete(f"/messages/{gone['id']}?for=all")

    silent = await anna.post(f"/messages/{words['id']}/transcript")
    deleted = await anna.post(f"/messages/{gone['id']}/transcript")

    assert (silent.status_code, silent.json()["code"]) == (409, "nothing_to_hear")
    assert (deleted.status_code, deleted.json()["code"]) == (409, "message_deleted")


async def test_its_author_mends_the_text_and_nobody_else(anna, boris, chat, database, letter, sockets):
    message = await send_voice(anna, chat, letter)
    address = f"/messages/{message['id']}/transcript"
    await anna.post(address)
    await perform_all(database)
    listening = await sockets.open(boris)
    mended = await anna.patch(address, {"text": "  Прочитайте письмо на второй странице  "})
    heard = await listening.event("transcript_changed")
    same = await anna.patch(address, {"text": "Прочитайте письмо на второй странице"})

    assert mended.json() == same.json() == await transcript_of(boris, message)
    assert mended.json() == {
        "state": "ready",
        "text": "Прочитайте письмо на второй странице",
        "edited": True,
    }
    assert (heard["text"], heard["edited"]) == ("Прочитайте письмо на второй странице", True)
    assert await changes(database, chat) == ["waiting", "ready", "ready"]
    assert (await boris.patch(address, {"text": "Не твоё"})).json()["code"] == "not_the_author"
    assert (await anna.patch(address, {"text": " \n"})).json()["code"] == "transcript_empty"
    assert (await anna.patch(address, {"text": "я" * LONGEST_TRANSCRIPT})).status_code == 200
    assert (await anna.patch(address, {"text": "я" * LONGEST_TRANSCRIPT + "!"})).json()[
        "code"
    ] == "transcript_too_long"


async def test_what_the_author_wrote_meanwhile_is_not_written_over(anna, chat, database, letter):
    message = await send_voice(anna, chat, letter)
    await anna.post(f"/messages/{message['id']}/transcript")
    await anna.patch(f"/messages/{message['id']}/transcript", {"text": "Своими словами"})
    await perform_all(database)

    assert (await transcript_of(anna, message))["text"] == "Своими словами"


async def test_the_text_goes_with_the_message_from_everywhere(anna, boris, chat, database, letter):
    message = await send_voice(anna, chat, letter)
    await anna.post(f"/messages/{message['id']}/transcript")
    await perform_all(database)
    assert "read the letter" in await logged(database)
    await anna.delete(f"/messages/{message['id']}?for=all")
    await perform_all(database)

    async with database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM transcripts") == 0
        assert await tx.value("SELECT count(*) FROM hearings") == 0
    assert "read the letter" not in await logged(database)
    assert await transcript_of(boris, message) is None


async def test_a_message_deleted_while_it_is_heard_gets_no_words(anna, chat, database, letter):
    message = await send_voice(anna, chat, letter)
    await anna.post(f"/messages/{message['id']}/transcript")
    await anna.delete(f"/messages/{message['id']}?for=all")
    await perform_all(database)

    assert "read the letter" not in await logged(database)
    assert await transcript_of(anna, message) is None


async def test_one_recording_in_two_messages_is_heard_once(anna, boris, chat, world, database, letter):
    file_id = await record(anna, letter)
    first = await say(anna, chat, "", file_ids=[file_id])
    other = await say(anna, await group(world, anna, boris, title="Другая"), "", file_ids=[file_id])
    await anna.post(f"/messages/{first['id']}/transcript")
    await perform_all(database)
    at_once = await boris.post(f"/messages/{other['id']}/transcript")
    await anna.delete(f"/messages/{first['id']}?for=all")
    await perform_all(database)

    assert at_once.json()["state"] == "ready"
    assert (await transcript_of(boris, other))["text"] == "read the letter on page two"
    async with database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM hearings") == 1


async def test_what_cannot_be_heard_says_so_and_may_be_tried_again(anna, chat, database):
    message = await send_voice(anna, chat, b"\x1a\x45\xdf\xa3 webm and then nothing at all")
    await anna.post(f"/messages/{message['id']}/transcript")
    # Looked at first, it would lose its purpose: the preview's worker is late here.
    async with database.transaction() as tx:
        await tx.run("DELETE FROM jobs WHERE kind = 'make_preview'")
    await perform_all(database)
    failed = await transcript_of(anna, message)
    again = await anna.post(f"/messages/{message['id']}/transcript")

    assert failed["state"] == "failed"
    assert again.json()["state"] == "waiting"


async def follow(database) -> None:
    await follow_next(database, [FOLLOWERS["voice_texts"]])


async def test_who_wants_every_voice_message_as_text_gets_it_unasked(
    anna, boris, chat, world, database, letter
):
    await start_following(database)
    quiet = await group(world, anna, await world.person(), title="Без текста")
    first = (await boris.get("/me/voice")).json()
    chosen = await boris.put("/me/voice", {"texts": True})
    message = await send_voice(anna, chat, letter)
    elsewhere = await send_voice(anna, quiet, letter)
    await say(anna, chat, "Просто слова")
    await follow(database)
    await follow(database)
    await perform_all(database)

    assert (first, chosen.json()) == ({"texts": False}, {"texts": True})
    assert (await boris.get("/me/voice")).json() == {"texts": True}
    assert (await transcript_of(boris, message))["text"] == "read the letter on page two"
    assert await transcript_of(anna, elsewhere) is None
    assert await changes(database, chat) == ["waiting", "ready"]


async def test_what_is_deleted_before_its_turn_is_not_heard(anna, boris, chat, database, letter):
    await start_following(database)
    await boris.put("/me/voice", {"texts": True})
    gone = await send_voice(anna, chat, letter)
    await anna.delete(f"/messages/{gone['id']}?for=all")
    stays = await send_voice(anna, chat, letter)
    await follow(database)

    assert await transcript_of(boris, gone) is None
    assert (await transcript_of(boris, stays))["state"] == "waiting"


async def test_a_quote_of_a_voice_message_says_what_it_was(anna, boris, chat, letter):
    message = await send_voice(anna, chat, letter)
    answer = await say(boris, chat, "Слышал", reply_to_id=message["id"])
    page = (await anna.get(f"/conversations/{chat}/messages")).json()
    await anna.delete(f"/messages/{message['id']}?for=all")
    later = (await anna.get(f"/conversations/{chat}/messages")).json()

    assert answer["reply_to"]["attachment"] == page["items"][-1]["reply_to"]["attachment"] == "voice"
    assert later["items"][-1]["reply_to"]["attachment"] is None


class TestWithoutAModel:
    @pytest.fixture
    def environ(self, environ):
        return environ | {"PARTA_SPEECH_MODEL": ""}

    async def test_nobody_can_ask_but_its_author_may_write(self, anna, boris, chat, database, letter):
        await start_following(database)
        await boris.put("/me/voice", {"texts": True})
        message = await send_voice(anna, chat, letter)
        await follow(database)
        asked = await boris.post(f"/messages/{message['id']}/transcript")
        written = await anna.patch(f"/messages/{message['id']}/transcript", {"text": "Письмо, страница два"})

        assert (asked.status_code, asked.json()["code"]) == (409, "speech_unavailable")
        assert written.json() == await transcript_of(boris, message)
