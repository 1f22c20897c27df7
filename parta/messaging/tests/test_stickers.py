"""Stickers: one list for server and client, light and harmless drawings, nothing sent that is not ours."""

import re
from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest

from parta.messaging.stickers import FOLDER, sticker_sets, stickers
from parta.testing.talk import group, say
from parta.testing.world import World

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "g", "path", "circle", "ellipse", "rect", "style"}


def test_every_drawing_is_named_and_every_name_is_drawn() -> None:
    drawn = {f"{path.parent.name}/{path.stem}" for path in FOLDER.glob("*/*.svg")}
    assert drawn == set(stickers())
    assert len(drawn) >= 24
    assert len(sticker_sets()) >= 3


@pytest.mark.parametrize("name", sorted(stickers()))
def test_a_drawing_is_light_and_only_draws(name: str) -> None:
    body = FOLDER.joinpath(f"{name}.svg").read_bytes()
    assert len(body) <= 6 * 1024
    root = ET.fromstring(body)
    assert root.get("viewBox") == "0 0 128 128"
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= DRAWN
    assert not re.search(rb"(?i)href|url\(|@import|<script|\son\w+=", body)
    if b"@keyframes" in body:
        assert b"prefers-reduced-motion:no-preference" in body


def test_captions_are_in_both_languages_and_words_find() -> None:
    for sticker in stickers().values():
        assert re.search("[а-яё]", sticker.ru, re.IGNORECASE)
        assert re.search("[a-z]", sticker.en, re.IGNORECASE)
        assert len(sticker.words.split()) >= 5


async def test_a_sticker_is_sent_by_name(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)

    sent = await say(anna, chat, "", content={"sticker": "mood/laugh"})

    [read] = (await boris.get(f"/conversations/{chat}/messages")).json()["items"]
    assert (read["id"], read["content"], read["body"]) == (sent["id"], {"sticker": "mood/laugh"}, "")
    assert (await boris.get(f"/conversations/{chat}")).json()["last_message"]["content"] == read["content"]
    edited = await anna.patch(f"/messages/{sent['id']}", {"body": "другое"})
    assert (edited.status_code, edited.json()["code"]) == (409, "not_editable")


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("owl/unknown", "", "sticker_unknown"),
        ("../manifest", "", "sticker_unknown"),
        ("hello", "", "sticker_unknown"),
        ("", "", "sticker_unknown"),
        ("owl/hello", "и слова", "sticker_alone"),
    ],
)
async def test_what_is_not_ours_is_refused(world: World, name: str, body: str, code: str) -> None:
    anna = await world.person()
    chat = await group(world, anna)

    answer = await anna.post(
        f"/conversations/{chat}/messages",
        {"client_id": str(uuid4()), "body": body, "content": {"sticker": name}},
    )

    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert (await anna.get(f"/conversations/{chat}/messages")).json()["items"] == []


async def test_programs_may_ask_which_stickers_there_are(world: World) -> None:
    anna = await world.person()
    sets = (await anna.get("/stickers")).json()["sets"]
    assert [group["name"] for group in sets] == ["owl", "school", "mood"]
    assert sets[0]["stickers"][0] | {"words": ""} == {
        "name": "hello",
        "ru": "Привет!",
        "en": "Hello!",
        "words": "",
    }


async def test_an_answer_to_a_sticker_says_what_it_answers(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    sticker = await say(anna, chat, "", content={"sticker": "owl/five"})

    answer = await say(anna, chat, "Ура", reply_to_id=sticker["id"])

    [_, read] = (await anna.get(f"/conversations/{chat}/messages")).json()["items"]
    assert answer["reply_to"]["attachment"] == read["reply_to"]["attachment"] == "sticker"
