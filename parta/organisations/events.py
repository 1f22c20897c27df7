"""What organisations announce."""

from parta.core.events import Event, person_stream


class RosterApplied(Event, frozen=True, kw_only=True):
    """Who belongs where has changed in these organisations and classes: chats made from them follow.

    A roster announces it once for everything it did; giving or withdrawing one role announces it too.
    """

    organisation_ids: list[int]
    class_ids: list[int]


class RolesChanged(Event, frozen=True, kw_only=True):
    """What this person is, studies, teaches, or whose guardian or child the person is, has changed."""

    person_id: int

    def streams(self) -> tuple[str, ...]:
        """All devices of the person hear it and ask again who they are."""
        return (person_stream(self.person_id),)
