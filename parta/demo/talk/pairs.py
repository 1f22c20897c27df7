"""Who talks with whom in private, and who keeps notes in «Избранное»."""

from random import Random

from parta.demo.notables import notables_of, show_class, show_parent, show_pupil
from parta.demo.people import Classroom, Kind, Lesson, School, Town, Townsman
from parta.demo.talk.messages import DemoConversation
from parta.demo.talk.scenes import Scene

NOTES_SHARE = 0.12
# From this grade on pupils write to one another and to teachers.
SPEAKS_FOR_ITSELF = 5


class Pairs:
    """Gathers direct chats; two people have one chat, whoever wanted it first."""

    def __init__(self, town: Town, dice: Random) -> None:
        self.town = town
        self.dice = dice
        self.scenes: dict[str, Scene] = {}

    def add(
        self,
        kind: str,
        a: Townsman,
        b: Townsman,
        *,
        classroom: Classroom | None = None,
        lesson: Lesson | None = None,
        count: int = 2,
    ) -> None:
        """Let `a` and `b` talk; nothing happens when one has not signed up or they talk already."""
        key = "direct {} {}".format(*sorted((a.key, b.key)))
        if a is b or not (a.claimed and b.claimed) or key in self.scenes:
            return
        formal = {name for name, person in (("a", a), ("b", b)) if person.kind is not Kind.PUPIL}
        self.scenes[key] = Scene(
            conversation=DemoConversation(
                key=key, kind="direct", members=[a.key, b.key], request=kind.startswith("direct-request")
            ),
            kind=kind,
            count=count,
            fixed={"a": a, "b": b},
            classroom=classroom,
            lesson=lesson,
            formal=frozenset(formal),
        )

    def add_first(
        self, kind: str, people: list[Townsman], b: Townsman, *, classroom: Classroom | None = None
    ) -> None:
        """Let the first of the people who has not talked with `b` yet begin."""
        before = len(self.scenes)
        for a in people:
            self.add(kind, a, b, classroom=classroom, count=1)
            if len(self.scenes) > before:
                return


def direct_scenes(town: Town, dice: Random) -> list[Scene]:
    """Give the private chats of the town, richest around those a visitor meets first."""
    pairs = Pairs(town, dice)
    for school in town.schools:
        for room in school.classrooms:
            _pairs_of_class(pairs, room, generous=room.key == show_class(town).key)
        _pairs_of_staff(pairs, school)
    _around_the_notable(pairs)
    _requests(pairs)
    return list(pairs.scenes.values())


def _two_of(dice: Random, people: list[Townsman]) -> tuple[Townsman, Townsman]:
    """Choose two people; where there is only one, the same twice, and `add` lets nobody talk with themselves."""
    first, second, *_ = dice.sample(people, 2) if len(people) > 1 else [*people, *people]
    return first, second


def _pairs_of_class(pairs: Pairs, room: Classroom, *, generous: bool) -> None:
    town, dice = pairs.town, pairs.dice
    teacher = town.people[room.teacher]
    pupils = [town.people[key] for key in room.pupils]
    guardians = [town.people[key] for key in town.guardians_of(room) if key != room.teacher]
    for guardian in dice.sample(guardians, min(len(guardians), 6 if generous else 2)):
        pairs.add("direct-teacher-parent", teacher, guardian, classroom=room, count=dice.randint(1, 3))
    for _ in range(3 if generous else 1):
        pairs.add("direct-parent-parent", *_two_of(dice, guardians), classroom=room)
    if room.grade < SPEAKS_FOR_ITSELF:
        return
    for _ in range(7 if generous else 2):
        pairs.add("direct-pupil-pupil", *_two_of(dice, pupils), classroom=room, count=dice.randint(1, 4))
    for _ in range(4 if generous else 1):
        lesson = dice.choice(room.lessons)
        pairs.add(
            "direct-pupil-teacher",
            dice.choice(pupils),
            town.people[lesson.teacher],
            classroom=room,
            lesson=lesson,
        )


def _pairs_of_staff(pairs: Pairs, school: School) -> None:
    town, dice = pairs.town, pairs.dice
    staff = [town.people[key] for key in school.staff]
    offices = {school.director, school.deputy, school.administrator}
    teachers = [person for person in staff if person.key not in offices]
    deputy = town.people[school.deputy]
    pairs.add("direct-director-deputy", town.people[school.director], deputy)
    for teacher in dice.sample(teachers, min(3, len(teachers))):
        pairs.add("direct-deputy-teacher", deputy, teacher, count=1)
    secretary = town.people[school.administrator]
    for person in [town.people[school.director], *dice.sample(teachers, min(3, len(teachers)))]:
        pairs.add("direct-administrator-teacher", secretary, person, count=1)
    for _ in range(6):
        pairs.add("direct-teacher-teacher", *_two_of(dice, teachers))


def _around_the_notable(pairs: Pairs) -> None:
    town, dice = pairs.town, pairs.dice
    room = show_class(town)
    pupil, parent, teacher = show_pupil(town), show_parent(town), town.people[room.teacher]
    friends = [town.people[key] for key in room.pupils if key != pupil.key]
    for friend in dice.sample(friends, min(3, len(friends))):
        pairs.add("direct-pupil-pupil", pupil, friend, classroom=room, count=3)
    lessons = [lesson for lesson in room.lessons if lesson.teacher == room.teacher] or room.lessons
    pairs.add("direct-pupil-teacher", pupil, teacher, classroom=room, lesson=lessons[0], count=3)
    rooms = [other for other in town.classrooms if {*other.pupils} & {*parent.children}]
    for own in rooms:
        pairs.add("direct-teacher-parent", town.people[own.teacher], parent, classroom=own, count=3)
        others = [town.people[key] for key in town.guardians_of(own) if key not in (parent.key, own.teacher)]
        pairs.add("direct-parent-parent", parent, dice.choice(others), classroom=own)
    colleagues = [town.people[key] for key in town.school_of(room).staff if key != teacher.key]
    for colleague in dice.sample(colleagues[3:], min(2, len(colleagues) - 3)):
        pairs.add("direct-teacher-teacher", teacher, colleague)


def _requests(pairs: Pairs) -> None:
    """Let some knock: a parent of the same class, a pupil of another; first at those a visitor meets first."""
    town, dice = pairs.town, pairs.dice
    for room in [show_class(town), *dice.sample(town.classrooms, 3)]:
        guardians = [town.people[key] for key in town.guardians_of(room) if key != room.teacher]
        parents = [person for person in guardians if person.claimed and not person.position]
        asked = show_parent(town) if show_parent(town) in parents else parents[-1]
        # Whoever shares a child needs no permission.
        strangers = [one for one in parents if one is not asked and not {*one.children} & {*asked.children}]
        dice.shuffle(strangers)
        pairs.add_first("direct-request", strangers, asked, classroom=room)
    older = [room for room in town.school_of(show_class(town)).classrooms if room.grade >= SPEAKS_FOR_ITSELF]
    others = [town.people[key] for room in older if room is not show_class(town) for key in room.pupils]
    dice.shuffle(others)
    pairs.add_first("direct-request-pupil", others, show_pupil(town))


def favourites_scenes(town: Town, dice: Random) -> list[Scene]:
    """Give everybody notable and some of the others notes of their own."""
    rooms = {room.key: room for room in town.classrooms}
    notable = {notable.person for notable in notables_of(town)}
    scenes = []
    for person in town.people.values():
        if person.claimed and (person.key in notable or dice.random() < NOTES_SHARE):
            kind = _notes_of(town, person)
            own = person.classroom or (town.people[person.children[0]].classroom if person.children else "")
            conversation = DemoConversation(
                key=f"favourites {person.key}", kind="favourites", members=[person.key]
            )
            scenes.append(
                Scene(
                    conversation=conversation,
                    kind=kind,
                    count=3,
                    fixed={"a": person},
                    classroom=rooms.get(own),
                )
            )
    return scenes


def _notes_of(town: Town, person: Townsman) -> str:
    for school in town.schools:
        if person.key == school.director:
            return "favourites-director"
        if person.key == school.administrator:
            return "favourites-secretary"
    return f"favourites-{person.kind}"
