"""Make the search index anew from the messages, or tell how far it is filled."""

import argparse
import sys

from parta.core.config import Configuration
from parta.core.db import Database
from parta.main.database import act
from parta.search.filling import Filling, fill_next, read_filling, start_anew


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do: rebuild, continue or status."""
    parser.add_argument(
        "what",
        choices=("rebuild", "continue", "status"),
        help="rebuild: forget the index and fill it again, the newest messages first; continue: go on with a "
        "filling that was cut; status: tell how far it is",
    )
    parser.add_argument(
        "--later",
        action="store_true",
        help="leave the filling to the running server instead of waiting for it",
    )


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Fill batch after batch; cut off, it goes on by itself with the server or with `continue`."""

    async def rebuild(database: Database) -> None:
        if arguments.what == "rebuild":
            async with database.transaction() as tx:
                await start_anew(tx)
        filling = await _look(database)
        while not (filling.finished or arguments.later or arguments.what == "status"):
            async with database.transaction() as tx:
                filling = await fill_next(tx)
            _tell(filling)
        _tell(filling, end="\n")

    act(configuration, rebuild)
    return 0


async def _look(database: Database) -> Filling:
    async with database.transaction() as tx:
        return await read_filling(tx)


def _tell(filling: Filling, end: str = "") -> None:
    if filling.finished:
        sys.stdout.write(f"\rthe search index is filled{' ' * 40}{end}")
    else:
        left = filling.first_id if filling.next_id is None else filling.next_id
        sys.stdout.write(
            f"\rfilling the search index: messages up to {left} of {filling.first_id} are left {end}"
        )
    sys.stdout.flush()
