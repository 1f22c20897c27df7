"""The promise to look at a file."""

from parta.core.jobs import Job


class MakePreview(Job, frozen=True):
    """Find out the file's size and duration, and draw its preview."""

    file_id: int
