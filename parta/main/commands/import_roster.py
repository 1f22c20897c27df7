"""Take a school's roster (OneRoster CSV in a ZIP, or its own XLSX or CSV): show what would change, and with --apply change it."""

import argparse
import asyncio
import sys
from pathlib import Path
from typing import IO

from parta.core.config import Configuration
from parta.core.db import Database, Tx
from parta.core.errors import NotFound
from parta.main.database import act
from parta.main.failure import CommandError
from parta.main.languages import language_of_terminal
from parta.organisations.access import EVERYTHING
from parta.organisations.roster.application import apply_roster
from parta.organisations.roster.previews import preview_roster
from parta.organisations.roster.report import tell
from parta.organisations.settings import OrganisationsSettings
from parta.organisations.workbook.previews import preview_workbook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, --organisation and --leavers for a workbook, --apply, --yes."""
    parser.add_argument(
        "roster",
        type=Path,
        metavar="FILE",
        help="a OneRoster 1.2 or 1.1 CSV bundle (ZIP), or with --organisation an XLSX or CSV",
    )
    parser.add_argument("--organisation", type=int, metavar="ID", help="whose lists the XLSX or CSV holds")
    parser.add_argument(
        "--leavers", action="store_true", help="whoever an XLSX or CSV does not name has left"
    )
    parser.add_argument("--apply", action="store_true", help="make the changes after showing them")
    parser.add_argument("--yes", action="store_true", help="do not ask before that")


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Preview, and apply in one transaction when told to."""
    if not arguments.roster.is_file():
        raise CommandError(f"{arguments.roster}: there is no such file")
    if arguments.leavers and arguments.organisation is None:
        raise CommandError("--leavers is for an XLSX or CSV: say --organisation too")
    if arguments.apply and not arguments.yes and not sys.stdin.isatty():
        raise CommandError("nobody is at the terminal to agree: say --yes")

    async def take(database: Database) -> None:
        with arguments.roster.open("rb") as source:
            async with database.transaction() as tx:
                number = await _preview(tx, database, source, arguments)
                print(await tell(tx, number, language=language_of_terminal()))
        if not arguments.apply:
            print("\nNothing has been changed. To apply it, say the same with --apply.")
        elif arguments.yes or await asyncio.to_thread(_agrees):
            async with database.transaction() as tx:
                await apply_roster(tx, database.blobs, number, EVERYTHING, by=None)
            print("\nApplied.")

    act(configuration, take)
    return 0


async def _preview(tx: Tx, database: Database, source: IO[bytes], arguments: argparse.Namespace) -> int:
    blobs, name, organisation = database.blobs, arguments.roster.name, arguments.organisation
    try:
        if organisation is not None:
            return await preview_workbook(
                tx, blobs, source, name, organisation, leavers=arguments.leavers, by=None
            )
        settings = tx.configuration.get(OrganisationsSettings)
        return await preview_roster(tx, blobs, source, name, EVERYTHING, settings, by=None)
    except NotFound as absent:
        raise CommandError(f"there is no organisation {organisation}") from absent


def _agrees() -> bool:
    return input("\nApply these changes? [y/N] ").strip().lower() in ("y", "yes", "д", "да")
