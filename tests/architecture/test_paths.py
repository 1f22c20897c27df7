"""A document that names a file names one that exists."""

import re
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
CODE = re.compile(r"`([^`\s]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
FOLDERS = tuple(
    f"{name}/" for name in ("parta", "web", "tests", "docs", "scripts", "bench", "requirements", ".ci")
)
MADE = ("web/dist", "bench/results", "web/node_modules")


def named_paths(document: Path) -> list[str]:
    """Paths in code quotes that begin with a folder of ours, and relative links."""
    text = document.read_text("utf-8")
    quoted = [word for word in CODE.findall(text) if word.startswith(FOLDERS)]
    return [word for word in quoted if not word.startswith(MADE) and not set("*<{…") & set(word)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_paths_exist(document):
    assert [word for word in named_paths(document) if not (ROOT / word.rstrip("/")).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_links_lead_somewhere(document):
    links = [
        link for link in LINK.findall(document.read_text("utf-8")) if "://" not in link and link[0] != "/"
    ]
    assert [link for link in links if not (document.parent / link).exists()] == []
