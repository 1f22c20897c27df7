"""What safety announces."""

from parta.core.events import Event, person_stream


class QuietHoursChanged(Event, frozen=True, kw_only=True):
    """A person asked for other quiet hours; all their devices read them anew."""

    person_id: int

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)


class ContactPolicyChanged(Event, frozen=True, kw_only=True):
    """An organisation decided anew who may write to whom; `people` are all whom it may concern."""

    organisation_id: int
    settings: list[str]
    people: list[int]


class SafeModeChanged(Event, frozen=True, kw_only=True):
    """Somebody keeps safe mode now, or no longer; they and their guardians are told, each by one event."""

    person_id: int
    about_id: int

    def streams(self) -> tuple[str, ...]:
        """All devices of the one who is told."""
        return (person_stream(self.person_id),)
