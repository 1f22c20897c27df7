"""The jobs of speech; whoever imports this can perform them."""

from parta.speech.pieces import hear_speech

__all__ = ["hear_speech"]
