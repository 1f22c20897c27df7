"""The end of a group, by its owner: closed it can still be read, deleted it is gone for all; and who owns it next."""

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound, Problem
from parta.core.jobs import Job, performs
from parta.files.attaching import release_files
from parta.messaging import queries_conversations
from parta.messaging.access import MyConversation, find_administered_conversation
from parta.messaging.erasing import Erased, erase
from parta.messaging.events import ConversationChanged, ConversationLeft
from parta.messaging.groups import queries_ending as queries
from parta.messaging.groups import queries_members
from parta.messaging.groups.accompanied import is_accompanied
from parta.messaging.groups.membership import set_role
from parta.messaging.notices import Notice, say_what_happened

ERASED_AT_ONCE = 500


class EraseGroup(Job, frozen=True):
    """Take away what was said in a group that its owner deleted."""

    conversation_id: int


async def hand_over(tx: Tx, conversation_id: int, person_id: int, *, by: int) -> None:
    """Let an owner make another member the owner and stay as an administrator, both or neither."""
    conversation = await _find_owned(tx, conversation_id, by=by)
    # The school names the owner of its own chats anew at every roster, except where parents are among themselves.
    if conversation.automatic and conversation.automatic != "parents_only":
        raise Conflict("roster_appoints")
    if await tx.value(queries_members.ROLE_OF, conversation_id, person_id) is None:
        raise NotFound
    if person_id == by:
        return
    await set_role(tx, conversation_id, person_id, "owner")
    await set_role(tx, conversation_id, by, "administrator")
    await _audit(tx, "ownership_handed_over", conversation, by=by, person_id=person_id)
    await say_what_happened(tx, conversation_id, Notice("ownership", people=[person_id]), by=by)


async def close_group(tx: Tx, conversation_id: int, *, by: int) -> None:
    """Let nobody write in a group any more; what was said stays. Closing twice is closing once."""
    conversation = await _find_ending(tx, conversation_id, by=by)
    if conversation.closed:
        return
    await say_what_happened(tx, conversation_id, Notice("closed"), by=by)
    await tx.run(queries_conversations.CLOSE, [conversation_id], now())
    tx.emit(ConversationChanged(conversation_id=conversation_id, title=conversation.title, closed=True))
    await _audit(tx, "chat_closed", conversation, by=by)


async def delete_group(tx: Tx, conversation_id: int, *, by: int) -> None:
    """Take a group away from everybody in it; what was said there is erased soon after."""
    conversation = await _find_ending(tx, conversation_id, by=by)
    if await is_accompanied(tx, conversation_id):
        raise Conflict("second_adult_stays")
    await tx.run(queries_conversations.CLOSE, [conversation_id], now())
    for person_id in await tx.values(queries.EVERYBODY_LEAVES, conversation_id):
        tx.emit(ConversationLeft(conversation_id=conversation_id, person_id=person_id))
    await tx.run(queries.FORGET_JOINING, conversation_id)
    held = await tx.values(queries.FORGET_HELD, conversation_id)
    await release_files(tx, sorted({file for files in held for file in files}))
    await tx.run(queries_members.COUNT, [conversation_id])
    await tx.enqueue(EraseGroup(conversation_id), key=str(conversation_id))
    await _audit(tx, "chat_deleted", conversation, by=by)


@performs(EraseGroup)
async def erase_group(tx: Tx, job: EraseGroup) -> None:
    """Erase the next messages of a deleted group, and come back while there are more."""
    gone = await tx.rows(queries.ERASE_NEXT, job.conversation_id, now(), ERASED_AT_ONCE, into=Erased)
    await erase(tx, gone)
    if len(gone) == ERASED_AT_ONCE:
        await tx.enqueue(job)  # without the key: this job still holds it


async def _find_owned(tx: Tx, conversation_id: int, *, by: int) -> MyConversation:
    conversation = await find_administered_conversation(tx, conversation_id, to=by)
    if conversation.role != "owner":
        raise Problem("not_the_owner", status=403)
    return conversation


async def _find_ending(tx: Tx, conversation_id: int, *, by: int) -> MyConversation:
    conversation = await _find_owned(tx, conversation_id, by=by)
    if conversation.automatic:
        raise Conflict("automatic_chat")
    return conversation


async def _audit(
    tx: Tx, action: str, conversation: MyConversation, *, by: int, person_id: int | None = None
) -> None:
    details = {"title": conversation.title} | ({"person_id": person_id} if person_id else {})
    await tx.audit(
        action,
        actor_id=by,
        subject=f"conversation:{conversation.id}",
        organisation_id=conversation.organisation_id,
        details=details,
    )
