"""`make bench`: measure this machine and write bench/results/latest.{json,md}."""

import argparse
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import asyncpg
import uvloop

from bench import large, report, scenarios
from bench.bare import BareServer
from bench.circle import circle
from bench.lists import lists
from bench.search import search
from bench.server import Server, pin_clients

Scenario = Callable[..., Awaitable[scenarios.Result]]

RESULTS = Path(__file__).parent / "results"


async def measure(seconds: float) -> list[scenarios.Result]:
    """Run everything, one after another, on fresh servers."""
    results = []
    for online, per_second in ((30, 40), (200, 10), (1000, 2)):
        results.append(await beside_the_yardstick(scenarios.one_chat, online, per_second, seconds))
    results.append(await beside_the_yardstick(scenarios.many_chats, seconds))
    with Server() as server:
        db = await asyncpg.connect(server.dsn)
        results.append(await scenarios.members_do_not_cost(server, db, 20, seconds))
        results.append(await scenarios.members_do_not_cost(server, db, 20_000, seconds))
        await db.close()
    with BareServer() as server:
        db = await asyncpg.connect(server.dsn)
        yardstick = await scenarios.bare_last_fifty(server, db)
        await db.close()
    with Server() as server:
        db = await asyncpg.connect(server.dsn)
        results.append(await scenarios.last_fifty(server, db, yardstick))
        await db.close()
    with Server() as server:
        db = await asyncpg.connect(server.dsn)
        results.append(await scenarios.idle_memory(server, db))
        await db.close()
    return results + await measure_search() + await measure_school()


async def measure_search() -> list[scenarios.Result]:
    """Finding, on a server of its own with a million messages."""
    with Server() as server:
        db = await asyncpg.connect(server.dsn)
        results = await search(server, db)
        await db.close()
    return results


async def measure_school() -> list[scenarios.Result]:
    """A school's lists, and finding people among a region, each on a server of its own."""
    with Server() as server:
        db = await asyncpg.connect(server.dsn)
        results = [await lists(server, db)]
        await db.close()
    with Server() as server:
        db = await asyncpg.connect(server.dsn)
        results += await circle(server, db)
        await db.close()
    return results


async def beside_the_yardstick(scenario: Scenario, *how: float) -> scenarios.Result:
    """Run the scenario on the house and, in the same minute, on the bare loop."""
    figures = []
    for kind in (Server, BareServer):
        with kind() as server:
            db = await asyncpg.connect(server.dsn)
            figures.append(await scenario(server, db, *how))
            await db.close()
    return figures[0] | {"bare": {"paced": figures[1]["paced"], "most": figures[1]["most"]}}


def main() -> int:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("--seconds", type=float, default=10, help="how long each measurement lasts")
    parser.add_argument(
        "--search", action="store_true", help="measure finding alone, print it and keep nothing"
    )
    parser.add_argument(
        "--school",
        action="store_true",
        help="measure lists and finding people alone, print it and keep nothing",
    )
    parser.add_argument(
        "--large",
        action="store_true",
        help="compare ten million messages with none; takes long, kept in large.*",
    )
    arguments = parser.parse_args()
    pin_clients()
    if arguments.search:
        sys.stdout.write(report.table(uvloop.run(measure_search())) + "\n")
        return 0
    if arguments.school:
        sys.stdout.write(report.table(uvloop.run(measure_school())) + "\n")
        return 0
    if arguments.large:
        keep("large", uvloop.run(large.compare(arguments.seconds)))
        return 0
    results = uvloop.run(measure(arguments.seconds))
    results += [scenarios.starts(), scenarios.first_screen()]
    keep("latest", results)
    return 0


def keep(name: str, results: list[scenarios.Result]) -> None:
    """Write the figures and print them."""
    text = report.table(results)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", "utf-8")
    (RESULTS / f"{name}.md").write_text(text + "\n", "utf-8")
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
