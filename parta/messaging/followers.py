"""What messaging does some time after something was announced."""

from parta.messaging import repeated_texts, voice_choices

__all__ = ["repeated_texts", "voice_choices"]
