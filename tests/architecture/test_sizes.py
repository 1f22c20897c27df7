"""Small by law. A file or function that must be longer says why: `# long: the reason` in its first line."""

import ast
import re

from tests.architecture.house import CLIENT, ROOT, Source, sources

SERVER_FILE = 300
CLIENT_FILE = 250
FUNCTION = 40
ESCAPE = re.compile(r"(#|//|/\*) long: \w+ \w+")
GENERATED = {"web/src/core/api/schema.d.ts"}


def test_server_files_are_short():
    assert [
        f"{source.name}: {len(lines)} lines, at most {SERVER_FILE}"
        for source in sources()
        if len(lines := source.text.splitlines()) > SERVER_FILE and not ESCAPE.search(lines[0])
    ] == []


def test_functions_are_short():
    assert [
        f"{source.name}:{node.lineno}: {node.name} has {length} lines, at most {FUNCTION}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := _length(node)) > FUNCTION
        and not ESCAPE.search(_first_line(source, node))
    ] == []


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """From `def` to the end; the docstring is free."""
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is not None:
        length -= (node.body[0].end_lineno or 0) - node.body[0].lineno + 1
    return length


def _first_line(source: Source, node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    return source.text.splitlines()[node.lineno - 1]


def test_client_files_are_short():
    found = []
    for path in sorted(CLIENT.rglob("*")):
        name = str(path.relative_to(ROOT))
        if path.suffix not in {".ts", ".tsx", ".css"} or name in GENERATED:
            continue
        lines = path.read_text("utf-8").splitlines()
        if len(lines) > CLIENT_FILE and not ESCAPE.search(lines[0]):
            found.append(f"{name}: {len(lines)} lines, at most {CLIENT_FILE}")
    assert found == []
