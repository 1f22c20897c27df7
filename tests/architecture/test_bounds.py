"""Every list has a limit and every typed text an end, as the description of the API says them.

Litestar bounds a query only by `QueryParameter(le=…)`; what msgspec's `Meta` says inside `FromQuery` it drops without a word.
"""

from collections.abc import Iterator
from typing import Any

from parta.main.app import build_litestar

BOUNDS = {"limit": ("maximum", 500), "q": ("maxLength", 200)}


def queries() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every query of every route that has a bound in the table."""
    described = build_litestar(demo=True, largest_body=1).openapi_schema.to_schema()
    for path, methods in described["paths"].items():
        for method, route in methods.items():
            for query in route.get("parameters", []):
                if query["in"] == "query" and query["name"] in BOUNDS:
                    yield f"{method.upper()} {path}", query["name"], query["schema"]


def test_lists_and_questions_have_an_end() -> None:
    asked = list(queries())
    boundless = [
        f"{route}: {name}"
        for route, name, schema in asked
        if schema.get((bound := BOUNDS[name])[0], bound[1] + 1) > bound[1]
    ]
    assert len(asked) > 50
    assert boundless == []
