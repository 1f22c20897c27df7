"""The jobs of the room declare themselves when this is imported."""

from parta.moderation.terms import call_operators, erase_evidence
from parta.moderation.words.forgetting import forget_watched

__all__ = ["call_operators", "erase_evidence", "forget_watched"]
