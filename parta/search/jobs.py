"""What search does later."""

from parta.search import filling

__all__ = ["filling"]
