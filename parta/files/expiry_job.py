"""The promise to look at a file again."""

from parta.core.jobs import Job


class ExpireFile(Job, frozen=True):
    """Remove the file if it is unfinished or unused, and its time is over."""

    file_id: int


class Discard(Job, frozen=True):
    """Delete what rows no longer name."""

    spooled: tuple[str, ...] = ()
    blobs: tuple[str, ...] = ()
