"""What organisations announce."""

from datetime import datetime

from parta.core.events import Event, person_stream


class RosterApplied(Event, frozen=True, kw_only=True):
    """Who belongs where has changed in these organisations and classes: chats made from them follow.

    A roster announces it once for everything it did; giving or withdrawing one role announces it too.
    """

    organisation_ids: list[int]
    class_ids: list[int]


class SchoolYearBegan(Event, frozen=True, kw_only=True):
    """These classes have gone up a grade and bear their new titles: their chats are told."""

    organisation_id: int
    class_ids: list[int]


class RolesChanged(Event, frozen=True, kw_only=True):
    """What this person is, studies, teaches, or whose guardian or child the person is, has changed."""

    person_id: int

    def streams(self) -> tuple[str, ...]:
        """All devices of the person hear it and ask again who they are."""
        return (person_stream(self.person_id),)


class JoiningAsked(Event, frozen=True, kw_only=True):
    """Somebody has come by an invite and waits for this person's decision, or waits no more."""

    person_id: int
    organisation_id: int

    def streams(self) -> tuple[str, ...]:
        """All devices of the one who decides."""
        return (person_stream(self.person_id),)


class JoiningDecided(Event, frozen=True, kw_only=True):
    """The school has answered this person, who came by an invite."""

    person_id: int
    organisation_id: int
    organisation_name: str
    approved: bool
    reason: str
    # The devices go on as the person the school expected, and begin anew.
    received: bool = False

    def streams(self) -> tuple[str, ...]:
        """All devices of the newcomer."""
        return (person_stream(self.person_id),)


class OrganisationReopened(Event, frozen=True, kw_only=True):
    """An organisation that was closed at that moment is open again: what ended with it begins anew."""

    organisation_id: int
    closed_at: datetime


class OrganisationsMerged(Event, frozen=True, kw_only=True):
    """One organisation was joined to another: whatever was of the first is of the second from now on."""

    organisation_id: int
    into_id: int


class FamilyChanged(Event, frozen=True, kw_only=True):
    """A guardian has come to a child or is one no more; the child and all guardians are told, each by one event."""

    person_id: int
    child_id: int
    child_name: str
    guardian_id: int
    guardian_name: str
    ended: bool

    def streams(self) -> tuple[str, ...]:
        """All devices of the one who is told."""
        return (person_stream(self.person_id),)


class MinorsRead(Event, frozen=True, kw_only=True):
    """By office somebody looked at data of these people; of pupils it is written down for their guardians.

    `sort` is one of the kinds of `minor_accesses`: profile, table, report, journal, contact_rules, family.
    """

    reader_id: int
    person_ids: list[int]
    sort: str
    organisation_id: int | None
