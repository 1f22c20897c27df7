"""What declares itself when the room is plugged in."""

from parta.identity import stored_tables

__all__ = ["stored_tables"]
