"""What messaging does later; whoever imports this can perform it."""

from parta.messaging.disappearing import sweep_expired

__all__ = ["sweep_expired"]
