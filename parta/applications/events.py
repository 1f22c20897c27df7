"""What applications announce."""

from typing import Literal

from parta.core.events import Event, person_stream

State = Literal["draft", "submitted", "returned", "approved", "declined", "withdrawn"]


class ApplicationDecided(Event, frozen=True, kw_only=True):
    """The person's application was returned, approved or declined."""

    person_id: int
    application_id: int
    state: State
    reason: str

    def streams(self) -> tuple[str, ...]:
        """All devices of the applicant."""
        return (person_stream(self.person_id),)


class ApplicationsChanged(Event, frozen=True, kw_only=True):
    """Those who decide count anew what waits for them."""

    deciders: list[int]

    def streams(self) -> tuple[str, ...]:
        """All devices of all of them."""
        return tuple(person_stream(person_id) for person_id in self.deciders)
