"""What moderation does some time after something was announced."""

from parta.moderation.words.following import hear

__all__ = ["hear"]
