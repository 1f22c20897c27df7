"""What identity announces."""

import msgspec

from parta.core.events import Event, person_stream


class SessionEnded(Event, frozen=True, kw_only=True):
    """A device was signed out; its live connections must close."""

    person_id: int
    session_id: int

    def streams(self) -> tuple[str, ...]:
        """All devices of the person hear it: a list of devices on the screen stays true."""
        return (person_stream(self.person_id),)

    def ends_session(self) -> int | None:
        """Name the session whose sockets core closes."""
        return self.session_id


class SessionStarted(Event, frozen=True, kw_only=True):
    """Somebody signed in with a code while other devices of theirs were signed in: those are told."""

    person_id: int
    session_id: int
    user_agent: str

    def streams(self) -> tuple[str, ...]:
        """All devices of the person: whose doing it was not should see it."""
        return (person_stream(self.person_id),)


class AccessChanged(Event, frozen=True, kw_only=True):
    """Something was done with a person's way in: a key, a factor, a phone. All their devices are told."""

    person_id: int
    what: str

    def streams(self) -> tuple[str, ...]:
        """The person's own."""
        return (person_stream(self.person_id),)


class PersonClaimed(Event, frozen=True, kw_only=True):
    """An expected profile was received by the person it describes."""

    person_id: int


class NewcomerReceived(Event, frozen=True, kw_only=True):
    """Somebody who had signed up has become the person the school expected: what rooms keep of the newcomer is theirs.

    The profile `newcomer_id` is empty from now on.
    """

    person_id: int
    newcomer_id: int


class PersonSignedUp(Event, frozen=True, kw_only=True):
    """Somebody nobody expected made a profile; it has no roles."""

    person_id: int


class NamedChild(msgspec.Struct, frozen=True):
    """A child as a service's register names it, and the number of the child's own account there."""

    subject: str
    family_name: str
    given_name: str
    patronymic: str


class ChildrenNamed(Event, frozen=True, kw_only=True):
    """A service has named the children of a person who proved an account there; heard by who answers for families."""

    guardian_id: int
    provider: str
    issuer: str
    children: list[NamedChild]


class PersonPortrayed(Event, frozen=True, kw_only=True):
    """Somebody's photograph is shown from now on, or another one, or none: then the version is 0."""

    person_id: int
    portrait: int

    def streams(self) -> tuple[str, ...]:
        """All devices of the person; whoever else sees them is told by the rooms that show people."""
        return (person_stream(self.person_id),)


class PeopleRenamed(Event, frozen=True, kw_only=True):
    """A roster changed the names of these people."""

    person_ids: list[int]


class PersonErased(Event, frozen=True, kw_only=True):
    """A person's name and contacts are gone for good: every room lets go of what was theirs alone."""

    person_id: int
