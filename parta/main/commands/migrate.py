"""Bring the database's schema up to date; `serve` does this by itself."""

import argparse

from parta.core.config import Configuration
from parta.main.database import borrow_database, bring_up_to_date


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Apply what is missing and name it."""
    with borrow_database(configuration) as dsn:
        applied = bring_up_to_date(dsn)
    print("\n".join(f"applied {name}" for name in applied) or "up to date")
    return 0
