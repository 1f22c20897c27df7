"""`make bench`: measure this machine and write bench/results/latest.{json,md}."""

import argparse
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import asyncpg
import uvloop

from bench import report, scenarios
from bench.bare import BareServer
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
    arguments = parser.parse_args()
    pin_clients()
    results = uvloop.run(measure(arguments.seconds))
    results += [scenarios.starts(), scenarios.first_screen()]
    text = report.table(results)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.json").write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", "utf-8")
    (RESULTS / "latest.md").write_text(text + "\n", "utf-8")
    sys.stdout.write(text + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
