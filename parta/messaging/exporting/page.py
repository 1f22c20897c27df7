"""One page of an export: messages as the asker sees them, with the names and places of everything in them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from parta.messaging.shapes import Message
from parta.safety.people import PersonBrief


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What a form needs to write a page. `paths` are the places of files that lie in the archive, by file id."""

    title: str
    number: int
    last: bool
    messages: list[Message]
    people: dict[int, PersonBrief]
    paths: dict[int, str]
    language: str
    zone: ZoneInfo

    def name_of(self, person_id: int) -> str:
        """Family name, given name and patronymic."""
        person = self.people.get(person_id)
        if person is None:
            return "—"
        return " ".join(filter(None, (person.family_name, person.given_name, person.patronymic)))

    def local(self, moment: datetime) -> datetime:
        """The moment by the asker's clock."""
        return moment.astimezone(self.zone)


def disappears(message: Message) -> bool:
    """What was promised to be gone at its time must not live on in an archive."""
    return message.content is not None and message.content.expires_at is not None
