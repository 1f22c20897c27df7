"""Whom a visitor of the demo meets first: one person for each side of a school."""

from parta.demo.people import Classroom, Kind, Notable, Town, Townsman

SHOW_CLASS = "7Б"


def show_class(town: Town) -> Classroom:
    """Give the class a visitor is led to first."""
    return next(room for room in town.classrooms if room.title == SHOW_CLASS)


def notables_of(town: Town) -> list[Notable]:
    """List the people to start from, the director first; the same for the same town."""
    room = show_class(town)
    school = town.school_of(room)
    place, title = school.short_name, room.title
    teacher, pupil, parent = town.people[room.teacher], show_pupil(town), show_parent(town)
    children = [town.people[key] for key in parent.children]
    taught = teacher.subject.lower()
    titles = {room.key: room.title for room in town.classrooms}
    classes = sorted(titles[child.classroom] for child in children)
    found = [
        (school.director, f"Директор, {place}", "Head of school No. 1"),
        (teacher.key, f"Классный руководитель {title}, предмет — {taught}", f"Class teacher of {title}"),
        (pupil.key, f"{'Ученица' if pupil.name.female else 'Ученик'} {title}", f"Pupil of {title}"),
        (
            parent.key,
            f"{parent.relation.capitalize()} двоих детей: {' и '.join(classes)}",
            f"Parent of two: {' and '.join(classes)}",
        ),
        (school.administrator, f"Администратор, {place}", "School administrator"),
        (school.deputy, f"Заместитель директора, {place}", "Deputy head of school No. 1"),
        (school.adviser, f"Советник директора по воспитанию, {place}", "Adviser on pupils' life"),
    ]
    if both := _teacher_and_parent(town, {key for key, _, _ in found}):
        found.append(
            (both.key, "И учитель, и мама ученика той же школы", "A teacher who is a parent as well")
        )
    return [Notable(person=key, russian=russian, english=english) for key, russian, english in found]


def show_pupil(town: Town) -> Townsman:
    """Give the pupil of the show class, one with a phone and two guardians if there is such."""
    pupils = [town.people[key] for key in show_class(town).pupils]
    return next((pupil for pupil in pupils if len(pupil.guardians) == 2 and pupil.phone), pupils[0])


def show_parent(town: Town) -> Townsman:
    """Give a parent of two with a child in the show class, or the nearest to it the town has."""
    room = show_class(town)
    nearest = [town.people[key] for key in town.guardians_of(room)]
    everybody = [person for person in town.people.values() if person.kind is Kind.PARENT]
    candidates = [
        person for person in [*nearest, *everybody] if person.kind is Kind.PARENT and person.relation
    ]
    wanted = [person for person in candidates if len(_classes_of(town, person)) == 2]
    return (wanted or candidates)[0]


def _classes_of(town: Town, person: Townsman) -> set[str]:
    return {town.people[key].classroom for key in person.children}


def _teacher_and_parent(town: Town, taken: set[str]) -> Townsman | None:
    found = (person for person in town.people.values() if person.position and person.children)
    return next((person for person in found if person.key not in taken), None)
