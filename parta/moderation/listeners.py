"""What moderation does when lower rooms announce, and the doors it opens for them."""

from collections.abc import Sequence

from parta.core.db import Tx
from parta.core.events import gathers, listens
from parta.files.access import register_door
from parta.files.attaching import register_use
from parta.messaging.events import ConversationJoined
from parta.messaging.order.watching import watches_words
from parta.moderation import queries_cases as queries
from parta.moderation.access import moderator
from parta.moderation.measures import ban_newcomers
from parta.moderation.words.judging import WATCH
from parta.organisations.events import OrganisationsMerged

watches_words(WATCH)


@gathers(ConversationJoined)
async def ban_in_new_chats(tx: Tx, events: list[ConversationJoined]) -> None:
    """Who may write nowhere does not write in a new chat either."""
    await ban_newcomers(tx, [(event.conversation_id, event.person_id) for event in events])


@listens(OrganisationsMerged)
async def move_cases(tx: Tx, event: OrganisationsMerged) -> None:
    """Whoever administers the organisation that goes on decides about the cases of the one joined to it."""
    for statement in queries.MOVE_TO_ORGANISATION:
        await tx.run(statement, event.organisation_id, event.into_id)


@register_use
async def kept_as_evidence(tx: Tx, ids: Sequence[int]) -> set[int]:
    """Files that were complained of are kept with the case."""
    return set(await tx.values(queries.KEPT_FILES, list(ids)))


@register_door
async def open_to_moderators(tx: Tx, file_id: int, person_id: int) -> bool:
    """Those who decide see the files they decide about."""
    who = await moderator(tx, person_id)
    return who is not None and bool(await tx.value(queries.SHOWS_FILE, *who.scope(), file_id))
