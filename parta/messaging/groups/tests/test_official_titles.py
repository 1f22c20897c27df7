"""Only the staff founds chats that speak for the school."""

import pytest

from parta.messaging.groups.official_titles import sounds_official
from parta.testing.school import keep_current, make_school
from parta.testing.world import World


@pytest.mark.parametrize(
    "title",
    [
        "Администрация школы",
        "АДМИНИCТРАЦИЯ",
        "Учительская 7Б",
        "А д м и н и с т р а ц и я",
        "7 «Б» 🎓",
        "Официальный чат",
    ],
)
def test_titles_that_speak_for_the_school_are_known(title: str) -> None:
    assert sounds_official(title)


@pytest.mark.parametrize("title", ["Подарок директору", "7 «Б» без взрослых", "Учим уроки", "Офис ужасов"])
def test_other_titles_are_free(title: str) -> None:
    assert not sounds_official(title)


async def test_pupils_are_refused_and_teachers_are_not(world: World) -> None:
    s = await make_school(world)
    await keep_current(world, s)
    for actor, status in ((s.pupil, 409), (s.class_teacher, 201)):
        wanted = {"kind": "group", "title": "Администрация школы", "person_ids": [s.classmate.id]}
        answer = await actor.post("/conversations", wanted)
        assert answer.status_code == status, answer.text
    mine = {"kind": "group", "title": "Наш кружок", "person_ids": [s.classmate.id]}
    chat = (await s.pupil.post("/conversations", mine)).json()["id"]
    renamed = await s.pupil.patch(f"/conversations/{chat}", {"title": "Учительская"})
    assert (renamed.status_code, renamed.json()["code"]) == (409, "title_official")
