"""One module a command, with `add_arguments` and `run`; only the one that is asked for is imported."""

import importlib
from types import ModuleType

# The module is named after the command where that is a name.
COMMANDS = {
    "serve": "run Parta on one port until Ctrl-C: database, API, live socket, jobs, client",
    "administrator": "make somebody an administrator, of everything or of one organisation",
    "import": "take a school's roster (OneRoster CSV in a ZIP): show what would change, or change it",
    "demo": "run an invented town in which anybody can become anybody",
    "migrate": "bring the database's schema up to date; `serve` does this by itself",
    "search": "make the search index anew from the messages, or tell how far it is filled",
    "audit": "check that nobody has changed the audit log",
    "config": "print every setting: its value, who said so, and what it means",
    "contact-rules": "print the table of who may write to whom, as the administrators' page",
    "retention": "print how long each kind of data is kept, as the administrators' page",
    "openapi": "print the API's description, from which the client's types are made",
    "schema": "write what all migrations make into schema.sql, or compare with it",
}
MODULES = {"import": "import_roster", "contact-rules": "contact_rules"}


def command(name: str) -> ModuleType:
    """The command's module."""
    return importlib.import_module(f"parta.main.commands.{MODULES.get(name, name)}")
