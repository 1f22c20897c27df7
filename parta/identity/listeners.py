"""What declares itself when the room is plugged in."""

from parta.identity import notices, stored_tables
from parta.identity.outside import jobs as jobs_of_outside
from parta.identity.outside import stored_tables as stored_tables_of_outside
from parta.identity.second_factor import stored_tables as stored_tables_of_ways

__all__ = [
    "jobs_of_outside",
    "notices",
    "stored_tables",
    "stored_tables_of_outside",
    "stored_tables_of_ways",
]
