"""Letters about unread messages: due in the person's own time, about what is new, once, and easily ended."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from parta.core import clock
from parta.core.db import Database
from parta.core.housekeeping import start_housekeeping
from parta.core.jobs_worker import perform_all
from parta.identity.tests.servers import MailServer, listening
from parta.notifications.digests import Digest, next_letter
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

DAILY = {"digest": {"every": "day", "hour": 18}}


@pytest.fixture
async def post():
    """A mail server that really listens."""
    server = MailServer()
    async with listening(server):
        yield server


@pytest.fixture
def environ(tmp_path: Path, post: MailServer) -> dict[str, str]:
    return {
        "PARTA_DATA_DIR": str(tmp_path / "data"),
        "PARTA_REQUESTS_PER_SECOND": "0",
        "PARTA_NAME": "Парта",
        "PARTA_PUBLIC_URL": "https://parta.school.example",
        "PARTA_IDENTITY_SMTP_HOST": "127.0.0.1",
        "PARTA_IDENTITY_SMTP_PORT": str(post.port),
        "PARTA_IDENTITY_SMTP_SECURITY": "none",
        "PARTA_IDENTITY_SMTP_SENDER": "parta@school.example",
    }


@pytest.fixture
def be_at():
    """Be at a moment; the clock is put right afterwards."""
    yield lambda moment: clock.shift(moment - datetime.now(UTC))
    clock.shift(timedelta(0))


async def with_address(world: World, address: str = "anna@mail.example") -> Actor:
    """Somebody whose address is proven."""
    person = await world.person("Лисицына", "Анна")
    async with world.database.transaction() as tx:
        await tx.run(
            "INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, 'email', $2, now())",
            person.id,
            address,
        )
    return person


async def work(database: Database) -> None:
    """A server that has just started, doing what is due."""
    await start_housekeeping(database)
    await perform_all(database)


MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # noon in Moscow


async def test_a_daily_letter_counts_what_is_unread_and_quotes_nothing(world, post, be_at):
    be_at(MONDAY)
    anna, boris = await with_address(world), await world.person("Зимин", "Борис")
    chat = await group(world, boris, anna, title="7 «Б» класс")
    assert (await anna.put("/me/mail-digest", DAILY)).status_code == 200
    for i in range(3):
        await say(boris, chat, f"Секрет № {i}", mentions=[anna.id] if i == 1 else [])
    await work(world.database)
    assert post.letters == []

    be_at(MONDAY + timedelta(hours=6, minutes=6))
    await work(world.database)

    [letter] = post.letters
    text = letter.get_content()
    assert letter["To"] == "anna@mail.example"
    assert letter["Subject"] == "Парта: не прочитано 3 сообщения в 1 чате"
    assert "• 7 «Б» класс: 3 — вас упомянули" in text
    assert "Секрет" not in text
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["List-Unsubscribe"].startswith("<https://parta.school.example/api/mail-digests/")
    assert "https://parta.school.example/unsubscribe/" in text
    # The next day nothing is new, though all of it is still unread.
    be_at(MONDAY + timedelta(hours=30, minutes=12))
    await work(world.database)
    assert len(post.letters) == 1
    boris = await world.sign_in(boris.id)
    await say(boris, chat, "Новое")
    be_at(MONDAY + timedelta(hours=54, minutes=18))
    await work(world.database)
    assert len(post.letters) == 2
    assert post.letters[1]["Subject"].endswith("4 сообщения в 1 чате")


async def test_words_come_only_to_those_who_asked_for_them_and_never_hidden_ones(world, post, be_at):
    be_at(MONDAY)
    anna, boris = await with_address(world), await world.person("Зимин", "Борис")
    chat, other = [await group(world, boris, anna, title=title) for title in ("Поход", "Кружок")]
    digest = DAILY["digest"] | {"texts": True}
    await anna.put("/me/mail-digest", {"digest": digest})
    # A chat of many comes by mail to whoever asked for that.
    await anna.client.patch("/api/me/notifications", json={"kinds": {"group": {"mail": True}}})
    await say(boris, chat, "Берите **сапоги**")
    gone = await say(boris, other, "Не то")
    await boris.delete(f"/messages/{gone['id']}?for=all")
    be_at(MONDAY + timedelta(hours=7))
    await work(world.database)
    text = post.letters[0].get_content()
    assert "Борис Зимин: Берите сапоги" in text
    assert "Не то" not in text


async def test_nothing_is_written_about_what_is_read_muted_or_unwanted(world, post, be_at):
    be_at(MONDAY)
    anna, boris = await with_address(world), await world.person()
    read, muted, unwanted = [await group(world, boris, anna) for _ in range(3)]
    await anna.put("/me/mail-digest", DAILY)
    await anna.put(f"/conversations/{muted}/mute", {"until": "forever"})
    for chat in (read, muted):
        await say(boris, chat, "@Анна", mentions=[anna.id])
    await say(boris, unwanted, "Болтовня")  # the talk of many is not mailed unless asked for
    await anna.put(f"/conversations/{read}/reading", {"number": 1})
    be_at(MONDAY + timedelta(hours=7))
    await work(world.database)
    assert post.letters == []


async def test_whoever_was_away_is_written_to_once_until_they_come_back(world, post, be_at):
    be_at(MONDAY)
    anna, boris = await with_address(world), await world.person()
    chat = await group(world, boris, anna)
    await anna.put("/me/mail-digest", {"digest": {"every": "away", "away_hours": 24}})
    async with world.database.transaction() as tx:
        await tx.run("UPDATE people SET last_seen_at = $2 WHERE id = $1", anna.id, MONDAY)
    await say(boris, chat, "@Анна", mentions=[anna.id])

    async def letters_after(**hours: float) -> int:
        be_at(MONDAY + timedelta(**hours))
        await work(world.database)
        return len(post.letters)

    assert await letters_after(hours=23) == 0
    assert await letters_after(hours=25) == 1
    boris = await world.sign_in(boris.id)
    await say(boris, chat, "@Анна!", mentions=[anna.id])
    assert await letters_after(hours=72) == 1
    async with world.database.transaction() as tx:
        await tx.run("UPDATE people SET last_seen_at = $2 WHERE id = $1", anna.id, clock.now())
    boris = await world.sign_in(boris.id)
    await say(boris, chat, "@Анна!!", mentions=[anna.id])
    assert await letters_after(hours=97) == 2


async def test_a_mail_server_that_is_away_delays_and_a_crash_writes_no_second_letter(world, post, be_at):
    be_at(MONDAY)
    anna, boris = await with_address(world), await world.person()
    chat = await group(world, boris, anna)
    await anna.put("/me/mail-digest", DAILY)
    await say(boris, chat, "@Анна", mentions=[anna.id])
    post.refuse = "451 later"
    be_at(MONDAY + timedelta(hours=7))
    await work(world.database)
    assert post.letters == []
    post.refuse = ""
    be_at(MONDAY + timedelta(hours=7, minutes=10))
    await work(world.database)
    be_at(MONDAY + timedelta(hours=8))
    await work(world.database)
    assert len(post.letters) == 1
    assert post.letters[0]["Message-ID"].startswith(f"<digest.{anna.id}.")


async def test_a_letter_that_nobody_takes_for_half_a_day_is_dropped_with_its_words(world, post, be_at):
    be_at(MONDAY)
    anna, boris = await with_address(world), await world.person()
    chat = await group(world, boris, anna)
    await anna.put("/me/mail-digest", {"digest": DAILY["digest"] | {"texts": True}})
    await say(boris, chat, "@Анна, секрет", mentions=[anna.id])
    post.refuse = "451 later"
    for hours in range(7, 24):
        be_at(MONDAY + timedelta(hours=hours))
        await work(world.database)
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM jobs WHERE kind = 'send_digest'") == 0


async def test_the_link_ends_the_letters_without_signing_in(world, post, be_at, anonymous):
    be_at(MONDAY)
    anna, boris = await with_address(world), await world.person()
    chat = await group(world, boris, anna)
    await anna.put("/me/mail-digest", DAILY)
    await say(boris, chat, "@Анна", mentions=[anna.id])
    be_at(MONDAY + timedelta(hours=7))
    await work(world.database)
    link = post.letters[0]["List-Unsubscribe"].strip("<>").replace("https://parta.school.example", "")

    for _ in range(2):
        answer = await anonymous.post(link, content="List-Unsubscribe=One-Click")
        assert answer.status_code == 204
    assert (await anonymous.post("/api/mail-digests/nothing")).status_code == 204
    assert (await anna.get("/me/notifications")).json()["mail"]["digest"] is None


async def test_letters_need_a_proven_address(world):
    anna = await world.person()
    assert (await anna.get("/me/notifications")).json()["mail"] == {
        "state": "no_address",
        "address": None,
        "digest": None,
    }
    refused = await anna.put("/me/mail-digest", DAILY)
    assert (refused.status_code, refused.json()["code"]) == (409, "mail_missing")
    assert (await anna.put("/me/mail-digest", {"digest": None})).status_code == 200
    for wrong in ({"every": "hour"}, {"every": "day", "hour": 24}, {"every": "week", "weekday": 0}):
        assert (await anna.put("/me/mail-digest", {"digest": wrong})).status_code == 422, wrong


def test_the_hour_is_the_persons_own_and_survives_a_moved_clock():
    at = datetime(2026, 3, 28, 18, 0, tzinfo=UTC)  # 19:00 in Berlin; at night the clock is moved
    assert next_letter(Digest(every="day", hour=18), "Europe/Berlin", at) == datetime(
        2026, 3, 29, 16, tzinfo=UTC
    )
    weekly = Digest(every="week", hour=8, weekday=1)
    assert next_letter(weekly, "Europe/Moscow", MONDAY) == MONDAY.replace(hour=5) + timedelta(days=7)
    assert next_letter(weekly, "Nowhere/Land", MONDAY) == MONDAY.replace(hour=8) + timedelta(days=7)


class TestWithoutMail:
    """A school without a mail server."""

    @pytest.fixture
    def environ(self, tmp_path):
        return {"PARTA_DATA_DIR": str(tmp_path / "data"), "PARTA_REQUESTS_PER_SECOND": "0"}

    async def test_letters_are_off_and_say_so(self, world):
        anna = await with_address(world)
        assert (await anna.get("/me/notifications")).json()["mail"]["state"] == "off"
        refused = await anna.put("/me/mail-digest", DAILY)
        assert (refused.status_code, refused.json()["code"]) == (409, "mail_off")
