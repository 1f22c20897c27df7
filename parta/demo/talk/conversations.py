"""Tell weeks of the town's talk: choose dialogues for every scene, cast them, lay them over school days."""

import itertools
import math
import re
from collections import Counter
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from parta.demo.people import Town, Townsman
from parta.demo.talk import pairs, reading, scenes, school_days
from parta.demo.talk.messages import DemoConversation, DemoFile, DemoMessage, DemoReaction
from parta.demo.talk.scenes import Scene
from parta.demo.talk.script import Exchange, Line, exchanges_of
from parta.demo.talk.stage import Stage

WEEKS = 4
APART = timedelta(minutes=50)
TRIES = 30


def tell(town: Town, now: datetime, *, weeks: int = WEEKS) -> list[DemoConversation]:
    """Give every conversation of the town with what was said in the `weeks` before `now` (aware), nothing later."""
    dice = Random(f"{town.seed}/scenes")
    all_scenes = [
        *scenes.automatic_scenes(town, dice),
        *scenes.group_scenes(town, dice),
        *pairs.direct_scenes(town, dice),
        *pairs.favourites_scenes(town, dice),
    ]
    heard: Counter[tuple[str, str]] = Counter()
    told = [_Teller(town, scene, now, weeks, heard).tell() for scene in all_scenes]
    # Nobody starts a chat to say nothing; those of the roster are there all the same.
    return [conversation for conversation in told if conversation.automatic or conversation.messages]


class _Teller:
    """Tells one conversation; its dice depend on the conversation alone."""

    def __init__(
        self, town: Town, scene: Scene, now: datetime, weeks: int, heard: Counter[tuple[str, str]]
    ) -> None:
        self.town = town
        self.scene = scene
        self.dice = Random(f"{town.seed}/talk/{scene.conversation.key}")
        self.zone = ZoneInfo(town.time_zone)
        self.now = now.astimezone(self.zone)
        today = self.now.date()
        self.days = [today - timedelta(days=back) for back in range(weeks * 7, -1, -1)]
        self.heard = heard
        self.told: list[tuple[datetime, int, DemoMessage]] = []
        self.order = itertools.count()

    def tell(self) -> DemoConversation:
        conversation = self.scene.conversation
        for start, exchange in self._programme():
            if (cast := self._cast(exchange)) is not None:
                self._perform(exchange, cast, start)
        self.told.sort(key=lambda row: row[:2])
        # Answers know their line by the order of telling; the sort may have moved it.
        place = {order: index for index, (_, order, _) in enumerate(self.told)}
        conversation.messages = [message for _, _, message in self.told]
        for message in conversation.messages:
            if message.reply_to is not None:
                message.reply_to = place[message.reply_to]
        claimed = [key for key in conversation.members if self.town.people[key].claimed]
        conversation.read = reading.read_pointers(conversation, claimed, self.dice)
        return conversation

    def _programme(self) -> list[tuple[datetime, Exchange]]:
        """Choose dialogues, none twice, and their moments, none too near to another."""
        stock = [exchange for exchange in exchanges_of(self.scene.kind) if self._suits(exchange)]
        if self.scene.in_order:
            return self._story(stock)
        chosen: list[tuple[datetime, Exchange]] = []
        # What is written for one subject is livelier than what suits any.
        weights = {exchange.name: exchange.weight + 5 * bool(exchange.subjects) for exchange in stock}
        stock.sort(key=lambda exchange: -(self.dice.random() ** (1 / weights[exchange.name])))
        for exchange in stock:
            if len(chosen) >= self.scene.count:
                break
            if self._worn_out(exchange):
                continue
            for _ in range(TRIES):
                start = self._moment(exchange, self.days)
                if start is not None and all(abs(start - other) > APART for other, _ in chosen):
                    chosen.append((start, exchange))
                    self.heard.update(self._hearers(exchange))
                    break
        return sorted(chosen, key=lambda row: row[0])

    def _story(self, stock: list[Exchange]) -> list[tuple[datetime, Exchange]]:
        """Tell the dialogues in the order they are written, each in its part of the weeks."""
        days = self.days[len(self.days) // 4 :]
        part = len(days) / len(stock)
        story = []
        for index, exchange in enumerate(stock):
            chapter = days[int(index * part) : int((index + 1) * part)]
            starts = (self._moment(exchange, chapter) for _ in range(TRIES))
            if start := next((start for start in starts if start), None):
                story.append((start, exchange))
        return story

    def _hearers(self, exchange: Exchange) -> list[tuple[str, str]]:
        # A class hears the same joke once and its teachers hear it in three classes at most.
        scene = self.scene
        if scene.lesson is None or scene.conversation.kind == "direct":
            return []
        return [(scene.lesson.classroom, exchange.name), (scene.lesson.teacher, exchange.name)]

    def _worn_out(self, exchange: Exchange) -> bool:
        hearers = self._hearers(exchange)
        return any(
            self.heard[hearer] >= exchange.weight + 2 * (index == 1) for index, hearer in enumerate(hearers)
        )

    def _suits(self, exchange: Exchange) -> bool:
        room, lesson = self.scene.classroom, self.scene.lesson
        if room and not exchange.grades[0] <= room.grade <= exchange.grades[1]:
            return False
        return not exchange.subjects or (lesson is not None and lesson.subject.title in exchange.subjects)

    def _moment(self, exchange: Exchange, days: list[date]) -> datetime | None:
        slot = self.dice.choice(exchange.slots)
        # The square root leans towards today: a chat is busier now than a month ago.
        day: date = days[int(len(days) * math.sqrt(self.dice.random()))]
        at_school = slot not in school_days.DAYS_OFF
        if school_days.is_school_day(day) != at_school or not exchange.fits_month(day.month):
            return None
        tomorrow = day + timedelta(days=1)
        if exchange.speaks_of_tomorrow and school_days.is_school_day(tomorrow) != at_school:
            return None
        start = school_days.moment(self.dice, day, slot, self.zone)
        return start if start < self.now else None

    def _cast(self, exchange: Exchange) -> dict[str, Townsman] | None:
        """Give every name of a dialogue a person of the scene, or nothing when there are too few."""
        demands = dict(exchange.demands)
        cast = dict(self.scene.fixed)
        free = {letter: self._by_talkativeness(pool) for letter, pool in self.scene.pools.items()}
        for name in _names_in(exchange):
            if name in cast:
                continue
            pool = free.get(name[0], [])
            wanted = demands.get(name)
            fitting = [one for one in pool if wanted is None or one.name.female == (wanted == "f")]
            # Two Mashas in one dialogue would puzzle the reader.
            called = {one.name.short for one in cast.values()}
            person = next((one for one in fitting if one.name.short not in called), next(iter(fitting), None))
            if person is None:
                return None
            pool.remove(person)
            cast[name] = person
        return cast

    def _by_talkativeness(self, pool: list[Townsman]) -> list[Townsman]:
        # Some talk three times as much as others, and always the same ones.
        claimed = [person for person in pool if person.claimed]
        weights = {person.key: 3 if int(person.key[-2:]) % 3 == 0 else 1 for person in claimed}
        return sorted(claimed, key=lambda person: -(self.dice.random() ** (1 / weights[person.key])))

    def _perform(self, exchange: Exchange, cast: dict[str, Townsman], start: datetime) -> None:
        stage = Stage(
            town=self.town,
            dice=self.dice,
            day=start.date(),
            cast=cast,
            classroom=self.scene.classroom,
            lesson=self.scene.lesson,
            formal=self.scene.formal,
        )
        at, orders = start, list[int]()
        for line in exchange.lines:
            at += timedelta(seconds=max(8, line.minutes * 60 + self.dice.randint(-25, 35)))
            at = school_days.out_of_the_night(at)
            if at >= self.now:
                return
            message = self._say(line, stage, at)
            message.reply_to = orders[line.reply_to] if line.reply_to is not None else None
            orders.append(next(self.order))
            self.told.append((at, orders[-1], message))

    def _say(self, line: Line, stage: Stage, at: datetime) -> DemoMessage:
        body, mentions = stage.fill(line.text)
        message = DemoMessage(
            author=stage.cast[line.who].key,
            client_id=UUID(int=self.dice.getrandbits(128), version=4),
            body=body,
            created_at=at,
            mentions=mentions,
        )
        if line.edited:
            message.edited_at = self._soon(at, 240)
        if line.deleted:
            message.deleted_at = self._soon(at, 60)
        if line.file:
            name, _ = stage.fill(line.file[1])
            message.files = [DemoFile(kind=line.file[0], name=name, seed=self.dice.randrange(1000))]
        message.reactions = self._reactions(line, stage, message)
        return message

    def _soon(self, at: datetime, seconds: int) -> datetime | None:
        later = at + timedelta(seconds=self.dice.randint(10, seconds))
        return later if later < self.now else None

    def _reactions(self, line: Line, stage: Stage, message: DemoMessage) -> list[DemoReaction]:
        given: dict[tuple[str, str], DemoReaction] = {}
        members = [key for key in self.scene.conversation.members if self.town.people[key].claimed]
        others = [key for key in members if key != message.author]
        for reacting in line.reacting:
            named = [stage.cast[name].key for name in reacting.who]
            more = self.dice.sample(others, min(reacting.any_of, len(others)))
            for person in dict.fromkeys([*named, *more]):
                at = self._soon(message.created_at, 1800)
                if at is not None and person in members:
                    given[person, reacting.emoji] = DemoReaction(person=person, emoji=reacting.emoji, at=at)
        return list(given.values())


def _names_in(exchange: Exchange) -> list[str]:
    text = " ".join(
        f"{{{line.who}}} {line.text} {line.file[1] if line.file else ''}" for line in exchange.lines
    )
    names = re.findall(r"\{[@^]?([ptgabTDZSA]\d?)(?=[.:}])", text)
    for line in exchange.lines:
        names += [name for reacting in line.reacting for name in reacting.who]
    return list(dict.fromkeys(names))
