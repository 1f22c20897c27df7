"""Every route of administrators × every named right: `rights.txt` says which right opens which route.

Which routes are administrators' is found by asking: whatever an administrator without any right is refused. One that
names no right there fails, so a new route decides what it needs.
"""

from pathlib import Path

from parta.main.app import Application
from parta.organisations.rights import EVERY_RIGHT, SINGLE_RIGHTS
from parta.testing.world import World
from tests.refusals.places import Cast, make_cast
from tests.refusals.test_matrix import Question, read_table

TABLE = Path(__file__).with_name("rights.txt")


def read_rights() -> dict[str, str]:
    """Read which right opens which route."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {
        " ".join(route.split()): right.strip() for route, _, right in (one.partition("|") for one in lines)
    }


async def limit(world: World, cast: Cast, rights: list[str] | None) -> None:
    """Let the administrator have these rights; None is every right."""
    async with world.database.transaction() as tx:
        await tx.run(
            "UPDATE roles SET limited_to = $2::text[] WHERE person_id = $1 AND role = 'administrator'",
            cast.people["administrator"].id,
            rights,
        )


async def test_every_route_of_administrators_names_its_right(world: World, application: Application) -> None:
    cast, refused = await make_cast(world), []
    asked = Question(world, application, cast, "administrator")
    for route, answers in read_table().items():
        if answers["administrator"] == answers["stranger"]:  # not by being an administrator
            continue
        await limit(world, cast, [])
        if await asked.ask(route) != answers["administrator"]:
            refused.append(route)
    unlike = set(refused) ^ set(read_rights())
    assert not unlike, f"refused without rights, or named without need: {sorted(unlike)}"


async def test_each_route_is_opened_by_its_right_and_by_no_other(
    world: World, application: Application
) -> None:
    table, wrong = read_table(), []
    for right in EVERY_RIGHT:
        # A school for each right: what one route has changed is not what the next asks about.
        cast = await make_cast(world)
        asked = Question(world, application, cast, "administrator")
        others = [one for one in SINGLE_RIGHTS if one != right]
        given = None if right == "everything" else [right]
        for route in (route for route, needed in read_rights().items() if needed == right):
            for rights, opens in ((given, True), (others, False)):
                await limit(world, cast, rights)
                answer = await asked.ask(route)
                if (answer == table[route]["administrator"]) is not opens:
                    wrong.append(f"{route}: {answer} with {rights}")
    assert wrong == []
