"""What somebody wants to say, checked before any database is asked."""

from typing import Any
from uuid import UUID

import msgspec

from parta.core.errors import Invalid

LONGEST_BODY = 8000  # characters
MOST_FILES = 10
MOST_MENTIONS = 50


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A message to be; `client_id` makes saying it twice the same as once."""

    conversation_id: int
    author_id: int
    client_id: UUID
    body: str = ""
    reply_to_id: int | None = None
    file_ids: tuple[int, ...] = ()
    mentions: tuple[int, ...] = ()
    service: dict[str, Any] | None = None

    @property
    def kind(self) -> str:
        """Service messages are said by the house about what somebody did."""
        return "text" if self.service is None else "service"


def clean_body(body: str) -> str:
    """Trim the text and drop what no database or screen can hold; raises Invalid when it is too long."""
    body = body.replace("\r\n", "\n").replace("\x00", "").strip()
    if len(body) > LONGEST_BODY:
        raise Invalid("message_too_long", field="body")
    return body


def checked(draft: Draft) -> Draft:
    """Return the draft with a clean text; raises Invalid when it says nothing or too much."""
    body = clean_body(draft.body)
    if not body and not draft.file_ids and draft.service is None:
        raise Invalid("message_empty", field="body")
    if len(draft.file_ids) > MOST_FILES:
        raise Invalid("too_many_files", field="file_ids")
    if len(draft.mentions) > MOST_MENTIONS:
        raise Invalid("too_many_mentions", field="mentions")
    return draft if body == draft.body else msgspec.structs.replace(draft, body=body)
