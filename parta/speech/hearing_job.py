"""The promise to hear a file."""

from parta.core.jobs import Job


class HearSpeech(Job, frozen=True):
    """Hear the next five minutes of a file, from this moment on."""

    file_id: int
    from_ms: int = 0
