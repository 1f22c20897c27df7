"""An invented town in a data folder of its own, and a page on which anybody can become any of its people."""

import argparse
import sys

from parta.core.config import Configuration, CoreSettings
from parta.core.db import Database
from parta.demo.load import NotEmpty, fill
from parta.demo.town import DEFAULT_PEOPLE, DEFAULT_SEED, SMALLEST
from parta.main.commands.serve import serve
from parta.main.failure import CommandError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--people and --seed."""
    parser.add_argument(
        "--people", type=int, default=DEFAULT_PEOPLE, help=f"how many people the town has ({DEFAULT_PEOPLE})"
    )
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help="another seed, another town")


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Fill the town at the first start, then serve it; real people's data are never opened in this mode."""
    if arguments.people < SMALLEST:
        raise CommandError(f"--people: a town has at least {SMALLEST} people")

    async def settle(database: Database, configuration: Configuration) -> None:
        sys.stdout.write("Inventing the town, this takes a while at the first start …\n")
        sys.stdout.flush()
        try:
            await fill(database, people=arguments.people, seed=arguments.seed)
        except NotEmpty as error:
            raise CommandError(
                "This database has real people in it, and in the demo anybody can become any of them. "
                "Take another PARTA_DATABASE_URL or PARTA_DATA_DIR."
            ) from error

    folder = configuration.get(CoreSettings).data_dir
    folder = folder.with_name(f"{folder.name}-demo")
    demo = configuration.having("parta demo", PARTA_DATA_DIR=str(folder), PARTA_DEMO="true")
    return serve(demo, prepare=settle)
