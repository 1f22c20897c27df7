"""What scanning does later."""

from parta.core.jobs import Job


class ScanFile(Job, frozen=True):
    """Have a file looked at that has just come."""

    file_id: int


class EndQuarantine(Job, frozen=True):
    """Destroy the bytes of a file whose time in quarantine is over."""

    file_id: int
