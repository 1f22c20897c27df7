"""Where the town talks: every automatic chat of its schools and the groups people made themselves."""

from random import Random

import msgspec

from parta.demo.notables import show_class
from parta.demo.people import Classroom, Lesson, School, Town, Townsman
from parta.demo.talk.messages import Automatic, DemoConversation

OLDER = 7
STAFF_ROLES = frozenset({"T", "D", "Z", "S", "A"} | {f"t{number}" for number in range(1, 10)})


class Scene(msgspec.Struct, kw_only=True):
    """A conversation with those who may be cast in its dialogues."""

    conversation: DemoConversation
    # The kind of dialogues held here, and how many of them.
    kind: str
    count: int
    fixed: dict[str, Townsman] = {}
    pools: dict[str, list[Townsman]] = {}
    classroom: Classroom | None = None
    lesson: Lesson | None = None
    formal: frozenset[str] = STAFF_ROLES
    # A story: its dialogues follow one another as they are written.
    in_order: bool = False


def automatic_scenes(town: Town, dice: Random) -> list[Scene]:
    """Give the chats a roster makes by itself."""
    scenes = []
    for school in town.schools:
        scenes.append(_staff_room(town, school, dice))
        for room in school.classrooms:
            scenes += _class_scenes(town, room, dice)
    return scenes


def busy(town: Town, room: Classroom | None, dice: Random, few: int, many: int) -> int:
    """Say how many dialogues a chat holds; the show class talks most."""
    if room is not None and room.key == show_class(town).key:
        return many + 2
    return dice.randint(few, many)


def _staff_room(town: Town, school: School, dice: Random) -> Scene:
    staff = [town.people[key] for key in school.staff]
    offices = {
        "D": town.people[school.director],
        "Z": town.people[school.deputy],
        "S": town.people[school.adviser],
        "A": town.people[school.administrator],
    }
    busy_keys = {person.key for person in offices.values()}
    return Scene(
        conversation=DemoConversation(
            key=f"teachers {school.key}",
            kind="group",
            automatic="teachers",
            anchor=school.key,
            members=[person.key for person in staff],
        ),
        kind="teachers",
        count=dice.randint(20, 26),
        fixed=offices,
        pools={"t": [person for person in staff if person.key not in busy_keys]},
    )


def _class_scenes(town: Town, room: Classroom, dice: Random) -> list[Scene]:
    pupils = [town.people[key] for key in room.pupils]
    guardians = [town.people[key] for key in town.guardians_of(room)]
    # A class teacher with a child in her own class speaks as the teacher.
    guardians = [person for person in guardians if person.key != room.teacher]
    teacher = town.people[room.teacher]

    def scene(automatic: Automatic, people: list[Townsman], few: int, many: int, *, led: bool) -> Scene:
        members = (
            [room.teacher, *(person.key for person in people)] if led else [person.key for person in people]
        )
        pool = "p" if automatic == "class" else "g"
        return Scene(
            conversation=DemoConversation(
                key=f"{automatic} {room.key}",
                kind="group",
                automatic=automatic,
                anchor=room.key,
                members=members,
            ),
            kind=automatic,
            count=busy(town, room, dice, few, many),
            fixed={"T": teacher},
            pools={pool: people},
            classroom=room,
        )

    scenes = [
        scene("class", pupils, 10, 20, led=True),
        scene("class_parents", guardians, 8, 14, led=True),
        scene("parents_only", guardians, 6, 11, led=False),
    ]
    return scenes + [_lesson_scene(town, room, lesson, pupils, dice) for lesson in room.lessons]


def _lesson_scene(town: Town, room: Classroom, lesson: Lesson, pupils: list[Townsman], dice: Random) -> Scene:
    return Scene(
        conversation=DemoConversation(
            key=f"subject {lesson.key}",
            kind="group",
            automatic="subject",
            anchor=lesson.key,
            members=[lesson.teacher, *(pupil.key for pupil in pupils)],
        ),
        kind="subject",
        count=busy(town, room, dice, 1, 5),
        fixed={"T": town.people[lesson.teacher]},
        pools={"p": pupils},
        classroom=room,
        lesson=lesson,
    )


def group_scenes(town: Town, dice: Random) -> list[Scene]:
    """Give the groups people made by hand: a newspaper, a team, a feast, a trip. Who starts one reaches all in it."""
    scenes = []
    for school in town.schools:
        staff = [town.people[key] for key in school.staff]
        adviser = town.people[school.adviser]
        colleagues = [
            adviser,
            *(person for person in dice.sample(staff, min(7, len(staff))) if person is not adviser),
        ]
        writer, young_writers = _circle(town, school, dice, "Литература", 8)
        coach, team = _circle(town, school, dice, "Физкультура", 9)
        scenes += [
            _group(school, "newspaper", "Газета «Под партой»", [writer, *young_writers], {"T": writer}, "p"),
            _group(school, "team", "Сборная по волейболу", [coach, *team], {"T": coach}, "p"),
            _group(school, "newyear", "Школьный праздник", colleagues, {"S": adviser}, "t"),
        ]
    room = show_class(town)
    teacher = town.people[room.teacher]
    parents = [town.people[key] for key in town.guardians_of(room) if town.people[key].claimed]
    parents = [parent for parent in parents if parent is not teacher][:7]
    trip = [teacher, *parents]
    scenes.append(_group(town.school_of(room), "trip", "Ледяные фигуры, поездка", trip, {"T": teacher}, "g"))
    return scenes


def _circle(
    town: Town, school: School, dice: Random, title: str, size: int
) -> tuple[Townsman, list[Townsman]]:
    """Give the teacher of a subject with the most pupils in the older classes, and some of these pupils."""
    taught: dict[str, list[Townsman]] = {}
    for room in school.classrooms:
        for lesson in room.lessons:
            if lesson.subject.title == title and room.grade >= OLDER:
                pupils = [town.people[key] for key in room.pupils]
                taught.setdefault(lesson.teacher, []).extend(pupil for pupil in pupils if pupil.claimed)
    teacher = max(taught, key=lambda key: len(taught[key]))
    return town.people[teacher], dice.sample(taught[teacher], min(size, len(taught[teacher])))


def _group(
    school: School, name: str, title: str, people: list[Townsman], fixed: dict[str, Townsman], pool: str
) -> Scene:
    leaders = {person.key for person in fixed.values()}
    return Scene(
        conversation=DemoConversation(
            key=f"group {name} {school.key}",
            kind="group",
            anchor=school.key,
            title=title,
            members=[person.key for person in people],
        ),
        kind=f"group-{name}",
        count=0,
        in_order=True,
        fixed=fixed,
        pools={pool: [person for person in people if person.key not in leaders]},
    )
