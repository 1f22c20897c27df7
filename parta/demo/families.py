"""Families of the invented town: children in their classes, brothers and sisters, guardians."""

from random import Random

from parta.demo import names
from parta.demo.data_files import read_table
from parta.demo.people import Classroom, Kind, School, Townsman
from parta.demo.registry import Registry

SIBLING = 0.22
ONE_MORE = 0.15
TEACHER_IS_PARENT = 0.05
BY_EMAIL_UP_TO = 4

# How often a family gives the school whom: shares of a hundred.
HOUSEHOLDS = (
    (("мать", "отец"), 47),
    (("мать",), 40),
    (("отец",), 6),
    (("бабушка",), 3),
    (("мать", "бабушка"), 4),
)


def settle(registry: Registry, school: School, sizes: dict[str, int]) -> None:
    """Fill the classes of a school with pupils and give each one or two guardians."""
    dice, town = registry.dice, registry.town
    seats = [room for room in school.classrooms for _ in range(sizes[room.key])]
    dice.shuffle(seats)
    parents_among_staff = [
        town.people[key]
        for key in school.staff
        if town.people[key].name.female and key not in (school.director, school.administrator)
    ]
    while seats:
        rooms = [seats.pop()]
        while seats and dice.random() < (SIBLING if len(rooms) == 1 else ONE_MORE):
            rooms.append(seats.pop())
        mother = None
        if parents_among_staff and dice.random() < TEACHER_IS_PARENT:
            mother = parents_among_staff.pop(dice.randrange(len(parents_among_staff)))
        _found_family(registry, rooms, mother)
    for room in school.classrooms:
        room.pupils.sort(key=lambda key: surname_order(town.people[key]))


def surname_order(person: Townsman) -> tuple[str, str]:
    """Order people as a class register does, Ё beside Е."""
    return person.name.family.upper().replace("Ё", "Е"), person.name.given


def _found_family(registry: Registry, rooms: list[Classroom], mother: Townsman | None) -> None:
    dice = registry.dice
    surname = registry.masculine[mother.key] if mother else names.choose_surname(dice)
    father = names.choose_given(dice, female=False, grown_up=True)
    children = [enter_child(registry, room, surname, father) for room in rooms]
    shares = [share for _, share in HOUSEHOLDS]
    household = ("мать", "отец") if mother else dice.choices([who for who, _ in HOUSEHOLDS], shares)[0]
    for relation in household:
        if relation == "мать" and mother:
            guardian = mother
            guardian.relation = relation
        else:
            guardian = _enter_guardian(registry, relation, surname, father, rooms[0].school)
        guardian.children = [child.key for child in children]
        for child in children:
            child.guardians.append(guardian.key)


def enter_child(registry: Registry, room: Classroom, surname: str, father: str) -> Townsman:
    """Seat a new pupil in a class."""
    dice = registry.dice
    female = dice.choice((True, False))
    taken = {registry.town.people[key].name.given for key in room.pupils}
    given = names.choose_given(dice, female=female, grown_up=False)
    for _ in range(4):  # a class may have two Mashas, rarely three
        if given not in taken:
            break
        given = names.choose_given(dice, female=female, grown_up=False)
    child = registry.enter(Kind.PUPIL, surname, given, father, female=female, school=room.school)
    child.classroom = room.key
    _give_contacts(registry, child, room.grade)
    room.pupils.append(child.key)
    return child


def _give_contacts(registry: Registry, child: Townsman, grade: int) -> None:
    if grade > BY_EMAIL_UP_TO:
        child.phone = registry.phone()
    if grade <= BY_EMAIL_UP_TO or registry.dice.random() < 0.3:
        child.email = registry.email(child.name)


def _enter_guardian(registry: Registry, relation: str, surname: str, father: str, school: str) -> Townsman:
    dice = registry.dice
    female = relation != "отец"
    # A grandmother and now and then a mother bear a surname of their own.
    own = relation == "бабушка" or (female and dice.random() < 0.15)
    guardian = registry.enter_grown_up(
        Kind.PARENT,
        names.choose_surname(dice) if own else surname,
        female=female,
        school=school,
    )
    guardian.relation = relation
    if relation == "отец":
        guardian.name = _renamed(dice, guardian, father)
    if dice.random() < 0.5:
        guardian.email = registry.email(guardian.name)
    return guardian


def _renamed(dice: Random, person: Townsman, given: str) -> names.Name:
    old = person.name
    return names.Name(old.family, given, old.patronymic, names.choose_short(dice, given), female=False)


def settle_newcomers(registry: Registry, room: Classroom) -> None:
    """Settle the one family that writes itself without patronymics."""
    table = read_table("names.toml")["without_patronymic"]
    dice, surname = registry.dice, table["surname"]
    child = registry.enter(Kind.PUPIL, surname, table["female"][0], "", female=True, school=room.school)
    child.classroom = room.key
    _give_contacts(registry, child, room.grade)
    room.pupils.append(child.key)
    father = registry.enter(
        Kind.PARENT,
        surname,
        dice.choice(table["male"]),
        "",
        female=False,
        school=room.school,
    )
    father.relation = "отец"
    father.phone = registry.phone()
    father.children, child.guardians = [child.key], [father.key]
    room.pupils.sort(key=lambda key: surname_order(registry.town.people[key]))
