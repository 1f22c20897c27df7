"""A small invented school: two classes, a subject group, teachers, families, a head."""

import msgspec

from parta.core.db import Tx
from parta.messaging.groups.automatic import keep_chats_current
from parta.testing.world import Actor, World


class School(msgspec.Struct):
    """Everybody and everything; the class teacher of 7 «Б» is Зимина, Орлов teaches geography there."""

    id: int
    seven: int
    eight: int
    geography: int
    head: Actor
    class_teacher: Actor
    geographer: Actor
    pupil: Actor
    classmate: Actor
    older_pupil: Actor
    mother: Actor
    father: Actor
    classmates_mother: Actor
    older_mother: Actor


async def make_school(world: World, name: str = "Школа на Озёрной") -> School:
    """Make the school; its chats are made by `keep_current`."""
    school = await world.school(name)
    staff = {
        "head": ("Лесная", "administrator"),
        "class_teacher": ("Зимина", "teacher"),
        "geographer": ("Орлов", "teacher"),
    }
    families = {
        "pupil": "Ёлкин",
        "classmate": "Егорова",
        "older_pupil": "Жуков",
        "mother": "Ёлкина",
        "father": "Ёлкин",
        "classmates_mother": "Егорова",
        "older_mother": "Жукова",
    }
    people = {key: await world.person(family, key) for key, family in families.items()}
    for key, (family, role) in staff.items():
        people[key] = await world.person(family, key)
        await world.role(people[key], role, school)
    made = School(
        id=school,
        seven=await world.school_class(school, "7 «Б»"),
        eight=await world.school_class(school, "8 «А»"),
        geography=await world.school_class(school, "География, 7 «Б»", "subject"),
        **people,
    )
    await _fill(world, made)
    return made


async def _fill(world: World, school: School) -> None:
    for pupil in (school.pupil, school.classmate, school.older_pupil):
        await world.role(pupil, "pupil", school.id)
    for parent in (school.mother, school.father, school.classmates_mother, school.older_mother):
        await world.role(parent, "parent", school.id)
    for pupil in (school.pupil, school.classmate):
        await world.enrol(school.seven, pupil)
        await world.enrol(school.geography, pupil)
    await world.enrol(school.eight, school.older_pupil)
    await world.enrol(school.seven, school.class_teacher, "teacher", class_teacher=True)
    await world.enrol(school.seven, school.geographer, "teacher")
    await world.enrol(school.geography, school.geographer, "teacher")
    for guardian, child in (
        (school.mother, school.pupil),
        (school.father, school.pupil),
        (school.classmates_mother, school.classmate),
        (school.older_mother, school.older_pupil),
    ):
        await world.guardian(guardian, child)


async def keep_current(world: World, school: School) -> None:
    """Make the school's chats follow what it is now, as a roster does."""
    async with world.database.transaction() as tx:
        await keep_chats_current(tx, [school.id])


class ChatAsIs(msgspec.Struct, frozen=True):
    """A chat as the database has it."""

    id: int
    title: str
    members: frozenset[int]
    owners: frozenset[int]
    members_count: int
    closed: bool


async def chats_of(world: World, school: School) -> dict[tuple[str, int | None], ChatAsIs]:
    """The school's chats by their sort and class."""
    async with world.database.transaction() as tx:
        return await _chats(tx, school.id)


async def _chats(tx: Tx, school_id: int) -> dict[tuple[str, int | None], ChatAsIs]:
    rows = await tx.connection.fetch(
        """
        SELECT c.automatic, c.class_id, c.id, c.title, c.members_count, c.closed_at IS NOT NULL AS closed,
               array(SELECT person_id FROM members m WHERE m.conversation_id = c.id AND m.left_at IS NULL) AS members,
               array(SELECT person_id FROM members m
                      WHERE m.conversation_id = c.id AND m.left_at IS NULL AND m.role = 'owner') AS owners
          FROM conversations c WHERE c.organisation_id = $1 AND c.automatic IS NOT NULL
        """,
        school_id,
    )
    return {
        (row["automatic"], row["class_id"]): ChatAsIs(
            id=row["id"],
            title=row["title"],
            members=frozenset(row["members"]),
            owners=frozenset(row["owners"]),
            members_count=row["members_count"],
            closed=row["closed"],
        )
        for row in rows
    }
