"""What may be asked by a poll, and for how long."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from parta.core.clock import now
from parta.testing.talk import group
from parta.testing.world import World

QUESTION = {"question": "Куда поедем?", "options": ["В музей", "В лес", "Никуда"]}

GOOD = [
    {},
    {"question": "?" * 300},
    {"options": ["да", "нет"]},
    {"options": [str(i) for i in range(12)]},
    {"options": ["а" * 120, "б" * 120]},
    {"quiz_right": 2, "explanation": "э" * 300},
    {"anonymous": True, "many": True},
]
BAD = [
    ({"question": "  "}, "poll_question_invalid"),
    ({"question": "?" * 301}, "poll_question_invalid"),
    ({"options": ["да"]}, "poll_options_count"),
    ({"options": [str(i) for i in range(13)]}, "poll_options_count"),
    ({"options": ["да", "\x00 "]}, "poll_option_length"),
    ({"options": ["да", "н" * 121]}, "poll_option_length"),
    ({"options": ["да", " ДА "]}, "poll_options_repeat"),
    ({"quiz_right": 3}, "poll_right_answer_invalid"),
    ({"quiz_right": -1}, "poll_right_answer_invalid"),
    ({"quiz_right": 0, "many": True}, "poll_right_answer_invalid"),
    ({"explanation": "так"}, "poll_explanation_without_quiz"),
    ({"quiz_right": 0, "explanation": "э" * 301}, "poll_explanation_too_long"),
    ({"anonymous": True, "change_allowed": True}, "poll_change_impossible"),
    ({"quiz_right": 0, "change_allowed": True}, "poll_change_impossible"),
]


async def try_to_put(world: World, **content: Any) -> tuple[int, str | None]:
    anna = await world.person()
    chat = await group(world, anna)
    answer = await anna.post(
        f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "", "content": content}
    )
    return answer.status_code, answer.json().get("code")


@pytest.mark.parametrize("terms", GOOD)
async def test_what_may_be_asked(world: World, terms: dict[str, Any]) -> None:
    assert await try_to_put(world, poll=QUESTION | terms) == (201, None)


@pytest.mark.parametrize(("terms", "code"), BAD)
async def test_what_may_not_be_asked(world: World, terms: dict[str, Any], code: str) -> None:
    assert await try_to_put(world, poll=QUESTION | terms) == (422, code)


@pytest.mark.parametrize(
    ("term", "answer"),
    [
        (timedelta(minutes=1), (201, None)),
        (timedelta(seconds=40), (422, "poll_term_invalid")),
        (timedelta(days=366) - timedelta(seconds=5), (201, None)),
        (timedelta(days=367), (422, "poll_term_invalid")),
        (-timedelta(days=1), (422, "poll_term_invalid")),
    ],
)
async def test_the_edges_of_a_term(world: World, term: timedelta, answer: tuple[int, str | None]) -> None:
    assert await try_to_put(world, poll=QUESTION | {"closes_at": (now() + term).isoformat()}) == answer


async def test_a_poll_asks_for_no_confirmation_besides(world: World) -> None:
    assert await try_to_put(world, poll=QUESTION, confirm=True) == (422, "poll_is_no_confirmation")
