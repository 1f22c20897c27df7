"""The promise to hear a file."""

from parta.core.jobs import Job


class HearSpeech(Job, frozen=True):
    """Hear the next five minutes of a file, from this moment on."""

    file_id: int
    from_ms: int = 0


class ForgetHearings(Job, frozen=True):
    """Forget what was heard in these files, unless something still carries them."""

    file_ids: tuple[int, ...]
