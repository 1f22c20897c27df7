"""What must be there before anything is asked."""

from parta.organisations import children_outside, stored_tables
from parta.organisations.invites import stored_tables as stored_tables_of_invites

__all__ = ["children_outside", "stored_tables", "stored_tables_of_invites"]
