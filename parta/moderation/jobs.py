"""The jobs of the room declare themselves when this is imported."""

from parta.moderation.terms import call_operators, erase_evidence

__all__ = ["call_operators", "erase_evidence"]
