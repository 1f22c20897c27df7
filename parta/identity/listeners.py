"""What declares itself when the room is plugged in."""

from parta.identity import stored_tables
from parta.identity.outside import stored_tables as stored_tables_of_outside

__all__ = ["stored_tables", "stored_tables_of_outside"]
