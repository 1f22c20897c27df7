"""Print the API's description (OpenAPI, JSON), from which the client's types are made."""

import argparse
import json

from parta.core.config import Configuration, CoreSettings
from parta.main.app import build_litestar


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """No database is needed."""
    core = configuration.get(CoreSettings)
    routes = build_litestar(demo=core.demo, largest_body=core.largest_body)
    schema = routes.openapi_schema.to_schema()
    print(json.dumps(schema, ensure_ascii=False, indent=2))
    return 0
