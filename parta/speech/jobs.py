"""The jobs of speech; whoever imports this can perform them."""

from parta.speech.forgetting import forget_unused
from parta.speech.pieces import hear_speech

__all__ = ["forget_unused", "hear_speech"]
