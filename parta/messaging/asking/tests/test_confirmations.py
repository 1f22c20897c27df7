"""«!!!»: asking costs one row, answering is one tap, and only those concerned see the figures."""

from datetime import timedelta
from typing import Any

import pytest

from parta.core import clock
from parta.core.jobs_worker import perform_all
from parta.messaging.asking.askers import RULES, Asker, may_ask
from parta.messaging.asking.tests.asked import ask, confirm, names, state_of, try_to_ask
from parta.messaging.groups.membership import join, leave
from parta.testing.live import Sockets
from parta.testing.school import chats_of, keep_current, make_school
from parta.testing.talk import group, say
from parta.testing.world import World


@pytest.fixture(autouse=True)
def _the_clock_goes_right() -> Any:
    yield
    clock.shift(timedelta(0))


async def test_one_tap_confirms_and_the_second_changes_nothing(world: World) -> None:
    anna, boris, vera = await world.person(), await world.person(), await world.person()
    chat = await group(world, anna, boris, vera)
    message = await ask(anna, chat)

    first = await boris.put(f"/messages/{message}/confirmation")
    again = await boris.put(f"/messages/{message}/confirmation")

    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()
    mine = await state_of(boris, chat, message)
    assert mine == {"required": True, "mine_at": first.json()["at"], "confirmed": None, "total": None}
    assert await state_of(anna, chat, message) == {
        "required": False,
        "mine_at": None,
        "confirmed": 1,
        "total": 2,
    }
    assert await names(anna, message, "confirmed") == [boris.id]
    assert await names(anna, message, "waiting") == [vera.id]


async def test_only_those_who_were_there_are_asked(world: World) -> None:
    anna, boris, later, gone = [await world.person() for _ in range(4)]
    stranger = await world.person()
    chat = await group(world, anna, boris, gone)
    message = await ask(anna, chat)
    plain = (await say(anna, chat, "Просто так"))["id"]
    async with world.database.transaction() as tx:
        await join(tx, chat, [later.id])
        await leave(tx, chat, gone.id)

    assert await confirm(anna, message) == (409, "not_asked_to_confirm")
    assert await confirm(later, message) == (409, "not_asked_to_confirm")
    assert (await state_of(later, chat, message))["required"] is False
    assert await confirm(gone, message) == await confirm(stranger, message) == (404, "not_found")
    assert await confirm(boris, plain) == (404, "not_found")
    assert await confirm(boris, message) == (200, None)
    assert (await state_of(anna, chat, message))["total"] == 1


async def test_figures_are_for_the_author_and_those_who_run_the_chat(world: World) -> None:
    owner, author, other = await world.person(), await world.person(), await world.person()
    chat = await group(world, owner, author, other)
    message = await ask(author, chat)

    for allowed in (owner, author):
        page = await allowed.get(f"/messages/{message}/confirmations")
        assert (page.status_code, page.json()["total"]) == (200, 2)
    refused = await other.get(f"/messages/{message}/confirmations")
    assert (refused.status_code, refused.json()["code"]) == (403, "not_the_asker")
    table = await other.get(f"/messages/{message}/confirmations/table")
    assert (table.status_code, table.json()["code"]) == (403, "not_the_asker")


async def test_what_waits_for_me_in_all_chats(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    one, two = await group(world, anna, boris), await group(world, anna, boris, title="Другая")
    first, second = await ask(anna, one), await ask(anna, two)
    gone, hidden = await ask(anna, two), await ask(anna, two)
    await anna.delete(f"/messages/{gone}?for=all")
    await boris.delete(f"/messages/{hidden}?for=me")

    waiting = (await boris.get("/confirmations/waiting")).json()
    assert ([m["id"] for m in waiting["items"]], waiting["total"]) == ([second, first], 2)
    assert [p["id"] for p in waiting["people"]] == [anna.id]
    page = (await boris.get("/confirmations/waiting?limit=1")).json()
    rest = (await boris.get(f"/confirmations/waiting?limit=1&after={page['next']}")).json()
    assert [m["id"] for m in page["items"] + rest["items"]] == [second, first]
    await confirm(boris, second)
    assert [m["id"] for m in (await boris.get("/confirmations/waiting")).json()["items"]] == [first]
    assert (await anna.get("/confirmations/waiting")).json()["total"] == 0


async def test_changed_words_may_be_confirmed_again(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = await ask(anna, chat)
    at = (await boris.put(f"/messages/{message}/confirmation")).json()["at"]

    edited = (await anna.patch(f"/messages/{message}", {"body": "Завтра ко второму уроку"})).json()
    assert edited["content"]["confirmation"]["confirmed"] == 1
    assert (await state_of(boris, chat, message))["mine_at"] == at < edited["edited_at"]
    again = (await boris.put(f"/messages/{message}/confirmation")).json()["at"]
    assert again > edited["edited_at"]
    assert (await boris.put(f"/messages/{message}/confirmation")).json()["at"] == again


async def test_nothing_is_left_of_a_deleted_message(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = await ask(anna, chat)
    await confirm(boris, message)

    assert (await anna.delete(f"/messages/{message}?for=all")).status_code == 204
    assert await confirm(boris, message) == (409, "message_deleted")
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM confirmations") == 0
        assert await tx.value("SELECT count(*) FROM confirmation_requests") == 0
    assert await perform_all(world.database) >= 0


async def test_all_devices_of_the_person_and_the_author_hear(world: World, sockets: Sockets) -> None:
    anna, boris, vera = await world.person(), await world.person(), await world.person()
    chat = await group(world, anna, boris, vera)
    authors, second, others = [await sockets.open(who) for who in (anna, boris, vera)]
    message = await ask(anna, chat)
    told = await others.event("message_added")
    assert told["message"]["content"]["confirmation"] == {
        "required": True,
        "mine_at": None,
        "confirmed": None,
        "total": None,
    }

    await confirm(boris, message)
    await confirm(vera, message)

    await second.event("confirmation_given", message_id=message)
    clock.shift(timedelta(seconds=2))
    await perform_all(world.database)
    counted = await authors.event("confirmations_counted", message_id=message)
    assert (counted["confirmed"], counted["total"]) == (2, 2)
    heard = [f["event"]["kind"] for f in others.frames if f["op"] == "event"]
    assert "confirmations_counted" not in heard


async def test_asking_writes_one_row_whatever_the_number_of_members(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna, *[await world.person() for _ in range(12)])
    await ask(anna, chat)

    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM confirmation_requests") == 1
        assert await tx.value("SELECT count(*) FROM confirmations") == 0


# ── who may ask ──


def asker(**about: Any) -> Asker:
    plain = {"kind": "group", "automatic": False, "members_count": 31, "role": "member", "staff": False}
    return Asker(place=1, **(plain | about))


@pytest.mark.parametrize(
    ("about", "may"),
    [
        ({"kind": "direct", "members_count": 2}, True),
        ({"kind": "favourites", "members_count": 1, "role": "owner", "staff": True}, False),
        ({"members_count": 30}, True),
        ({"members_count": 31}, False),
        ({"members_count": 31, "role": "administrator"}, True),
        ({"members_count": 31, "staff": True}, True),
        ({"members_count": 5, "automatic": True}, False),
        ({"members_count": 5, "automatic": True, "staff": True}, True),
        ({"members_count": 5, "automatic": True, "role": "owner"}, True),
    ],
)
def test_the_table_of_who_may_ask(about: dict[str, Any], may: bool) -> None:
    assert may_ask(asker(**about)) is may


def test_every_rule_lets_somebody_whom_no_other_rule_lets() -> None:
    kinds = ("direct", "group", "favourites")
    everybody = [
        asker(kind=kind, automatic=automatic, members_count=count, role=role, staff=staff)
        for kind in kinds
        for automatic in (True, False)
        for count in (2, 31)
        for role in ("owner", "administrator", "member")
        for staff in (True, False)
    ]
    for rule in RULES:
        others = [other for other in RULES if other is not rule]
        assert any(rule.lets(a) and not any(other.lets(a) for other in others) for a in everybody), rule.name


async def test_in_a_classs_chat_teachers_ask_and_pupils_do_not(world: World) -> None:
    school = await make_school(world)
    await keep_current(world, school)
    chat = (await chats_of(world, school))["class", school.seven].id

    assert await try_to_ask(school.pupil, chat) == (403, "may_not_ask_to_confirm")
    await say(school.pupil, chat, "Неважно")
    await ask(school.class_teacher, chat)


async def test_alone_there_is_nobody_to_ask(world: World) -> None:
    anna = await world.person()
    own = (await anna.get("/conversations/favourites")).json()["id"]
    assert await try_to_ask(anna, own) == (409, "nobody_to_confirm")
