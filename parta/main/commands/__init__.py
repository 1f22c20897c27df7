"""One module a command: its docstring's first line is the help, `add_arguments` and `run` are the rest."""

from parta.main.commands import administrator, config, migrate, openapi, schema, serve

COMMANDS = (serve, administrator, migrate, config, openapi, schema)
