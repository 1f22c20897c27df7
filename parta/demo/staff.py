"""Staff of an invented school: who teaches what to whom, and who runs it."""

from collections import Counter

from parta.demo.people import Classroom, Kind, Lesson, School, Subject, Townsman
from parta.demo.registry import Registry
from parta.demo.subjects import subjects_of

GROUPS_PER_TEACHER = 9
PRIMARY = 4
# Whom a headmaster would rather spare from a class of their own.
SPARED = ("sport", "arts", "craft")

OFFICES = (
    ("director", "директор", Kind.ADMINISTRATOR),
    ("adviser", "советник директора по воспитанию", Kind.TEACHER),
    ("administrator", "секретарь, администратор школы", Kind.ADMINISTRATOR),
    ("", "педагог-психолог", Kind.TEACHER),
    ("", "педагог-библиотекарь", Kind.TEACHER),
)


class StaffRoom:
    """Hires the staff of one school as its lessons need them."""

    def __init__(self, registry: Registry, school: School) -> None:
        self.registry = registry
        self.school = school
        self.load: Counter[str] = Counter()
        self.by_area: dict[str, list[Townsman]] = {}

    def hire(self, kind: Kind, position: str, subject: str = "", *, male_share: float = 0.15) -> Townsman:
        female = self.registry.dice.random() >= male_share
        person = self.registry.enter_grown_up(kind, female=female, school=self.school.key)
        person.position, person.subject = position, subject
        person.email = self.registry.email(person.name)
        self.school.staff.append(person.key)
        return person

    def fill_offices(self) -> None:
        """Hire those who run the school and those who help everybody in it."""
        for field, position, kind in OFFICES:
            person = self.hire(kind, position, male_share=0.3)
            if field:
                setattr(self.school, field, person.key)

    def staff_lessons(self) -> None:
        """Give every class its lessons with a teacher, and a class teacher of its own."""
        for classroom in self.school.classrooms:
            if classroom.grade <= PRIMARY:
                classroom.teacher = self.hire(
                    Kind.TEACHER, "учитель начальных классов", "начальные классы", male_share=0.03
                ).key
            for subject in subjects_of(classroom.grade):
                teacher = (
                    classroom.teacher
                    if subject.area == "primary"
                    else self._teacher_for(subject, classroom).key
                )
                key = f"{classroom.key}-{len(classroom.lessons) + 1:02d}"
                classroom.lessons.append(
                    Lesson(key=key, classroom=classroom.key, subject=subject, teacher=teacher)
                )
        self._choose_class_teachers()
        self._choose_deputy()

    def _teacher_for(self, subject: Subject, classroom: Classroom) -> Townsman:
        colleagues = self.by_area.setdefault(subject.area, [])
        known = {lesson.teacher for lesson in classroom.lessons}
        for person in colleagues:
            if person.key in known:
                self.load[person.key] += 1
                return person
        free = [person for person in colleagues if self.load[person.key] < GROUPS_PER_TEACHER]
        if not free:
            share = 0.6 if subject.area in ("sport", "craft", "physics") else 0.12
            hired = self.hire(
                Kind.TEACHER, f"учитель {subject.teacher}", subject.title.lower(), male_share=share
            )
            colleagues.append(hired)
            free = [hired]
        chosen = min(free, key=lambda person: self.load[person.key])
        self.load[chosen.key] += 1
        return chosen

    def _choose_class_teachers(self) -> None:
        taken = {classroom.teacher for classroom in self.school.classrooms if classroom.teacher}
        spared = {person.key for area in SPARED for person in self.by_area.get(area, [])}
        for classroom in self.school.classrooms:
            if classroom.teacher:
                continue
            own = list(dict.fromkeys(lesson.teacher for lesson in classroom.lessons))
            free = [key for key in own if key not in taken]
            wanted = [key for key in free if key not in spared]
            classroom.teacher = (wanted or free or own)[0]
            taken.add(classroom.teacher)

    def _choose_deputy(self) -> None:
        candidates = self.by_area.get("history") or self.by_area["english"]
        deputy = candidates[0]
        deputy.position = "заместитель директора, " + deputy.position
        self.school.deputy = deputy.key
