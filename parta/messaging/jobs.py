"""What messaging does later; whoever imports this can perform it."""

from parta.messaging.asking.confirmations import count
from parta.messaging.asking.poll_closing import close_when_over, tell
from parta.messaging.asking.reminding import remind_batch
from parta.messaging.exporting.asking import forget_when_over
from parta.messaging.exporting.making import make_export
from parta.messaging.groups.ending import erase_group
from parta.messaging.order.approving import forget_declined
from parta.messaging.order.repeated_texts import end_pause
from parta.messaging.order.write_bans import end_silence_in_time, end_write_ban
from parta.messaging.own.reminders import remind
from parta.messaging.timed.disappearing import sweep_expired
from parta.messaging.timed.scheduling import post_scheduled

__all__ = [
    "close_when_over",
    "count",
    "end_pause",
    "end_silence_in_time",
    "end_write_ban",
    "erase_group",
    "forget_declined",
    "forget_when_over",
    "make_export",
    "post_scheduled",
    "remind",
    "remind_batch",
    "sweep_expired",
    "tell",
]
