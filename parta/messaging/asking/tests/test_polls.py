"""Polls: how one votes, who sees what, and how they close."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from parta.core import clock
from parta.core.clock import now
from parta.core.jobs_worker import perform_all
from parta.messaging.groups.membership import join, leave
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

QUESTION = {"question": "Куда поедем?", "options": ["В музей", "В лес", "Никуда"]}


@pytest.fixture(autouse=True)
def _the_clock_goes_right() -> Any:
    yield
    clock.shift(timedelta(0))


async def put(author: Actor, chat: int, **terms: Any) -> int:
    return int((await say(author, chat, "", content={"poll": QUESTION | terms}))["id"])


async def vote(who: Actor, poll: int, *options: int) -> tuple[int, str | None]:
    answer = await who.put(f"/messages/{poll}/vote", {"options": list(options)})
    return answer.status_code, answer.json().get("code")


async def read(who: Actor, poll: int) -> dict[str, Any]:
    found: dict[str, Any] = (await who.get(f"/messages/{poll}/poll")).json()
    return found


async def three(world: World) -> tuple[Actor, Actor, Actor, int]:
    anna, boris, vera = await world.person(), await world.person(), await world.person()
    return anna, boris, vera, await group(world, anna, boris, vera)


async def test_a_poll_stands_in_the_history_as_each_sees_it(world: World) -> None:
    anna, boris, vera, chat = await three(world)
    poll = await put(anna, chat)

    assert await vote(boris, poll, 1) == (200, None)
    assert await vote(vera, poll, 1) == (200, None)

    for who, mine in ((boris, [1]), (anna, [])):
        [item] = (await who.get(f"/conversations/{chat}/messages")).json()["items"]
        shown = item["content"]["poll"]
        assert (shown["question"], shown["options"]) == (QUESTION["question"], QUESTION["options"])
        assert (shown["counts"], shown["voters"]) == ([0, 2, 0], 2)
        assert (shown["voted"], shown["mine"], shown["closed"]) == (bool(mine), mine, False)
        assert shown == await read(who, poll)


async def test_many_answers_where_the_poll_takes_many(world: World) -> None:
    anna, boris, _, chat = await three(world)
    one, many = await put(anna, chat), await put(anna, chat, many=True)

    assert await vote(boris, one, 0, 1) == (422, "vote_one_only")
    assert await vote(boris, many, 2, 0) == (200, None)
    shown = await read(boris, many)
    assert (shown["counts"], shown["voters"], shown["mine"]) == ([1, 0, 1], 1, [0, 2])


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], "vote_empty"),
        ([3], "vote_option_invalid"),
        ([-1], "vote_option_invalid"),
        ([1, 1], "vote_option_invalid"),
    ],
)
async def test_votes_for_what_is_not_there_are_refused(world: World, options: list[int], code: str) -> None:
    anna, boris, _, chat = await three(world)
    poll = await put(anna, chat, many=True)
    assert await vote(boris, poll, *options) == (422, code)
    assert (await read(boris, poll))["voters"] == 0


async def test_strangers_and_removed_members_do_not_vote_and_newcomers_do(world: World) -> None:
    anna, boris, vera, chat = await three(world)
    stranger, newcomer = await world.person(), await world.person()
    poll, plain = await put(anna, chat), (await say(anna, chat, "Без опроса"))["id"]
    async with world.database.transaction() as tx:
        await leave(tx, chat, vera.id)
        await join(tx, chat, [newcomer.id])

    assert await vote(vera, poll, 0) == await vote(stranger, poll, 0) == (404, "not_found")
    assert await vote(boris, plain, 0) == (404, "not_found")
    assert (await stranger.get(f"/messages/{poll}/poll")).status_code == 404
    assert await vote(newcomer, poll, 0) == (200, None)


async def test_a_vote_changes_only_where_that_is_allowed(world: World) -> None:
    anna, boris, _, chat = await three(world)
    final, free = await put(anna, chat), await put(anna, chat, change_allowed=True)
    for poll in (final, free):
        assert await vote(boris, poll, 0) == (200, None)
        assert await vote(boris, poll, 0) == (200, None)  # said twice

    assert await vote(boris, final, 1) == (409, "already_voted")
    taken = await boris.delete(f"/messages/{final}/vote")
    assert (taken.status_code, taken.json()["code"]) == (409, "vote_is_final")
    assert await vote(boris, free, 2) == (200, None)
    assert (await read(anna, free))["counts"] == [0, 0, 1]
    for _ in range(2):
        assert (await boris.delete(f"/messages/{free}/vote")).status_code == 204
    shown = await read(boris, free)
    assert (shown["counts"], shown["voters"], shown["voted"]) == ([0, 0, 0], 0, False)


async def test_two_devices_at_once_are_one_vote(world: World) -> None:
    anna, boris, _, chat = await three(world)
    for terms in ({"change_allowed": True}, {}, {"anonymous": True}):
        poll = await put(anna, chat, **terms)
        await asyncio.gather(*(vote(boris, poll, option) for option in (0, 1, 2, 0, 1, 2)))
        turnout = (await anna.get(f"/messages/{poll}/turnout")).json()
        assert turnout["voted"] == 1
        async with world.database.transaction() as tx:
            assert (
                await tx.value(
                    "SELECT (SELECT sum(n) FROM unnest(counts) n) FROM polls WHERE message_id = $1", poll
                )
                == 1
            )


async def test_who_chose_what_is_open_by_surname_and_page_by_page(world: World) -> None:
    anna = await world.person("Белова", "Анна")
    people = [await world.person(name, "Имя") for name in ("Яковлев", "Ёлкина", "Жаров")]
    chat = await group(world, anna, *people)
    poll = await put(anna, chat)
    for person in people:
        await vote(person, poll, 1)
    await vote(anna, poll, 0)

    page = (await people[0].get(f"/messages/{poll}/votes?option=1&limit=2")).json()
    rest = (await people[0].get(f"/messages/{poll}/votes?option=1&limit=2&after={page['next']}")).json()
    assert [v["person"]["family_name"] for v in page["items"] + rest["items"]] == [
        "Ёлкина",
        "Жаров",
        "Яковлев",
    ]
    for option, status in ((0, 200), (3, 422), (12, 422), (-1, 422)):
        assert (await anna.get(f"/messages/{poll}/votes?option={option}")).status_code == status


async def test_where_members_are_hidden_so_are_voters(world: World) -> None:
    anna, boris, vera = await world.person(), await world.person(), await world.person()
    chat = await group(world, anna, boris, vera)
    await anna.patch(f"/conversations/{chat}/settings", {"members_hidden": True})
    poll = await put(anna, chat)
    for person in (anna, boris, vera):
        await vote(person, poll, 1)

    async def voters(who: Actor) -> set[int]:
        page = (await who.get(f"/messages/{poll}/votes?option=1")).json()
        return {item["person"]["id"] for item in page["items"]}

    assert await voters(boris) == {anna.id, boris.id}
    assert await voters(anna) == {anna.id, boris.id, vera.id}


async def test_a_quiz_tells_the_right_answer_after_ones_own(world: World) -> None:
    anna, boris, vera, chat = await three(world)
    poll = await put(anna, chat, quiz_right=1, explanation="Лес ближе")

    for who in (anna, boris, vera):
        before = await read(who, poll)
        assert (before["quiz"], before["right"], before["explanation"]) == (True, None, "")
    answered = (await boris.put(f"/messages/{poll}/vote", {"options": [0]})).json()
    assert (answered["right"], answered["explanation"], answered["mine"]) == (1, "Лес ближе", [0])
    assert await vote(boris, poll, 1) == (409, "already_voted")
    assert (await read(vera, poll))["right"] is None
    await anna.put(f"/messages/{poll}/poll/closing")
    assert (await read(vera, poll))["right"] == 1


async def test_hidden_results_are_nowhere_until_the_poll_closes(world: World, sockets: Sockets) -> None:
    anna, boris, vera, chat = await three(world)
    hears = await sockets.open(vera)
    poll = await put(anna, chat, hide_until_closed=True, quiz_right=0)
    await vote(boris, poll, 0)
    clock.shift(timedelta(seconds=5))
    await perform_all(world.database)

    for who in (anna, boris, vera):
        shown = await read(who, poll)
        assert (shown["counts"], shown["voters"], shown["right"]) == (None, None, None)
    votes = await anna.get(f"/messages/{poll}/votes?option=0")
    table = await anna.get(f"/messages/{poll}/votes/table")
    assert votes.json()["code"] == table.json()["code"] == "poll_results_hidden"
    async with world.database.transaction() as tx:
        told = await tx.values("SELECT body FROM events WHERE kind = 'poll_counted'")
    assert told == []
    assert (await anna.get(f"/messages/{poll}/turnout")).json() == {
        "voted": 1,
        "waiting": 2,
        "closed": False,
        "remind_again_at": None,
    }
    assert (await boris.get(f"/messages/{poll}/turnout")).status_code == 403

    assert (await anna.put(f"/messages/{poll}/poll/closing")).status_code == 204
    counted = await hears.event("poll_counted", message_id=poll)
    assert (counted["counts"], counted["voters"], counted["closed"], counted["right"]) == (
        [1, 0, 0],
        1,
        True,
        0,
    )
    assert (await read(vera, poll))["counts"] == [1, 0, 0]


async def test_many_votes_are_told_at_once(world: World, sockets: Sockets) -> None:
    anna = await world.person()
    people = [await world.person() for _ in range(6)]
    chat = await group(world, anna, *people)
    hears = await sockets.open(anna)
    poll = await put(anna, chat)
    await asyncio.gather(*(vote(person, poll, i % 3) for i, person in enumerate(people)))
    clock.shift(timedelta(seconds=5))
    await perform_all(world.database)

    counted = await hears.event("poll_counted", message_id=poll)
    assert (counted["counts"], counted["voters"], counted["closed"]) == ([2, 2, 2], 6, False)
    told = [f["event"] for f in hears.frames if f["op"] == "event" and f["event"]["kind"] == "poll_counted"]
    assert len(told) == 1
    assert set(counted) == {
        "kind", "conversation_id", "message_id", "number", "counts", "voters", "closed", "right", "explanation"
    }  # fmt: skip


async def test_ones_own_vote_comes_to_all_own_devices(world: World, sockets: Sockets) -> None:
    anna, boris, vera, chat = await three(world)
    second, others = await sockets.open(boris), await sockets.open(vera)
    poll = await put(anna, chat, many=True)
    await vote(boris, poll, 2, 0)
    voted = await second.event("poll_voted", message_id=poll)
    assert voted["options"] == [0, 2]
    assert "poll_voted" not in [f["event"]["kind"] for f in others.frames if f["op"] == "event"]


async def test_a_poll_closes_when_its_term_is_over_and_once(world: World, sockets: Sockets) -> None:
    anna, boris, _, chat = await three(world)
    hears = await sockets.open(anna)
    poll = await put(anna, chat, closes_at=(now() + timedelta(minutes=2)).isoformat())
    clock.shift(timedelta(minutes=2))
    # Nobody has closed it yet, but its term is over: late votes are late.
    assert await vote(boris, poll, 0) == (409, "poll_closed")
    assert (await read(boris, poll))["closed"] is True

    await perform_all(world.database)
    await perform_all(world.database)
    assert (await anna.put(f"/messages/{poll}/poll/closing")).status_code == 204

    await hears.event("poll_counted", message_id=poll, closed=True)
    told = [f for f in hears.frames if f["op"] == "event" and f["event"]["kind"] == "poll_counted"]
    assert len(told) == 1


async def test_closing_by_hand_is_for_the_author_and_those_who_run_the_chat(world: World) -> None:
    owner, author, other, chat = await three(world)
    poll, second = await put(author, chat), await put(author, chat)
    refused = await other.put(f"/messages/{poll}/poll/closing")
    assert (refused.status_code, refused.json()["code"]) == (403, "not_the_asker")
    for closer, which in ((author, poll), (owner, second)):
        for _ in range(2):
            assert (await closer.put(f"/messages/{which}/poll/closing")).status_code == 204
        assert await vote(other, which, 0) == (409, "poll_closed")
    plain = (await say(author, chat, "Без опроса"))["id"]
    assert (await author.put(f"/messages/{plain}/poll/closing")).status_code == 404


async def test_a_deleted_poll_takes_its_votes_along(world: World) -> None:
    anna, boris, _, chat = await three(world)
    poll = await put(anna, chat, closes_at=(now() + timedelta(minutes=2)).isoformat())
    await vote(boris, poll, 0)
    assert (await anna.delete(f"/messages/{poll}?for=all")).status_code == 204
    assert await vote(boris, poll, 0) == (409, "message_deleted")
    async with world.database.transaction() as tx:
        assert (
            await tx.value("SELECT count(*) FROM polls") == await tx.value("SELECT count(*) FROM votes") == 0
        )
        assert "Куда" not in "".join(await tx.values("SELECT body FROM events"))
    clock.shift(timedelta(minutes=5))
    await perform_all(world.database)
