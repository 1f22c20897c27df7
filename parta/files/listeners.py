"""What takes part in the house as soon as files is plugged in."""

from parta.files import stored_tables

__all__ = ["stored_tables"]
