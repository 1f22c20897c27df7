"""What somebody wants to say, checked before any database is asked."""

from typing import Any
from uuid import UUID

import msgspec

from parta.core.errors import Invalid, NotFound
from parta.messaging.content import CHECKS, Audience, Forwarded, NewContent

LARGEST_ID = 2**63 - 1  # what the database can hold; anything beyond names nothing
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
    content: NewContent | None = None
    # Only the house sets it: an author cannot put words into somebody's mouth.
    forwarded: Forwarded | None = None
    # Set by the house, too, when the words call many and the author may.
    audience: Audience | None = None
    # An administrator has looked at it: the chat's order is satisfied.
    approved: bool = False
    # Said by the house in the author's absence: what came before it they have not read.
    absent: bool = False

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
    """Return the draft with a clean text; raises Invalid when it says nothing, too much or impossible things."""
    _refuse_impossible(draft)
    body = clean_body(draft.body)
    if not body and not draft.file_ids and draft.service is None and not _speaks(draft):
        raise Invalid("message_empty", field="body")
    if len(draft.file_ids) > MOST_FILES:
        raise Invalid("too_many_files", field="file_ids")
    if len(draft.mentions) > MOST_MENTIONS:
        raise Invalid("too_many_mentions", field="mentions")
    for check in CHECKS if draft.content is not None else ():
        check(draft)
    return draft if body == draft.body else msgspec.structs.replace(draft, body=body)


def _speaks(draft: Draft) -> bool:
    return draft.forwarded is not None or (draft.content is not None and draft.content.speaks)


def _refuse_impossible(draft: Draft) -> None:
    """A draft that the database cannot even read would fail everybody's batch with it."""
    if not _storable(draft.conversation_id):
        raise NotFound
    if not _storable(draft.reply_to_id or 0):
        raise Invalid("reply_not_found", field="reply_to_id")
    if not _storable(*draft.file_ids):
        raise Invalid("file_not_attachable", field="file_ids")
    if not _storable(*draft.mentions):
        raise Invalid("invalid", field="mentions")


def _storable(*ids: int) -> bool:
    return all(abs(one) <= LARGEST_ID for one in ids)
