"""How a command says that it could not do what was asked."""


class CommandError(Exception):
    """The text is for the person at the terminal."""
