"""The fixtures of every test, in rooms and in the repository's own."""

pytest_plugins = ["parta.testing.fixtures"]
