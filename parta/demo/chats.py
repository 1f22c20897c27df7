"""Bring the talk into a database: chats of the roster are found, the others are started by the rules everybody obeys."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from parta.core import clock
from parta.core.db import Tx
from parta.demo import queries
from parta.demo.files import Place
from parta.demo.queries import ChatRow
from parta.demo.residents import read_ids
from parta.demo.talk.messages import DemoConversation
from parta.messaging.groups.creating import answer_request, open_direct, open_favourites, start_group
from parta.messaging.restoring import OldMessage, OldReaction, restore_messages
from parta.safety.policies.safe_mode import is_safe, keep_safe_mode
from parta.safety.reach import reach

BEFORE_THE_FIRST_WORD = timedelta(minutes=3)

Ids = dict[str, int]


class Chats:
    """Finds or starts the conversation of each story."""

    def __init__(self, tx: Tx, ids: Ids, made: dict[tuple[str, int], int]) -> None:
        self.tx = tx
        self.ids = ids
        self.made = made

    @classmethod
    async def read(cls, tx: Tx) -> "Chats":
        """Learn what the roster's keys and chats are in this database."""
        ids = await read_ids(tx, "user", "class", "org")
        rows = await tx.rows(queries.CHATS, into=ChatRow)
        return cls(tx, ids, {(row.automatic, row.class_id or row.organisation_id): row.id for row in rows})

    async def open(self, story: DemoConversation) -> int:
        """Give the id of the story's conversation; raises NotFound where the contact rules forbid it."""
        if story.automatic:
            return self.made[story.automatic, self.ids[story.anchor]]
        first, *others = (self.ids[key] for key in story.members)
        if story.kind == "favourites":
            return await open_favourites(self.tx, by=first)
        if story.kind == "group":
            with self._long_ago(story):
                return await start_group(self.tx, story.title, others, parents_only=False, by=first)
        await self._leave_safe_mode(first, others[0])
        conversation_id, _ = await open_direct(self.tx, others[0], by=first)
        if not story.request and await self.tx.value(queries.IS_REQUEST, conversation_id):
            await answer_request(self.tx, conversation_id, accept=True, by=others[0])
        return conversation_id

    async def _leave_safe_mode(self, first: int, second: int) -> None:
        # Pupils keep it unasked, and then people of other classes are not there for them.
        if await reach(self.tx, first, second) is None:
            for one in (first, second):
                if await is_safe(self.tx, one):
                    await keep_safe_mode(self.tx, kept=False, by=one)

    @contextmanager
    def _long_ago(self, story: DemoConversation) -> Iterator[None]:
        # «Created the group» is said by a verb that asks the clock, and must stand before the first word.
        # The doors are still closed: nobody else looks at the clock meanwhile.
        first = story.messages[0].created_at if story.messages else clock.now()
        clock.shift(first - BEFORE_THE_FIRST_WORD - clock.now())
        try:
            yield
        finally:
            clock.shift(timedelta(0))


async def restore_talk(
    tx: Tx, chats: Chats, talk: list[DemoConversation], files: dict[Place, list[int]]
) -> int:
    """Write every conversation with its files, reactions and pointers; how many messages there were."""
    total = 0
    for number, story in enumerate(talk):
        conversation_id = await chats.open(story)
        messages = [
            _old_message(story, place, chats.ids, files.get((number, place), []))
            for place in range(len(story.messages))
        ]
        read = {chats.ids[key]: count for key, count in story.read.items()}
        await restore_messages(tx, conversation_id, messages, read=read)
        total += len(messages)
    return total


def _old_message(story: DemoConversation, place: int, ids: Ids, file_ids: list[int]) -> OldMessage:
    message = story.messages[place]
    return OldMessage(
        author_id=ids[message.author],
        client_id=message.client_id,
        body=message.body,
        created_at=message.created_at,
        reply_to=message.reply_to,
        edited_at=message.edited_at,
        deleted_at=message.deleted_at,
        mentions=[ids[key] for key in message.mentions],
        reactions=[OldReaction(ids[one.person], one.emoji, one.at) for one in message.reactions],
        file_ids=file_ids,
    )
