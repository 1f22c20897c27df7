"""What a letter says: how much is unread and where; the words themselves only for those who asked for them."""

from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.config import CoreSettings
from parta.core.db import Tx
from parta.messaging.history import last_messages
from parta.notifications import queries_digests as queries
from parta.notifications import words
from parta.notifications.choices import choices_of
from parta.notifications.kinds import Choices
from parta.notifications.message_words import name_of, text_of
from parta.notifications.words import Language
from parta.safety.people import briefs

MOST_CHATS = 30


class UnreadChat(msgspec.Struct, frozen=True):
    """A chat with something unread in it."""

    id: int
    kind: str
    title: str
    partner_id: int | None
    last_number: int
    unread: int
    requested: bool
    mentioned: bool
    fresh: bool


class Line(msgspec.Struct, frozen=True):
    """A chat in the letter."""

    title: str
    unread: int
    mentioned: bool
    excerpt: str = ""


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter in its reader's language."""

    subject: str
    lines: list[Line]
    language: Language
    url: str
    end_url: str = ""

    def text(self) -> str:
        """The letter as it is read."""
        english = self.language == "en"
        parts = [self.subject, ""]
        for line in self.lines:
            called = (" — you were mentioned" if english else " — вас упомянули") if line.mentioned else ""
            parts.append(f"• {line.title}: {line.unread}{called}")
            if line.excerpt:
                parts.append(f"    {line.excerpt}")
        parts += ["", f"{'Open Parta' if english else 'Открыть Парту'}: {self.url}", ""]
        parts.append(
            "You asked Parta for these letters." if english else "Вы просили Парту присылать эти письма."
        )
        parts.append(f"{'No more of them' if english else 'Больше не присылать'}: {self.end_url}")
        return "\n".join(parts) + "\n"


async def compose(
    tx: Tx, person_id: int, *, locale: str, since: datetime | None, texts: bool
) -> Letter | None:
    """The letter about what is unread now; None when nothing has come since the last one."""
    language = words.language_of(locale)
    signals = (await choices_of(tx, [person_id]))[person_id].signals()
    rows = await tx.rows(queries.UNREAD_CHATS, person_id, since, now(), MOST_CHATS, into=UnreadChat)
    chats = [row for row in rows if _wanted(row, signals)]
    if not any(chat.fresh for chat in chats):
        return None
    unread = words.missed(sum(chat.unread for chat in chats), len(chats), language)
    core = tx.configuration.get(CoreSettings)
    return Letter(
        subject=f"{core.name}: {'unread' if language == 'en' else 'не прочитано'} {unread}",
        lines=await _lines(tx, person_id, chats, language, texts=texts),
        language=language,
        url=f"{(core.public_url or f'http://{core.host}:{core.port}').rstrip('/')}/chats",
    )


def _wanted(chat: UnreadChat, signals: Choices) -> bool:
    if chat.mentioned and signals["mention"].mail:
        return True
    if chat.requested:
        return signals["request"].mail
    return signals["direct" if chat.kind == "direct" else "group"].mail


async def _lines(
    tx: Tx, person_id: int, chats: list[UnreadChat], language: Language, *, texts: bool
) -> list[Line]:
    said = await last_messages(tx, {c.id: c.last_number for c in chats}, to=person_id) if texts else {}
    ids = {c.partner_id for c in chats if c.partner_id} | {m.author_id for m in said.values()}
    people = {one.id: one for one in await briefs(tx, sorted(ids), to=None)}
    lines = []
    for chat in chats:
        message = said.get(chat.id)
        excerpt = "" if message is None or message.deleted or message.hidden else text_of(message, language)
        if excerpt and message is not None and chat.kind != "direct":
            excerpt = f"{name_of(people.get(message.author_id), language)}: {excerpt}"
        title = name_of(people.get(chat.partner_id or 0), language) if chat.kind == "direct" else chat.title
        lines.append(Line(title, chat.unread, chat.mentioned, excerpt))
    return lines
