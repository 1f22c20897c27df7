"""Take a school's roster (OneRoster CSV in a ZIP): show what would change, and with --apply change it."""

import argparse
import asyncio
import sys
from pathlib import Path

from parta.core.config import Configuration
from parta.core.db import Database
from parta.main.database import act
from parta.main.failure import CommandError
from parta.main.languages import language_of_terminal
from parta.organisations.access import EVERYTHING
from parta.organisations.roster.application import apply_roster
from parta.organisations.roster.previews import preview_roster
from parta.organisations.roster.report import tell
from parta.organisations.settings import OrganisationsSettings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The ZIP, --apply, --yes."""
    parser.add_argument("roster", type=Path, metavar="roster.zip", help="a OneRoster 1.2 or 1.1 CSV bundle")
    parser.add_argument("--apply", action="store_true", help="make the changes after showing them")
    parser.add_argument("--yes", action="store_true", help="do not ask before that")


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Preview, and apply in one transaction when told to."""
    if not arguments.roster.is_file():
        raise CommandError(f"{arguments.roster}: there is no such file")
    if arguments.apply and not arguments.yes and not sys.stdin.isatty():
        raise CommandError("nobody is at the terminal to agree: say --yes")

    async def take(database: Database) -> None:
        settings = configuration.get(OrganisationsSettings)
        blobs, name = database.blobs, arguments.roster.name
        with arguments.roster.open("rb") as source:
            async with database.transaction() as tx:
                number = await preview_roster(tx, blobs, source, name, EVERYTHING, settings, by=None)
                print(await tell(tx, number, language=language_of_terminal()))
        if not arguments.apply:
            print(f"\nNothing has been changed. To apply it: parta import {arguments.roster} --apply")
        elif arguments.yes or await asyncio.to_thread(_agrees):
            async with database.transaction() as tx:
                await apply_roster(tx, blobs, number, EVERYTHING, by=None)
            print("\nApplied.")

    act(configuration, take)
    return 0


def _agrees() -> bool:
    return input("\nApply these changes? [y/N] ").strip().lower() in ("y", "yes", "д", "да")
