"""What messaging does later; whoever imports this can perform it."""

from parta.messaging.approving import forget_declined
from parta.messaging.disappearing import sweep_expired
from parta.messaging.write_bans import end_silence_in_time, end_write_ban

__all__ = ["end_silence_in_time", "end_write_ban", "forget_declined", "sweep_expired"]
