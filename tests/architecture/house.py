"""What the lints look at: the sources of the server, read once."""

import ast
import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
SERVER = ROOT / "parta"
CLIENT = ROOT / "web" / "src"
MIGRATIONS = SERVER / "migrations"

SQL_VERB = re.compile(
    r"\s*(?:--[^\n]*\n\s*)*(SELECT|INSERT|UPDATE|DELETE|WITH|MERGE|TRUNCATE|LOCK|NOTIFY|CREATE)\b",
    re.IGNORECASE,
)


class Source(NamedTuple):
    """One Python file of the server."""

    path: Path
    room: str
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path as a person would say it."""
        return str(self.path.relative_to(ROOT))

    @property
    def is_test(self) -> bool:
        """Tests may look anywhere."""
        return "tests" in self.path.parts or self.path.name.startswith(("test_", "conftest"))


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file below parta/."""
    return tuple(_read(path) for path in sorted(SERVER.rglob("*.py")))


def _read(path: Path) -> Source:
    text = path.read_text("utf-8")
    parts = path.relative_to(SERVER).parts
    return Source(path, parts[0] if len(parts) > 1 else "", text, ast.parse(text))


ROOM_OR_TABLE = re.compile(
    r"^-- room: (\w+)|CREATE\s+(?:UNLOGGED\s+)?TABLE\s+(?:IF NOT EXISTS\s+)?(\w+)",
    re.IGNORECASE | re.MULTILINE,
)


@cache
def owners() -> dict[str, str]:
    """Which room each table belongs to: `0005_messaging.sql` makes messaging's tables.

    A line `-- room: safety` in a migration gives what follows it to another room.
    """
    found: dict[str, str] = {}
    for path in sorted(MIGRATIONS.glob("[0-9]*.sql")):
        room = path.stem.split("_")[1]
        for named, table in ROOM_OR_TABLE.findall(path.read_text("utf-8")):
            if named:
                room = named
            else:
                found[table] = room
    return found


def strings(source: Source) -> Iterator[tuple[int, str]]:
    """Every string in the file that starts like an SQL statement, with its line."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL_VERB.match(node.value):
            yield node.lineno, node.value


def statements() -> Iterator[tuple[str, str]]:
    """Every public SQL constant of every queries*.py as it is at run time, with its full name."""
    for source in sources():
        if not source.path.name.startswith("queries") or source.is_test:
            continue
        module = importlib.import_module(".".join(source.path.relative_to(ROOT).with_suffix("").parts))
        for name, value in vars(module).items():
            if (
                isinstance(value, str)
                and name.isupper()
                and not name.startswith("_")
                and SQL_VERB.match(value)
            ):
                yield f"{module.__name__}.{name}", value
