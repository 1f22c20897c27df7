"""What a device shows for a push: the push brought ids, the words are fetched from here with the session."""

from collections.abc import Mapping

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.identity.access import Person
from parta.messaging.access import MyConversation, find_conversation
from parta.messaging.history import read_history
from parta.messaging.shapes import Message
from parta.notifications import queries_showing as queries
from parta.notifications import words
from parta.notifications.choices import choices_of
from parta.notifications.duties import show_duty
from parta.notifications.kinds import Kind
from parta.notifications.message_words import name_of, text_of
from parta.notifications.push_sending import What
from parta.notifications.quiet_summary import last_summary
from parta.notifications.words import Language
from parta.safety.people import PersonBrief, briefs


class ShownNotification(msgspec.Struct, frozen=True, kw_only=True):
    """A notification in the person's language; `over` says that it is read already and is not to be shown.

    `close` names the chats among those asked about whose notifications are to go, `badge` what the icon counts.
    """

    title: str
    body: str
    tag: str
    path: str
    silent: bool
    over: bool
    badge: int
    close: list[int]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a push means, before the person's wishes about it."""

    title: str
    body: str
    tag: str
    path: str = "/chats"
    kind: Kind = "group"
    silent: bool = False
    over: bool


class LastReaction(msgspec.Struct, frozen=True):
    """The newest reaction of somebody else."""

    emoji: str
    person_id: int


async def show_notification(
    tx: Tx, what: What, conversation_id: int, number: int, *, shown: Mapping[int, int], to: Person
) -> ShownNotification:
    """Put a push into words; NotFound when its chat is not, or no longer, the person's."""
    row = (await choices_of(tx, [to.id]))[to.id]
    told = await _tell(tx, what, conversation_id, number, to=to)
    if not row.show_text and what != "summary":
        told = msgspec.structs.replace(
            told, title=words.say(words.NEUTRAL, words.language_of(to.locale)), body=""
        )
    return ShownNotification(
        title=told.title,
        body=told.body,
        tag=told.tag,
        path=told.path,
        silent=told.silent or not row.signals()[told.kind].sound,
        over=told.over,
        badge=await tx.value(queries.BADGE, to.id, now()),
        close=await tx.values(queries.READ_AMONG, to.id, list(shown), list(shown.values())),
    )


async def _tell(tx: Tx, what: What, conversation_id: int, number: int, *, to: Person) -> Told:
    if what == "summary":
        title, body = await _summary(tx, to, words.language_of(to.locale))
        return Told(title=title, body=body, tag="summary", over=not body)
    if (duty := show_duty(what, conversation_id, words.language_of(to.locale))) is not None:
        return Told(title=duty.title, body="", tag=duty.tag, path=duty.path, kind="duty", over=False)
    if what == "read":
        return Told(title="", body="", tag="read", over=True)
    chat = await find_conversation(tx, conversation_id, to=to.id)
    message, author = await _message(tx, chat, number, to=to)
    title, body = await _words(tx, what, chat, message, author, to=to)
    return Told(
        title=title,
        body=body,
        tag=f"chat-{chat.id}",
        path=f"/chats/{chat.id}?at={number}",
        kind=_kind(what, chat, message, to.id),
        silent=what == "message" and message.content is not None and message.content.silent,
        over=message.deleted or message.hidden or (what == "message" and number <= chat.read_number),
    )


async def _summary(tx: Tx, to: Person, language: Language) -> tuple[str, str]:
    missed = await last_summary(tx, of=to.id)
    body = "" if missed is None else words.missed(missed.messages, missed.chats, language)
    return words.say(words.QUIET_OVER, language), body


async def _message(
    tx: Tx, chat: MyConversation, number: int, *, to: Person
) -> tuple[Message, PersonBrief | None]:
    page = await read_history(tx, chat.id, before=number + 1, after=None, around=None, limit=1, by=to.id)
    if not page.items or page.items[0].number != number:
        raise NotFound
    message = page.items[0]
    return message, next((one for one in page.people if one.id == message.author_id), None)


async def _words(
    tx: Tx, what: What, chat: MyConversation, message: Message, author: PersonBrief | None, *, to: Person
) -> tuple[str, str]:
    language = words.language_of(to.locale)
    name = name_of(author, language)
    title = name if chat.kind == "direct" else chat.title or words.say(words.FAVOURITES, language)
    text = text_of(message, language)
    if what == "reaction":
        return title, await _reaction(tx, message, language, to=to)
    if what == "reminder":
        return words.say(words.REMINDER, language) + title, text
    if message.content is not None and message.content.confirmation is not None:
        text = words.say(words.URGENT, language) + text
    if chat.request_state is not None:
        return words.say(words.REQUEST, language) + title, text
    return title, text if chat.kind == "direct" else f"{name}: {text}"


def _kind(what: What, chat: MyConversation, message: Message, person_id: int) -> Kind:
    """Why the person is told, for how it sounds."""
    content = message.content
    if what in ("reaction", "reminder"):
        return "reaction" if what == "reaction" else "reminder"
    if content is not None and content.confirmation is not None:
        return "confirmation"
    if person_id in message.mentions or (content is not None and content.audience is not None):
        return "mention"
    if message.reply_to is not None and message.reply_to.author_id == person_id:
        return "reply"
    return "direct" if chat.kind == "direct" else "group"


async def _reaction(tx: Tx, message: Message, language: Language, *, to: Person) -> str:
    last = await tx.row(queries.LAST_REACTION, message.id, to.id, into=LastReaction)
    if last is None:
        return ""
    people = await briefs(tx, [last.person_id], to=None)
    name = name_of(people[0] if people else None, language)
    return words.say(words.REACTED, language).format(name=name, emoji=last.emoji)
