"""What performs the room's jobs registers itself by being imported."""

from parta.personal_data import terms, withdrawing
from parta.personal_data.archive import making

__all__ = ["making", "terms", "withdrawing"]
