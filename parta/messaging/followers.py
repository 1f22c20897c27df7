"""What messaging does some time after something was announced."""

from parta.messaging import voice_choices

__all__ = ["voice_choices"]
