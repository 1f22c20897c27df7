"""Print how long data is kept: docs/administrator/retention.md is made of it."""

import argparse

from parta.core.config import Configuration
from parta.main.room_settings import room_settings
from parta.personal_data.retention_page import retention_page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The page is Markdown; the option says so, as with `config`."""
    parser.add_argument(
        "--markdown", action="store_true", help="as the page of the manual, which it is anyway"
    )


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Print the page with the terms as they come, whatever this installation has set."""
    print(retention_page(Configuration(room_settings())), end="")
    return 0
