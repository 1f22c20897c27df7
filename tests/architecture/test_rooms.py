"""What import-linter cannot say about rooms."""

import ast
import re

import pytest

from tests.architecture.house import SERVER, Source, owners, sources, strings

ROOMS = {path.name for path in SERVER.iterdir() if (path / "__init__.py").exists()} - {
    "migrations",
    "testing",
}
# Such a file attracts everything that nobody has thought about.
NAMELESS = {
    "service",
    "services",
    "util",
    "utils",
    "helper",
    "helpers",
    "manager",
    "managers",
    "common",
    "misc",
    "tools",
}
PRIVATE = re.compile(r"(queries|routes)(_\w+)?")
WRITES = re.compile(
    r"(?:INSERT\s+INTO|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE(?:\s+TABLE)?|(?<!FOR )(?<!KEY )(?<!DO )\bUPDATE(?:\s+ONLY)?)\s+(\w+)",
    re.IGNORECASE,
)
STATEMENT = re.compile(
    r"\s*(SELECT\b.+\bFROM\b|INSERT INTO\b|UPDATE\s+\w+.*\sSET\b|DELETE FROM\b|WITH\s+\w+\s+AS\b)", re.DOTALL
)
# Here statements are put together from a table of facts, and tests of the room run every one.
BUILDS_SQL = {"parta/identity/stored_data.py", "parta/identity/stored_tables.py", "parta/safety/rules.py"}
# The wiring collects the routes; that is what it is for.
MAY_COLLECT_ROUTES = {"main"}


def _house() -> list[Source]:
    return [source for source in sources() if not source.is_test]


def test_files_are_named_after_capabilities():
    assert [source.name for source in sources() if source.path.stem in NAMELESS] == []


def test_every_room_opens_with_its_contract():
    openings = [source for source in sources() if source.path.name == "__init__.py" and source.room in ROOMS]
    assert [
        source.name
        for source in openings
        if len(source.path.parent.relative_to(source.path.parents[1]).parts) == 1
        and source.path.parent.parent.name == "parta"
        and not ast.get_docstring(source.tree)
    ] == []


def test_nobody_imports_another_rooms_queries_or_routes():
    found = []
    for source in _house():
        for line, module in _imports(source.tree):
            parts = module.split(".")
            if len(parts) < 3 or parts[0] != "parta" or parts[1] == source.room:
                continue
            private = [part for part in parts[2:] if PRIVATE.fullmatch(part)]
            if private and not (source.room in MAY_COLLECT_ROUTES and private[0].startswith("routes")):
                found.append(f"{source.name}:{line}: {module} is private to {parts[1]}")
    assert found == []


def _imports(tree: ast.Module) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


def test_a_room_writes_only_its_own_tables():
    found = []
    for source in _house():
        if source.room not in ROOMS:
            continue
        for line, sql in strings(source):
            found += [
                f"{source.name}:{line}: {table} belongs to {owner}"
                for table in WRITES.findall(sql)
                if (owner := owners().get(table.lower())) not in (None, source.room)
            ]
    assert found == []


def test_sql_stands_in_queries_only():
    """One place to look, and one place where everything is tried on the real schema."""
    assert [
        f"{source.name}:{line}: {sql.strip()[:60]}"
        for source in _house()
        if source.room in ROOMS - {"core"} and not source.path.name.startswith("queries")
        for line, sql in strings(source)
        if STATEMENT.match(sql) and source.name not in BUILDS_SQL
    ] == []


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ("UPDATE members SET x = 1", ["members"]),
        ("SELECT 1 FROM members FOR UPDATE", []),
        ("SELECT 1 FROM members FOR NO KEY UPDATE OF m", []),
        ("INSERT INTO roles VALUES (1) ON CONFLICT (id) DO UPDATE SET x = 1", ["roles"]),
        ("WITH gone AS (DELETE FROM roles RETURNING id) INSERT INTO members SELECT 1", ["roles", "members"]),
    ],
)
def test_the_lint_itself_sees_what_is_written(sql, tables):
    assert WRITES.findall(sql) == tables
