"""Fill the slots of a dialogue with the people, subjects, days and numbers of one conversation."""

import re
from datetime import date
from random import Random

import msgspec

from parta.demo.data_files import read_table
from parta.demo.names import CASES, Case, decline
from parta.demo.people import Classroom, Kind, Lesson, Subject, Town, Townsman
from parta.demo.talk import school_days

CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
SLOT = re.compile(r"\{([^{}]+)\}")
NUMBER = re.compile(r"^(?:(\w+)=)?(\d+)-(\d+)$")
DAY = re.compile(r"^(on|to|since|date|weekday|on_gen|on_acc) (\d+)$")
# Said about in a class; nobody asks what was set for physical training.
TALKED_ABOUT = ("language", "mathematics", "english", "history", "geography", "science", "physics")


class Stage(msgspec.Struct, kw_only=True):
    """Everything one telling of one dialogue draws on; it remembers what was drawn."""

    town: Town
    dice: Random
    day: date
    cast: dict[str, Townsman]
    classroom: Classroom | None = None
    lesson: Lesson | None = None
    # Those who are called by first name and patronymic here.
    formal: frozenset[str] = frozenset()
    drawn: dict[str, str] = {}
    subjects: dict[str, Lesson] = {}
    mentioned: list[str] = []

    def fill(self, text: str) -> tuple[str, list[str]]:
        """Give the text as it is said and the keys of those it mentions."""
        self.mentioned = []
        text = CHOICE.sub(lambda match: self.dice.choice(match[1].split("|")), text)
        return SLOT.sub(lambda match: self._slot(match[1]), text), self.mentioned

    def _slot(self, inside: str) -> str:
        if inside.startswith("^"):
            said = self._slot(inside[1:])
            return said[:1].upper() + said[1:]
        if inside.startswith("@"):
            person = self.cast[inside[1:]]
            self.mentioned.append(person.key)
            return f"@{person.name.given} {person.name.family}"
        if match := NUMBER.match(inside):
            number = str(self.dice.randint(int(match[2]), int(match[3])))
            return self.drawn.setdefault(match[1], number) if match[1] else number
        if match := DAY.match(inside):
            return self._day(match[1], int(match[2]))
        if inside in self.drawn:
            return self.drawn[inside]
        return self._path(inside)

    def _day(self, form: str, count: int) -> str:
        day = school_days.school_day_after(self.day, count)
        if form in school_days.PREPOSITIONS:
            return school_days.with_preposition(form, day)
        if form == "date":
            return school_days.spell_date(day)
        case = "nom" if form == "weekday" else form.removeprefix("on_")
        return school_days.WEEKDAYS[case][day.weekday()]

    def _path(self, inside: str) -> str:
        path, _, endings = inside.partition(":")
        root, *steps = path.split(".")
        if root in ("class", "school", "town", "room", "topic", "task"):
            return self._fact(root, steps)
        if root == "subject" or re.fullmatch(r"s\d?", root):
            lesson = self._lesson(root)
            if steps[:1] != ["teacher"]:
                return self._subject(lesson.subject, steps)
            person, formal, steps = self.town.people[lesson.teacher], True, steps[1:]
        else:
            person, formal = self.cast[root], root in self.formal
        return self._person(root, person, steps, endings, formal=formal)

    def _fact(self, root: str, steps: list[str]) -> str:
        if root == "class":
            return self._room().title
        if root == "town":
            form = {"": "town", "gen": "town_genitive", "pre": "town_prepositional"}[
                steps[0] if steps else ""
            ]
            return str(read_table("places.toml")[form])
        if root == "room":
            return self.drawn.setdefault(
                "room", str(self.dice.choice((1, 2, 3)) * 100 + self.dice.randint(1, 18))
            )
        lesson = self._lesson("subject")
        texts = lesson.subject.topics if root == "topic" else lesson.subject.tasks
        return self.drawn.setdefault(root, self.fill_part(self.dice.choice(texts)))

    def fill_part(self, text: str) -> str:
        """Fill a text that stands inside another one."""
        return SLOT.sub(lambda match: self._slot(match[1]), text)

    def _room(self) -> Classroom:
        if self.classroom is None:
            raise LookupError("a dialogue speaks of a class where there is none")
        return self.classroom

    def _lesson(self, root: str) -> Lesson:
        if self.lesson and root in ("subject", "s"):
            return self.lesson
        if root not in self.subjects:
            taken = {lesson.key for lesson in self.subjects.values()}
            free = [lesson for lesson in self._room().lessons if lesson.key not in taken]
            serious = [lesson for lesson in free if lesson.subject.area in TALKED_ABOUT]
            self.subjects[root] = self.dice.choice(serious or free)
        return self.subjects[root]

    def _subject(self, subject: Subject, steps: list[str]) -> str:
        step = steps[0] if steps else "nom"
        if step == "task":
            return self.drawn.setdefault(
                f"task {subject.title}", self.fill_part(self.dice.choice(subject.tasks))
            )
        if step == "cap":
            return subject.title
        return subject.cases[CASES.index(_case(step))]

    def _person(self, root: str, person: Townsman, steps: list[str], endings: str, *, formal: bool) -> str:
        case: Case = "nom"
        full = False
        for step in steps:
            if step == "child":
                person, formal = self._child(root, person), False
            elif step == "own_pupil":
                person, formal = self._own_pupil(root, person), False
            elif step == "full":
                full = True
            else:
                case = _case(step)
        if endings:
            masculine, _, feminine = endings.partition("|")
            return feminine if person.name.female else masculine
        return self._called(person, case, full=full, formal=formal)

    def _called(self, person: Townsman, case: Case, *, full: bool, formal: bool) -> str:
        name = person.name
        if not (formal or full):
            word = name.given if person.kind is not Kind.PUPIL else name.short
            return decline(word, case, female=name.female)
        words = name.respectful.split()
        return " ".join(decline(word, case, female=name.female) for word in words)

    def _child(self, root: str, guardian: Townsman) -> Townsman:
        here = [key for key in guardian.children if self.classroom and key in self.classroom.pupils]
        return self.town.people[(here or guardian.children)[0]]

    def _own_pupil(self, root: str, teacher: Townsman) -> Townsman:
        own = [room for room in self.town.classrooms if room.teacher == teacher.key]
        taught = [
            room for room in self.town.classrooms if any(line.teacher == teacher.key for line in room.lessons)
        ]
        room = (own or taught or self.town.classrooms)[0]
        key = self.drawn.setdefault(f"own pupil of {root}", self.dice.choice(room.pupils))
        return self.town.people[key]


def _case(step: str) -> Case:
    for case in CASES:
        if case == step:
            return case
    raise KeyError(f"neither a case nor anything a dialogue may ask for: {step!r}")
