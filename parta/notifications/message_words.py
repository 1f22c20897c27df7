"""A message and its author in a few words, for notifications and letters."""

from parta.messaging.shapes import Message
from parta.messaging.stickers import stickers
from parta.notifications import words
from parta.notifications.words import Language
from parta.safety.people import PersonBrief

# The academic cap where there is only text. Neither names nor titles of chats may hold it, see
# `identity/lookalikes.py` and `messaging/groups/official_titles.py`.
CAP = "🎓"


def name_of(person: PersonBrief | None, language: Language) -> str:
    """«Мария Ивановна 🎓», «Даниил Кузнецов»: as the client says it where space is short, a confirmed teacher's cap with it."""
    if person is None:
        return words.say(words.UNKNOWN, language)
    staff = person.role in ("teacher", "administrator")
    last = person.patronymic if staff and person.patronymic else person.family_name
    return f"{person.given_name} {last} {CAP if person.confirmed_teacher else ''}".rstrip()


def text_of(message: Message, language: Language) -> str:
    """The words of a message, or what stands in for them."""
    content = message.content
    if content is not None and content.sticker is not None:
        sticker = stickers().get(content.sticker)
        caption = "" if sticker is None else sticker.en if language == "en" else sticker.ru
        return f"{words.say(words.STICKER, language)} {caption}".strip()
    if content is not None and content.poll is not None:
        return words.say(words.POLL, language) + words.plain(content.poll.question)
    return words.plain(message.body) or _file(message, language)


def _file(message: Message, language: Language) -> str:
    if not message.files:
        return words.say(words.NEUTRAL, language)
    first = message.files[0]
    known = {"image": words.PHOTO, "video": words.VIDEO}
    if first.purpose == "voice":
        return words.say(words.VOICE, language)
    return words.say(known[first.kind], language) if first.kind in known else first.name
