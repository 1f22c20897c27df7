"""What must be there before anything is asked."""

from parta.organisations import stored_tables

__all__ = ["stored_tables"]
