"""What messaging does when lower rooms announce, and the doors it opens for them."""

from collections.abc import Sequence

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.events import gathers, listens
from parta.files.access import register_door
from parta.files.attaching import register_use
from parta.files.events import PreviewMade
from parta.identity.events import NewcomerReceived, PersonErased, PersonPortrayed
from parta.messaging import queries_receiving
from parta.messaging.erasing_people import forget_own
from parta.messaging.events import ConversationLeft, FileReady, MemberPortrayed, MessageDeleted
from parta.messaging.groups import queries_automatic, queries_rules
from parta.messaging.groups import queries_members as queries
from parta.messaging.groups.accompanied import keep_accompanied_current
from parta.messaging.groups.automatic import keep_chats_current, move_chats, open_chats_again
from parta.messaging.groups.following_rules import keep_groups_current, keep_pairs_current
from parta.messaging.groups.new_year import tell_new_year
from parta.messaging.order import queries_holding, queries_moderating
from parta.messaging.own.arranging import forget_order
from parta.messaging.own.drafts import forget_drafts
from parta.messaging.own.important import forget_marks
from parta.messaging.pins import unpin_deleted
from parta.messaging.voice.transcripts import forget_transcripts, tell_heard
from parta.organisations.ending.previews import register_belongings
from parta.organisations.events import (
    OrganisationReopened,
    OrganisationsMerged,
    RolesChanged,
    RosterApplied,
    SchoolYearBegan,
)
from parta.safety.events import ContactPolicyChanged, SafeModeChanged
from parta.safety.visibility import SharedConversation, register_shared_conversations, register_visibility
from parta.speech.events import SpeechHeard


class Carrier(msgspec.Struct, frozen=True):
    """A message that carries a file."""

    id: int
    conversation_id: int
    number: int


@listens(RosterApplied)
async def follow_the_roster(tx: Tx, event: RosterApplied) -> None:
    """Whoever came into the roster is in the chats, whoever left it hears nothing more, both with the commit."""
    await keep_chats_current(tx, event.organisation_ids)


@listens(SchoolYearBegan)
async def say_the_new_year(tx: Tx, event: SchoolYearBegan) -> None:
    """The chats of a class hear that it has gone up, after they got their new titles."""
    await tell_new_year(tx, event.class_ids)


@gathers(RolesChanged)
async def follow_roles(tx: Tx, events: list[RolesChanged]) -> None:
    """A direct chat lasts as long as the rules join its two people."""
    await _follow_rules(tx, {event.person_id for event in events})


@gathers(SafeModeChanged)
async def follow_safe_mode(tx: Tx, events: list[SafeModeChanged]) -> None:
    """Strangers who waited for an answer wait no more."""
    await _follow_rules(tx, {event.about_id for event in events})


@listens(ContactPolicyChanged)
async def follow_policy(tx: Tx, event: ContactPolicyChanged) -> None:
    """What a school has decided about its people is said in the chats it concerns."""
    await _follow_rules(tx, set(event.people), told=True)


async def _follow_rules(tx: Tx, people: set[int], *, told: bool = False) -> None:
    people |= set(await tx.values(queries_rules.GUARDIANS_OF, sorted(people)))
    await keep_pairs_current(tx, sorted(people), told=told)
    await keep_accompanied_current(tx, sorted(people))


@listens(OrganisationReopened)
async def open_with_the_organisation(tx: Tx, event: OrganisationReopened) -> None:
    """Chats that were closed with their organisation are written in again."""
    await open_chats_again(tx, event.organisation_id, event.closed_at)


@listens(OrganisationsMerged)
async def move_with_the_organisation(tx: Tx, event: OrganisationsMerged) -> None:
    """Chats go where their people go."""
    await move_chats(tx, event.organisation_id, event.into_id)


@register_belongings("chats")
async def open_chats_of(tx: Tx, organisation_id: int) -> int:
    """How many chats would close, or move."""
    count: int = await tx.value(queries_automatic.COUNT_OPEN, organisation_id)
    return count


@listens(NewcomerReceived)
async def follow_the_newcomer(tx: Tx, event: NewcomerReceived) -> None:
    """What somebody kept for themselves before the school knew them stays theirs."""
    for statement in queries_receiving.FOLLOW:
        await tx.run(statement, event.person_id, event.newcomer_id)


@listens(PersonErased)
async def forget_erased(tx: Tx, event: PersonErased) -> None:
    """Who is erased is in no chat, and what was theirs alone is gone."""
    await forget_own(tx, event.person_id)


@gathers(ConversationLeft)
async def forget_own_order(tx: Tx, events: list[ConversationLeft]) -> None:
    """Whoever left a chat has neither a place for it nor something begun in it."""
    left = [(event.conversation_id, event.person_id) for event in events]
    await forget_order(tx, left)
    await forget_drafts(tx, left)


@gathers(ConversationLeft)
async def hold_what_is_left(tx: Tx, events: list[ConversationLeft]) -> None:
    """Two who are left alone in a group are a chat of two."""
    await keep_groups_current(tx, sorted({event.conversation_id for event in events}))


@gathers(MessageDeleted)
async def clear_marks_and_pins(tx: Tx, events: list[MessageDeleted]) -> None:
    """What is gone for all is neither pinned nor in anybody's store."""
    ids = [event.message_id for event in events]
    await unpin_deleted(tx, ids)
    await forget_marks(tx, ids)
    await forget_transcripts(tx, ids)


@listens(PersonPortrayed)
async def show_portrait(tx: Tx, event: PersonPortrayed) -> None:
    """Those who share a chat with somebody see the new face; where members are hidden, nobody is told of one."""
    for chat in await tx.values(queries.OPEN_CHATS_OF, event.person_id):
        tx.emit(MemberPortrayed(conversation_id=chat, person_id=event.person_id, portrait=event.portrait))


@listens(SpeechHeard)
async def show_transcript(tx: Tx, event: SpeechHeard) -> None:
    """Those who hear a voice message see its text appear."""
    await tell_heard(tx, event)


@listens(PreviewMade)
async def show_preview(tx: Tx, event: PreviewMade) -> None:
    """Those who see the message see its preview appear, and find the file among its kind."""
    await tx.run(queries.NOTE_KIND, event.file_id)
    for message in await tx.rows(queries.MESSAGES_WITH_FILE, event.file_id, into=Carrier):
        tx.emit(
            FileReady(
                conversation_id=message.conversation_id,
                message_id=message.id,
                number=message.number,
                file=event.file,
            )
        )


@register_door
async def open_to_members(tx: Tx, file_id: int, person_id: int) -> bool:
    """A file is open to the members of a conversation in which a living message carries it."""
    return bool(await tx.value(queries.CARRIES_FILE, file_id, person_id, now()))


@register_use
async def carried(tx: Tx, ids: Sequence[int]) -> set[int]:
    """Files that messages carry are in use."""
    return set(await tx.values(queries.CARRIED_FILES, list(ids)))


@register_door
async def open_to_those_who_approve(tx: Tx, file_id: int, person_id: int) -> bool:
    """A file of a message that waits is open to those who decide about it."""
    return bool(await tx.value(queries_holding.HOLDS_FILE, file_id, person_id))


@register_use
async def held(tx: Tx, ids: Sequence[int]) -> set[int]:
    """Files of messages that wait, or were declined, are in use."""
    return set(await tx.values(queries_holding.HELD_FILES, list(ids)))


@register_use
async def withdrawn(tx: Tx, ids: Sequence[int]) -> set[int]:
    """Files of messages that moderators took down are in use: they may come back."""
    return set(await tx.values(queries_moderating.WITHDRAWN_FILES, list(ids)))


@register_visibility
async def in_one_chat(tx: Tx, me: int, ids: Sequence[int]) -> set[int]:
    """Who talks in one chat sees each other's names."""
    return set(await tx.values(queries.SHARES_CONVERSATION, me, list(ids)))


@register_shared_conversations
async def shared(tx: Tx, me: int, other: int) -> list[SharedConversation]:
    """Tell a profile which chats two people share."""
    return await tx.rows(queries.SHARED_CONVERSATIONS, me, other, into=SharedConversation)
