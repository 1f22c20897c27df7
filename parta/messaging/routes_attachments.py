"""HTTP of what was attached in a chat."""

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from parta.core.db import Tx
from parta.core.http.paging import Limit
from parta.identity.access import Person
from parta.messaging import attachments
from parta.messaging.attachments import AttachmentKind, AttachmentList


@get("/conversations/{conversation_id:int}/attachments")
async def list_attachments(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    kind: FromQuery[AttachmentKind],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> AttachmentList:
    """List what of a kind was attached in a chat, newest first; `media` is pictures and videos."""
    return await attachments.list_attachments(tx, conversation_id, kind, after=after, limit=limit, by=me.id)


handlers = [list_attachments]
