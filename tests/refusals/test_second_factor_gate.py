"""A session that still lacks a second factor opens no route but the few where it is given."""

import pytest

from parta.main.app import Application
from parta.testing.world import World
from tests.refusals.places import BEYOND, fresh_places, make_cast
from tests.refusals.questions import routes_of
from tests.refusals.test_matrix import read_table, send

# Where a factor is shown or set up, and the way out.
GIVEN_HERE = {
    "GET /api/me/second-factor",
    "POST /api/me/second-factor/proofs",
    "POST /api/me/second-factor/key-questions",
    "POST /api/me/second-factor/key-proofs",
    "POST /api/me/second-factor/app",
    "PUT /api/me/second-factor/app",
    "PUT /api/me/second-factor",
    "POST /api/me/passkey-questions",
    "POST /api/me/passkeys",
    "DELETE /api/me/session",
}


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return environ | {"PARTA_SIGN_IN_STAFF_SECOND_FACTOR": "required"}


async def test_a_limited_session_is_refused_at_every_door(world: World, application: Application) -> None:
    cast = await make_cast(world)
    limited = await world.sign_in(cast.people["administrator"].id)
    places = await fresh_places(world, cast) | {"upload_id": BEYOND}
    table, wrong = read_table(), []
    for route in routes_of(application):
        answer = await send(limited.client, route, places)
        to_nobody = table[route]["nobody"]
        if to_nobody != "401" or route in GIVEN_HERE:
            continue
        lacks = answer.json().get("lacks", "enrolment") if answer.content else "enrolment"
        if answer.status_code not in (401, 403) or lacks != "enrolment":
            wrong.append(f"{route}: {answer.status_code} {answer.text[:80]}")
    assert wrong == []
