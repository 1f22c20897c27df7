"""What goes on in the show class at the moment of the visit: asked, voted, pinned and put off by the verbs everybody uses."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from parta.core import clock
from parta.core.db import Tx
from parta.core.errors import Problem
from parta.demo.chats import Chats
from parta.demo.notables import show_class, show_pupil
from parta.demo.people import Classroom, Town
from parta.demo.times import at_moment
from parta.messaging.asking.confirmations import confirm
from parta.messaging.asking.voting import vote
from parta.messaging.content import NewContent, NewPoll
from parta.messaging.drafts import Draft, checked
from parta.messaging.own.drafts import save_draft
from parta.messaging.own.folders import add_folder
from parta.messaging.own.important import mark_important
from parta.messaging.own.shapes import DraftText, FolderRules
from parta.messaging.pins import pin_message
from parta.messaging.reactions import add_reaction
from parta.messaging.sending import post_messages
from parta.messaging.shapes import Message
from parta.messaging.timed.scheduling import schedule

JUST_NOW = timedelta(seconds=20)

MEETING = "Родительское собрание — в четверг в 18:30, кабинет 214. Подтвердите, пожалуйста, что прочитали."
REPORTS = "Отчёты за четверть жду до пятницы, 17:00. Подтвердите, что увидели."
CHANGES = "**Замены на завтра**\n3-й урок — информатика, `каб. 118`\n5-й урок — алгебра вместо географии"
OUTING = NewPoll(
    question="Куда поедем на зимних каникулах?",
    options=("Музей космонавтики", "Театр юного зрителя", "Каток и горячий чай", "Никуда, отдыхаем дома"),
    change_allowed=True,
)
CONTROL = NewPoll(
    question="Какой была контрольная?", options=("Лёгкой", "Обычной", "Трудной"), anonymous=True
)
QUIZ = NewPoll(
    question="Сколько вершин у октаэдра?",
    options=("4", "6", "8", "12"),
    quiz_right=1,
    explanation="У октаэдра 6 вершин, 8 граней и 12 рёбер.",
)


class Today:
    """The day of the visit in one class."""

    def __init__(self, tx: Tx, town: Town, chats: Chats) -> None:
        self._tx, self._chats, self._ids = tx, chats, chats.ids
        self._there = {key for key, person in town.people.items() if person.claimed}
        self._random = random.Random(town.seed)
        self._said = 0

    async def say(self, chat: int, author: str, body: str = "", content: NewContent | None = None) -> Message:
        """Say it by the same road as everybody; raises Problem where the author may not."""
        draft = checked(self._draft(chat, author, body, content))
        [outcome] = await post_messages(self._tx, [draft])
        if isinstance(outcome, Problem):
            raise outcome
        self._said += 1
        return outcome

    async def live(self, town: Town) -> int:
        """Let it happen; how many messages were said."""
        room, school = show_class(town), town.school_of(show_class(town))
        teachers = self._chats.made["teachers", self._ids[school.key]]
        reports = await self.say(teachers, school.director, REPORTS, NewContent(confirm=True))
        staff = [
            person.key for person in town.people.values() if person.school == school.key and person.subject
        ]
        await self._confirm(reports, self._some(staff, 0.7))
        await self._among_parents(town, room)
        await self._among_pupils(town, room)
        return self._said

    async def _among_parents(self, town: Town, room: Classroom) -> None:
        chat, teacher = self._chats.made["class_parents", self._ids[room.key]], self._ids[room.teacher]
        parents = town.guardians_of(room)
        meeting = await self.say(chat, room.teacher, MEETING, NewContent(confirm=True))
        await self._confirm(meeting, self._some(parents, 0.6))
        await pin_message(self._tx, meeting.id, by=teacher)
        outing = await self.say(chat, room.teacher, content=NewContent(poll=OUTING))
        await self._vote(outing, self._some(parents, 0.7), weights=(4, 3, 6, 1))
        await self.say(
            chat,
            next(key for key in parents if key in self._there),
            content=NewContent(sticker="mood/thanks"),
        )
        tomorrow = clock.now().astimezone(ZoneInfo("Europe/Moscow")) + timedelta(days=1)
        later = self._draft(
            chat, room.teacher, "Доброе утро! Напоминаю: сегодня сдаём деньги на экскурсию.", None
        )
        await schedule(self._tx, checked(later), tomorrow.replace(hour=8, minute=0), language="ru")
        stamp = int(clock.now().timestamp() * 1000)
        unfinished = DraftText(body="Список книг на третью четверть: ", stamp=stamp)
        await save_draft(self._tx, chat, unfinished, by=teacher)
        both = [chat, self._chats.made["class", self._ids[room.key]]]
        await add_folder(self._tx, FolderRules(name=room.title, icon="🎒", chat_ids=both), by=teacher)

    async def _among_pupils(self, town: Town, room: Classroom) -> None:
        chat, pupil = self._chats.made["class", self._ids[room.key]], show_pupil(town)
        changes = await self.say(chat, room.teacher, CHANGES)
        await pin_message(self._tx, changes.id, by=self._ids[room.teacher])
        await mark_important(self._tx, changes.id, by=self._ids[pupil.key])
        control = await self.say(chat, room.teacher, content=NewContent(poll=CONTROL))
        await self._vote(control, self._some(room.pupils, 0.8), weights=(2, 5, 4))
        quiz = await self.say(chat, room.teacher, content=NewContent(poll=QUIZ))
        await self._vote(quiz, self._some(room.pupils, 0.5), weights=(1, 5, 2, 1))
        first, second = [key for key in room.pupils if key != pupil.key and key in self._there][:2]
        idea = await self.say(chat, first, content=NewContent(sticker="owl/idea"))
        await add_reaction(self._tx, idea.id, "😂", by=self._ids[second])
        await self.say(chat, second, content=NewContent(sticker="school/test"))

    async def _confirm(self, message: Message, people: Sequence[str]) -> None:
        for key in people:
            if self._ids[key] != message.author_id:
                await confirm(self._tx, message.id, by=self._ids[key])

    async def _vote(self, message: Message, people: Sequence[str], *, weights: Sequence[int]) -> None:
        for key in people:
            [choice] = self._random.choices(range(len(weights)), weights)
            await vote(self._tx, message.id, [choice], by=self._ids[key])

    def _some(self, people: Sequence[str], share: float) -> list[str]:
        there = [key for key in people if key in self._there]
        return self._random.sample(there, round(len(there) * share))

    def _draft(self, chat: int, author: str, body: str, content: NewContent | None) -> Draft:
        return Draft(
            conversation_id=chat,
            author_id=self._ids[author],
            client_id=UUID(int=self._random.getrandbits(128), version=4),
            body=body,
            content=content,
        )


async def enliven(tx: Tx, town: Town, chats: Chats, moment: datetime) -> int:
    """Let the show class talk just before the visit; how many messages that made."""
    with at_moment(moment - JUST_NOW):
        return await Today(tx, town, chats).live(town)
