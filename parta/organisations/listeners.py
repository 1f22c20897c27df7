"""What must be there before anything is asked."""

from parta.organisations import stored_tables
from parta.organisations.invites import stored_tables as stored_tables_of_invites
from parta.organisations.structure import listeners as listeners_of_structure
from parta.organisations.structure import stored_tables as stored_tables_of_structure

__all__ = [
    "listeners_of_structure",
    "stored_tables",
    "stored_tables_of_invites",
    "stored_tables_of_structure",
]
