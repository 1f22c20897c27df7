"""Complaining and deciding, as tests do it."""

from typing import Any

from parta.testing.school import School, make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


class Quarrel:
    """A school, a group of its pupils, and rude words in it."""

    def __init__(self, school: School, chat: int, message: dict[str, Any]) -> None:
        self.school, self.chat, self.message = school, chat, message


async def make_quarrel(world: World) -> Quarrel:
    """The pupil writes something rude to the classmate in a group of the class teacher."""
    school = await make_school(world)
    chat = await group(world, school.class_teacher, school.pupil, school.classmate, title="Поход")
    await say(school.classmate, chat, "Кто идёт в поход?")
    message = await say(school.pupil, chat, "Только не ты, растяпа")
    await say(school.class_teacher, chat, "Спокойнее")
    return Quarrel(school, chat, message)


async def complain(who: Actor, target_id: int, target: str = "message", **more: Any) -> dict[str, Any]:
    """Complain and return the complaint."""
    answer = await who.post("/reports", {"target": target, "target_id": target_id, "kind": "insult"} | more)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def waiting(who: Actor, view: str = "open") -> list[dict[str, Any]]:
    """The queue of somebody who decides."""
    answer = await who.get("/report-cases", params={"view": view})
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def decide(who: Actor, case_id: int, *measures: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Decide a case; the case as it is then."""
    body = {"measures": list(measures), "reason": "Так у нас не пишут" if measures else ""} | more
    answer = await who.post(f"/report-cases/{case_id}/decision", body)
    assert answer.status_code == 200, answer.text
    case: dict[str, Any] = answer.json()
    return case
