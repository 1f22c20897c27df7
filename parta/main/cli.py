"""The command `parta`: one file a command in `commands/`, mistakes told in one line and never as a traceback."""

import argparse
import os
import sys
from collections.abc import Sequence

import parta
from parta.core.config import Configuration, ConfigurationError
from parta.core.migrations import MigrationError
from parta.main.commands import COMMANDS, command
from parta.main.data_dir import DataDirError
from parta.main.failure import CommandError
from parta.main.postgres import PostgresError
from parta.main.room_settings import room_settings
from parta.main.stopping import Stopped, stop_on_signals

WRONG_SETTINGS = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the process's exit code."""
    argv = sys.argv[1:] if argv is None else argv
    arguments = _parser(argv).parse_args(argv)
    try:
        configuration = Configuration.load(os.environ, rooms=room_settings())
    except ConfigurationError as error:
        for problem in error.problems:
            print(f"parta: {problem}", file=sys.stderr)
        return WRONG_SETTINGS
    try:
        with stop_on_signals():
            code: int = arguments.run(arguments, configuration)
            return code
    except Stopped:
        return 0
    except BrokenPipeError:
        # Whoever read our output has had enough, as in `parta config | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (CommandError, DataDirError, MigrationError, PostgresError) as error:
        print(f"parta: {error}", file=sys.stderr)
        return 1


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="parta", description="Parta, a school's own messenger.")
    parser.add_argument("--version", action="version", version=f"parta {parta.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, sentence in COMMANDS.items():
        one = commands.add_parser(name, help=sentence, description=sentence)
        if name in argv[:1]:
            module = command(name)
            module.add_arguments(one)
            one.set_defaults(run=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
