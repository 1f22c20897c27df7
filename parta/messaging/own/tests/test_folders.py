"""Folders: kept by the server for all devices, for one person alone."""

from typing import Any

from parta.messaging.own.folders import LONGEST_NAME, MOST_CHATS, MOST_FOLDERS
from parta.testing.live import Sockets
from parta.testing.talk import group
from parta.testing.world import Actor, World


async def make(who: Actor, name: str = "Важное", **rules: Any) -> dict[str, Any]:
    answer = await who.post("/me/folders", {"name": name, "kinds": ["direct"], **rules})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def folders(who: Actor) -> dict[str, Any]:
    kept: dict[str, Any] = (await who.get("/me/folders")).json()
    return kept


async def test_a_folder_is_made_changed_and_removed_on_all_devices(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna)
    live = await sockets.open(anna)

    made = await make(anna, "  Моя   семья ", icon="🏠", chat_ids=[chat, chat], kinds=["direct", "parents"])
    assert made == {
        "id": made["id"],
        "name": "Моя семья",
        "icon": "🏠",
        "chat_ids": [chat],
        "without_ids": [],
        "kinds": ["direct", "parents"],
        "unread_only": False,
        "without_muted": False,
        "without_archived": False,
    }
    assert (await live.event("folder_changed"))["folder"] == made
    live.forget()

    rules = {"name": "Дом", "chat_ids": [chat], "unread_only": True, "without_muted": True}
    changed = (await anna.put(f"/me/folders/{made['id']}", rules)).json()
    assert (changed["name"], changed["icon"], changed["kinds"], changed["unread_only"]) == (
        "Дом",
        "",
        [],
        True,
    )
    assert (await live.event("folder_changed"))["folder"] == changed
    assert (await folders(anna))["items"] == [changed]
    assert (await folders(boris))["items"] == []

    assert (await anna.delete(f"/me/folders/{made['id']}")).status_code == 204
    assert (await live.event("folder_removed"))["folder_id"] == made["id"]
    assert (await folders(anna))["items"] == []


async def test_twenty_folders_may_be_made_and_not_one_more(world: World) -> None:
    anna = await world.person()
    for number in range(MOST_FOLDERS):
        await make(anna, f"Папка {number}")
    refused = await anna.post("/me/folders", {"name": "Лишняя", "kinds": ["direct"]})
    assert (refused.status_code, refused.json()["code"]) == (409, "too_many_folders")


async def test_a_folder_needs_a_name_and_something_in_it(world: World) -> None:
    anna, stranger = await world.person(), await world.person()
    foreign = await group(world, stranger)
    await make(anna, "я" * LONGEST_NAME)
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"name": " ", "kinds": ["direct"]}, "folder_name_invalid"),
        ({"name": "я" * (LONGEST_NAME + 1), "kinds": ["direct"]}, "folder_name_invalid"),
        ({"name": "Пусто"}, "folder_empty"),
        # A chat that is not mine is not there.
        ({"name": "Чужое", "chat_ids": [foreign, 10**15, -1, 2**70]}, "folder_empty"),
        ({"name": "Много", "chat_ids": list(range(1, MOST_CHATS + 2))}, "too_many_chats"),
        ({"name": "Значок", "icon": "слово", "kinds": ["direct"]}, "folder_icon_invalid"),
    ]
    for rules, code in wrong:
        answer = await anna.post("/me/folders", rules)
        assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert (await anna.post("/me/folders", {"name": "Вид", "kinds": ["чужие"]})).status_code == 422


async def test_nobody_touches_the_folder_of_another(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    made = await make(anna)
    for folder in (made["id"], made["id"] + 1, 2**63 - 1):
        assert (await boris.delete(f"/me/folders/{folder}")).status_code == 404
        changed = await boris.put(f"/me/folders/{folder}", {"name": "Моё", "kinds": ["direct"]})
        assert changed.status_code == 404
    assert (await folders(anna))["items"] == [made]


async def test_folders_stand_as_they_were_put_and_ready_made_ones_can_be_hidden(
    world: World, sockets: Sockets
) -> None:
    anna, boris = await world.person(), await world.person()
    made, foreign = await make(anna), await make(boris)
    live = await sockets.open(anna)
    own = str(made["id"])

    order = {
        "tabs": [own, "unread", "all", own, str(foreign["id"]), "нет такой"],
        "hidden": ["work", "all", own],
    }
    assert (await anna.put("/me/folders/order", order)).status_code == 204

    kept = await folders(anna)
    assert (kept["tabs"], kept["hidden"]) == ([own, "unread", "all"], ["work"])
    heard = await live.event("folders_arranged")
    assert (heard["tabs"], heard["hidden"]) == (kept["tabs"], kept["hidden"])
    assert kept["seq"] == live.cursors[f"person:{anna.id}"]
    long = {"tabs": ["all"] * 51, "hidden": []}
    assert (await anna.put("/me/folders/order", long)).status_code == 422
