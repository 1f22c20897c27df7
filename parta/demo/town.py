"""Build the invented town: one call, one seed, always the same people."""

from datetime import date
from random import Random

from parta.core.clock import now
from parta.demo import families, names
from parta.demo.data_files import read_table
from parta.demo.notables import notables_of, show_class
from parta.demo.officials import name_officials
from parta.demo.people import Classroom, Kind, School, Town
from parta.demo.registry import Registry
from parta.demo.staff import StaffRoom

DEFAULT_SEED = 1799  # the year of Pushkin's birth
DEFAULT_PEOPLE = 600
SMALLEST = 250
# A town larger than this gets schools by number instead of the two it is known for.
LARGEST_KNOWN = 1200
PEOPLE_PER_SCHOOL = 1800
# Guardians and pupils together for every pupil, as `families` invents them.
PEOPLE_PER_PUPIL = 2.15
# The rest of the pupils and guardians are expected and have not come yet.
SIGNED_UP = 0.92
# In August a roster already speaks of the coming school year.
YEAR_BEGINS = 8


def build_town(people: int = DEFAULT_PEOPLE, *, seed: int = DEFAULT_SEED, today: date | None = None) -> Town:
    """Build a town of about `people` people (within a few per cent) for the school year of `today`.

    Raises ValueError below 250: the two schools need their staff before they can have pupils.
    """
    if people < SMALLEST:
        raise ValueError(f"a town has at least {SMALLEST} people")
    town = _new_town(seed, today or now().date())
    registry = Registry(town, Random(f"{seed}/people"))
    town.schools = _found_schools(people)
    for school in town.schools:
        rooms = StaffRoom(registry, school)
        rooms.fill_offices()
        rooms.staff_lessons()
    pupils = (people - len(town.people)) / PEOPLE_PER_PUPIL
    sizes = _class_sizes(town, pupils)
    for school in town.schools:
        families.settle(registry, school, sizes)
    families.settle_newcomers(registry, show_class(town))
    town.officials = name_officials(registry)
    _sign_up(town)
    return town


def _new_town(seed: int, today: date) -> Town:
    places = read_table("places.toml")
    return Town(
        seed=seed,
        first_year=today.year if today.month >= YEAR_BEGINS else today.year - 1,
        district_key="district-1",
        district_name=places["district"],
        time_zone=places["time_zone"],
        mail_domain=places["mail_domain"],
    )


def build_one_class(pupils: int, *, seed: int = DEFAULT_SEED, today: date | None = None) -> Town:
    """Build a school of a single class with its teacher and `pupils` pupils without guardians, all signed up."""
    town = _new_town(seed, today or now().date())
    registry = Registry(town, Random(f"{seed}/class"))
    room = Classroom(key="class-one", school="school-one", grade=11, letter="А")
    school = School(key="school-one", name="Школа одного класса", short_name="Школа", classrooms=[room])
    town.schools = [school]
    room.teacher = StaffRoom(registry, school).hire(Kind.TEACHER, "учитель", "литература").key
    school.director = school.deputy = school.adviser = room.teacher
    for _ in range(pupils):
        families.enter_child(registry, room, names.choose_surname(registry.dice), "Иван")
    return town


def _sign_up(town: Town) -> None:
    dice = Random(f"{town.seed}/claimed")
    small = {pupil for room in town.classrooms if room.grade <= 2 for pupil in room.pupils}
    for person in town.people.values():
        share = 1.0 if person.position else 0.6 if person.key in small else SIGNED_UP
        person.claimed = dice.random() < share
    for notable in notables_of(town):
        town.people[notable.person].claimed = True


def _found_schools(people: int) -> list[School]:
    places = read_table("places.toml")
    if people <= LARGEST_KNOWN:
        plans = [(row["name"], row["short_name"], row["letters"]) for row in places["school"]]
    else:
        letters = {str(grade): "АБВ" if grade <= 9 else "АБ" for grade in range(1, 12)}
        plans = [
            (f"Школа № {number} города {places['town_genitive']}", f"Школа № {number}", letters)
            for number in range(1, max(2, round(people / PEOPLE_PER_SCHOOL)) + 1)
        ]
    return [_found_school(number, *plan) for number, plan in enumerate(plans, start=1)]


def _found_school(number: int, name: str, short_name: str, letters: dict[str, str]) -> School:
    key = f"school-{number}"
    rooms = [
        Classroom(
            key=f"class-{number}-{int(grade):02d}{position}", school=key, grade=int(grade), letter=letter
        )
        for grade, row in letters.items()
        for position, letter in enumerate(row, start=1)
    ]
    return School(key=key, name=name, short_name=short_name, classrooms=rooms)


def _class_sizes(town: Town, pupils: float) -> dict[str, int]:
    dice = Random(f"{town.seed}/sizes")
    weights = {room.key: dice.uniform(0.8, 1.2) for room in town.classrooms}
    weights[show_class(town).key] = 1.9
    total = sum(weights.values())
    return {key: max(1, round(pupils * weight / total)) for key, weight in weights.items()}
