"""What safety announces."""

from parta.core.events import Event, person_stream


class QuietHoursChanged(Event, frozen=True, kw_only=True):
    """A person asked for other quiet hours; all their devices read them anew."""

    person_id: int

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)
