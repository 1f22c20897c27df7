"""The town's texts lie beside the code and are read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data"


@cache
def read_table(name: str) -> dict[str, Any]:
    """Give the parsed TOML file `name` of the room's data folder; callers must not change it."""
    with (FOLDER / name).open("rb") as file:
        return tomllib.load(file)
