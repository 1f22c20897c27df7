"""The second part of the recorded story: what is asked, put in order and due later, in a club of six."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

from parta.core import clock
from parta.core.clock import now
from parta.core.followers import follow_all, start_following
from parta.core.housekeeping import start_housekeeping
from parta.core.jobs_worker import perform_all
from parta.testing.talk import group, say
from parta.testing.world import Actor, World
from tests.live.recording import Recorder

Message = dict[str, Any]
WAYS = ["Пешком", "На автобусе", "На катере"]


class Club:
    """A chat of six; Anna, whose device is recorded, is a plain member of it."""

    def __init__(self, world: World, anna: Actor, boris: Actor, others: Sequence[Actor]) -> None:
        self._world, self._later = world, timedelta(0)
        self.anna, self.boris, self.others = anna, boris, others

    async def begin(self) -> None:
        """What there is before the recording."""
        vera = self.others[0]
        self.id = await group(self._world, self.boris, self.anna, *self.others, title="Клуб")
        await start_following(self._world.database)
        self.ways = await self._ask(self.boris, "Как доберёмся?", change_allowed=True)
        self.order = await say(self.boris, self.id, "Нужна сменная обувь", content={"confirm": True})
        self.secret = await say(self.boris, self.id, "Ключ под ковриком", content={"lifetime": 60})
        await say(vera, self.id, "Нашла", reply_to_id=self.secret["id"])
        await put(self.boris, f"/messages/{self.secret['id']}/pin")
        await put(self.anna, f"/messages/{self.secret['id']}/important")
        await put(self.anna, f"/conversations/{self.id}/reading", {"number": 2})
        await self._work()

    async def happen(self, recorder: Recorder) -> None:
        """All of it, in the order in which the snapshot is changed."""
        await self._vote(recorder)
        await self._confirm(recorder)
        await self._arrange(recorder)
        await self._let_fall_due(recorder)
        await self._slow_down(recorder)

    async def _vote(self, recorder: Recorder) -> None:
        """An open poll whose votes change, a quiz, one that nobody may look into, and one hidden for a while."""
        for who, option in ((self.anna, 0), (self.boris, 2), (self.anna, 1)):
            await self._choose(who, self.ways, option)
            await recorder.note()
        await recorder.ask_poll(self.anna, self.ways)
        quiz = await self._ask(self.boris, "Сколько мостов?", quiz_right=1, explanation="Третий разводной")
        await self._choose(self.anna, quiz, 0)
        await recorder.note()
        await recorder.ask_poll(self.anna, quiz)
        secret = await self._ask(self.boris, "Кто устал?", anonymous=True)
        await self._choose(self.anna, secret, 2)
        await recorder.note()
        await recorder.ask_poll(self.anna, secret)
        for who in (self.boris, *self.others):
            await self._choose(who, secret, 0)
        term = {"hide_until_closed": True, "closes_at": in_(minutes=2)}
        hidden = await self._ask(self.boris, "Что подарим?", **term)
        await self._choose(self.boris, hidden, 1)
        await self._go_on(recorder, seconds=2)
        await put(self.boris, f"/messages/{quiz['id']}/poll/closing")
        await recorder.note()

    async def _confirm(self, recorder: Recorder) -> None:
        """«!!!» that Anna confirms, one that she leaves, and one of her own."""
        await put(self.anna, f"/messages/{self.order['id']}/confirmation")
        left = await say(self.boris, self.id, "Подтвердите отъезд", content={"confirm": True})
        own = await say(self.anna, self.id, "Кто возьмёт палатку?", content={"confirm": True})
        await self._go_on(recorder, seconds=2)
        for who in (self.boris, self.others[0]):
            await put(who, f"/messages/{own['id']}/confirmation")
        reminded = await self.boris.post(f"/messages/{left['id']}/reminders")
        assert reminded.is_success, reminded.text
        await self._go_on(recorder, seconds=2)

    async def _arrange(self, recorder: Recorder) -> None:
        """Pins, marks, drafts, folders, the archive and the top of the list."""
        await put(self.boris, f"/messages/{self.ways['id']}/pin")
        await put(self.boris, f"/messages/{self.order['id']}/pin")
        await self.boris.delete(f"/messages/{self.order['id']}/pin")
        for message in (self.ways, self.order):
            await put(self.anna, f"/messages/{message['id']}/important")
        await self.anna.delete(f"/messages/{self.order['id']}/important")
        for stamp, body in ((100, "Я бы"), (200, "")):
            await put(self.anna, f"/me/drafts/{self.id}", {"body": body, "stamp": stamp})
        folders = [
            (await self.anna.post("/me/folders", {"name": name, "chat_ids": [self.id]})).json()["id"]
            for name in ("Кружки", "Лишнее")
        ]
        changed = {"name": "Кружки и секции", "kinds": ["groups"], "unread_only": True}
        await put(self.anna, f"/me/folders/{folders[0]}", changed)
        await self.anna.delete(f"/me/folders/{folders[1]}")
        await put(self.anna, "/me/folders/order", {"tabs": [str(folders[0]), "all"], "hidden": ["work"]})
        await put(self.anna, f"/me/pinned-chats/{self.id}")
        await put(self.anna, f"/me/unread-marks/{self.id}")
        await put(self.anna, f"/me/archived-chats/{self.id}")
        await recorder.note()
        # What is said brings the chat back from the archive.
        await say(self.boris, self.id, "Собираемся у школы")
        await self._go_on(recorder, seconds=1)

    async def _let_fall_due(self, recorder: Recorder) -> None:
        """A ban, a silence and a secret that end, a reminder, and words said in Anna's absence."""
        await put(self.boris, f"/conversations/{self.id}/members/{self.anna.id}/write-ban", {"seconds": 60})
        await put(self.boris, f"/conversations/{self.id}/silence", {"seconds": 60, "reason": "Экзамен"})
        await put(self.boris, f"/conversations/{self.id}/lifetime", {"seconds": 3600})
        await put(self.boris, f"/conversations/{self.id}/lifetime", {"seconds": None})
        # Each at a moment of its own, so that any run tells them in one order.
        await put(self.anna, f"/messages/{self.ways['id']}/reminder", {"at": in_(minutes=10)})
        await self._schedule(in_(minutes=11), "Меня не будет")
        await self._schedule(in_(minutes=12), "И завтра тоже")
        await recorder.note()
        await self._go_on(recorder, minutes=5)
        await say(self.boris, self.id, "Все здесь?")
        await self._go_on(recorder, minutes=10)

    async def _slow_down(self, recorder: Recorder) -> None:
        """Slow mode counts from what one said; what is said for Anna after what she has read she has read, too."""
        answer = await self.boris.patch(f"/conversations/{self.id}/settings", {"slow_mode": 10})
        assert answer.is_success, answer.text
        await recorder.note()
        await say(self.anna, self.id, "Я здесь")
        await self._schedule(in_(minutes=1), "И ухожу")
        await self._go_on(recorder, minutes=2)

    async def _schedule(self, at: str, body: str) -> None:
        later = {"client_id": str(uuid4()), "at": at, "body": body}
        answer = await self.anna.post(f"/conversations/{self.id}/scheduled", later)
        assert answer.is_success, answer.text

    async def _ask(self, who: Actor, question: str, **terms: Any) -> Message:
        poll = {"question": question, "options": WAYS, **terms}
        return await say(who, self.id, "", content={"poll": poll})

    async def _choose(self, who: Actor, poll: Message, option: int) -> None:
        await put(who, f"/messages/{poll['id']}/vote", {"options": [option]})

    async def _go_on(self, recorder: Recorder, **later: float) -> None:
        """Let time pass and all that is due happen, and record what is heard of it."""
        self._later += timedelta(**later)
        clock.shift(self._later)
        await self._work()
        await recorder.note()

    async def _work(self) -> None:
        await start_housekeeping(self._world.database)
        await perform_all(self._world.database)
        await follow_all(self._world.database)


def in_(*, minutes: float) -> str:
    return (now() + timedelta(minutes=minutes)).isoformat()


async def put(who: Actor, path: str, body: Any = None) -> None:
    answer = await who.put(path, body)
    assert answer.is_success, answer.text
