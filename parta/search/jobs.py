"""What search does later."""

from parta.search import filling, staff

__all__ = ["filling", "staff"]
