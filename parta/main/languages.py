"""The language of the terminal."""

import os


def language_of_terminal() -> str:
    """Russian where the terminal is Russian, English otherwise."""
    said = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "ru" if said.lower().startswith("ru") else "en"
