"""What notifications announce: to a person's own devices only."""

from parta.core.events import Event, person_stream


class OwnEvent(Event, frozen=True, kw_only=True):
    """Something that concerns one person, on all their devices."""

    person_id: int

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)


class NotificationsChanged(OwnEvent, frozen=True, kw_only=True):
    """The person chose to be told of other things, or otherwise."""


class QuietHoursEnded(OwnEvent, frozen=True, kw_only=True):
    """Silence is over; this is what came meanwhile and is still unread."""

    messages: int
    chats: int
