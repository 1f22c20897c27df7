"""Every route × everybody: `table.txt` says what each of them is answered.

A route without a row fails, and so does a row without a route. Where the answer is 404 it must be, to the
letter, the answer about things that do not exist.
"""

from pathlib import Path
from typing import Any

import httpx
import pytest

from parta.main.app import Application
from parta.testing.world import World
from tests.refusals.places import ACTORS, BEYOND, Cast, client_of, fresh_places, fresh_upload, make_cast
from tests.refusals.questions import question, routes_of

TABLE = Path(__file__).with_name("table.txt")


def read_table() -> dict[str, dict[str, str]]:
    """Read the rows: a route, a bar, and one answer for each actor in their order."""
    table = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            route, _, answers = line.partition("|")
            table[" ".join(route.split())] = dict(zip(ACTORS, answers.split(), strict=True))
    return table


def test_every_route_has_a_row_and_every_row_a_route(application: Application) -> None:
    assert sorted(read_table()) == routes_of(application)


CLOSED = {401, 403, 404}


@pytest.mark.slow
@pytest.mark.timeout(400)  # some four hundred questions; a busy machine takes its time
@pytest.mark.parametrize("who", ACTORS)
async def test_everybody_is_answered_as_the_table_says(
    world: World, application: Application, who: str
) -> None:
    cast = await make_cast(world)
    asked, wrong = Question(world, application, cast, who), []
    for route, answers in read_table().items():
        given = await asked.ask(route)
        if given != answers[who]:
            wrong.append(f"{route}: {answers[who]} expected, {given} given")
    assert wrong == []


class Question:
    """Asks route after route in somebody's name.

    A closed door leaves everything as it was, so the next question asks about the same places; after every other
    answer they are made anew.
    """

    def __init__(self, world: World, application: Application, cast: Cast, who: str) -> None:
        self.world, self.application, self.cast, self.who = world, application, cast, who
        self._places: dict[str, dict[str, Any]] = {}

    async def ask(self, route: str) -> str:
        """Ask about what is there and, where that is refused as absent, about what is not."""
        places = await self._made(route)
        async with await client_of(self.world, self.application, self.cast, self.who) as client:
            answer = await send(client, route, places)
            if answer.status_code == 404 and "{" in route:
                nowhere = {
                    name: BEYOND if isinstance(value, int) else value for name, value in places.items()
                } | {"document": "nothing", "token": "nothing"}
                absent = await send(client, route, nowhere)
                if comparable(absent) != comparable(answer):
                    return f"404-unlike-absent: {answer.text} / {absent.text}"
        if answer.status_code not in CLOSED:
            self._places.clear()
        return str(answer.status_code)

    async def _made(self, route: str) -> dict[str, Any]:
        # Applying twice needs no bundle: the answer shows that the door was open.
        roster = "applied" if route.endswith("/application") else "previewed"
        if roster not in self._places:
            self._places[roster] = await fresh_places(self.world, self.cast, roster)
        places = self._places[roster]
        if "{upload_id}" in route and "upload_id" not in places:
            places["upload_id"] = await fresh_upload(self.world, self.cast)
        return places


async def send(client: httpx.AsyncClient, route: str, places: dict[str, Any]) -> httpx.Response:
    method, address, more = question(route, places)
    return await client.request(method, address, **more)


def comparable(answer: httpx.Response) -> object:
    """Everything an onlooker could tell two answers apart by."""
    headers = {k: v for k, v in answer.headers.items() if k not in ("x-request-id", "content-length")}
    body = answer.json() | {"request_id": ""} if answer.content else None
    return answer.status_code, headers, body
