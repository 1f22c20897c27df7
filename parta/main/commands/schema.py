"""Write parta/migrations/schema.sql, the schema that all migrations together make; or compare with it."""

import argparse
import difflib
import subprocess
from pathlib import Path

from parta.core.config import Configuration
from parta.main.database import MIGRATIONS, bring_up_to_date
from parta.main.failure import CommandError
from parta.main.postgres_binaries import choose
from parta.main.postgres_throwaway import throwaway_postgres

SNAPSHOT = MIGRATIONS / "schema.sql"
HEADER = "-- What the migrations make; written by `parta schema`, compared by `make check`. Do not edit.\n\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--check."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail when the file is out of date"
    )


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Migrate an empty database of its own and dump it."""
    with throwaway_postgres() as dsn:
        bring_up_to_date(dsn)
        schema = dump(dsn)
    if not arguments.check:
        SNAPSHOT.write_text(schema, "utf-8")
        return 0
    kept = SNAPSHOT.read_text("utf-8") if SNAPSHOT.exists() else ""
    if kept == schema:
        return 0
    changes = difflib.unified_diff(
        kept.splitlines(), schema.splitlines(), "schema.sql", "migrations", lineterm=""
    )
    raise CommandError("schema.sql is out of date; run `parta schema`.\n" + "\n".join(list(changes)[:60]))


def dump(dsn: str) -> str:
    """The schema as SQL, without what differs from one run to the next."""
    program = choose(Path("/nowhere"), None).program("pg_dump")
    done = subprocess.run(
        [program, "--schema-only", "--no-owner", "--no-privileges", dsn],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise CommandError(f"pg_dump failed: {done.stderr.strip()}")
    lines: list[str] = []
    for line in done.stdout.splitlines():
        # Comments name versions, settings are the session's, and \\restrict carries a random word.
        if line.startswith(("--", "SET ", "SELECT pg_catalog.set_config", "\\")):
            continue
        if line or (lines and lines[-1]):
            lines.append(line)
    return HEADER + "\n".join(lines).strip() + "\n"
