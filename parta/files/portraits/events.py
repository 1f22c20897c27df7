"""What photographs announce."""

from parta.core.events import Event, person_stream


class PortraitsWaiting(Event, frozen=True, kw_only=True):
    """A photograph of the person waits, or was decided about."""

    person_id: int

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)
