"""Print the contact rules: docs/administrator/contact-rules.md is made of it."""

import argparse

from parta.core.config import Configuration
from parta.safety.rules_page import rules_page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Print the page."""
    print(rules_page(), end="")
    return 0
