"""Check that nobody has changed the audit log: compare it with its seals."""

import argparse

from parta.core.audit import BrokenSeal, LogState, broken_seals, log_state
from parta.core.config import Configuration
from parta.core.db import Database
from parta.main.database import act

CHANGED = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--expect."""
    parser.add_argument(
        "--expect",
        metavar="HASH",
        type=str.lower,
        help="the hash of a seal from an old server log (`audit.sealed`): it must be among the seals",
    )


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Tell what holds; the exit code is 1 when the log is not what was sealed."""
    found: list[tuple[LogState, list[BrokenSeal]]] = []

    async def check(database: Database) -> None:
        async with database.transaction() as tx:
            found.append((await log_state(tx, arguments.expect), await broken_seals(tx)))

    act(configuration, check)
    [(state, broken)] = found
    for one in broken:
        print(
            f"entries {one.first_id}–{one.last_id}, sealed {one.sealed_at:%Y-%m-%d %H:%M} UTC: "
            f"not as they were ({one.found} of {one.entries} are there)"
        )
    if not state.known:
        print(f"no seal has the hash {arguments.expect}")
    if broken or not state.known:
        return CHANGED
    print(f"{state.entries} entries, {state.sealed} of them sealed and as they were")
    if state.hash is not None:
        print(f"newest seal: {state.hash}")
    return 0
