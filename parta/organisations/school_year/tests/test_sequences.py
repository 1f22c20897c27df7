"""Whatever order people come, go, are appointed and years change in: no open chat is without an owner, and nobody is in
the chat of a class or group in which they have no place."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parta.testing.school import School, keep_current, make_school
from parta.testing.world import World

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["enrol", "leave", "lead", "appoint", "close", "end", "year", "undo"]),
        st.integers(0, 2),
    ),
    min_size=4,
    max_size=9,
)

OWNERLESS = """
    SELECT c.title FROM conversations c
     WHERE c.organisation_id = $1 AND c.kind = 'group' AND c.closed_at IS NULL
       AND EXISTS (SELECT FROM members m WHERE m.conversation_id = c.id AND m.left_at IS NULL)
       AND NOT EXISTS (SELECT FROM members m
                        WHERE m.conversation_id = c.id AND m.left_at IS NULL AND m.role = 'owner')
"""

# Administrators step in where nobody leads.
OVERHEARING = """
    SELECT c.title, m.person_id FROM conversations c
      JOIN members m ON m.conversation_id = c.id AND m.left_at IS NULL
     WHERE c.organisation_id = $1 AND c.automatic IN ('class', 'subject') AND c.closed_at IS NULL
       AND NOT EXISTS (SELECT FROM current_enrollments e WHERE e.class_id = c.class_id AND e.person_id = m.person_id)
       AND NOT EXISTS (SELECT FROM current_roles r WHERE r.person_id = m.person_id
                          AND r.organisation_id = c.organisation_id AND r.role = 'administrator')
"""

LEFT_BUT_HEARING = """
    SELECT c.title, m.person_id FROM conversations c
      JOIN members m ON m.conversation_id = c.id AND m.left_at IS NULL
     WHERE c.organisation_id = $1
       AND NOT EXISTS (SELECT FROM current_roles r WHERE r.person_id = m.person_id AND r.organisation_id = $1)
"""


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
async def test_no_sequence_leaves_an_ownerless_chat_or_a_listener(
    world: World, steps: list[tuple[str, int]]
) -> None:
    await walk(world, steps)


async def walk(world: World, steps: list[tuple[str, int]]) -> None:
    """Take the steps in a fresh school, looking around after each."""
    school = await make_school(world)
    async with world.database.transaction() as tx:
        # Places by hand can be ended by hand.
        await tx.run("UPDATE enrollments SET source = 'manual'")
    await keep_current(world, school)
    where = f"/organisations/{school.id}"
    made = await school.head.post(f"{where}/groups", {"kind": "club", "title": "Хор"})
    groups = [made.json()["id"], school.seven, school.geography]
    for step, which in steps:
        answer = await take(school, where, step, groups[which], which)
        assert answer.status_code < 500, answer.text
        async with world.database.transaction() as tx:
            assert await tx.connection.fetch(OWNERLESS, school.id) == [], step
            assert await tx.connection.fetch(OVERHEARING, school.id) == [], step
            assert await tx.connection.fetch(LEFT_BUT_HEARING, school.id) == [], step


async def take(school: School, where: str, step: str, group: int, which: int) -> Any:
    """One step, which may be refused."""
    pupil = (school.pupil, school.classmate, school.older_pupil)[which]
    teacher = (school.geographer, school.class_teacher, school.head)[which]
    head = school.head
    match step:
        case "enrol":
            return await head.post(
                f"{where}/groups/{group}/members",
                {"person_ids": [pupil.id], "role": "pupil", "transfer": True},
            )
        case "leave":
            return await head.delete(f"{where}/groups/{group}/members/{pupil.id}?role=pupil")
        case "lead":
            return await head.post(
                f"{where}/groups/{group}/members", {"person_ids": [teacher.id], "role": "teacher"}
            )
        case "appoint":
            return await head.put(f"{where}/groups/{school.seven}/class-teacher", {"person_id": teacher.id})
        case "close":
            return await head.delete(f"{where}/groups/{group}")
        case "end":
            return await head.delete(f"{where}/people/{teacher.id}/roles/teacher")
        case "year":
            choices = {"last_grade": 8 + which}
            shown = (await head.post(f"{where}/school-year/preview", choices)).json()
            return await head.post(
                f"{where}/school-years", {"choices": choices, "fingerprint": shown["fingerprint"]}
            )
        case _:
            last = (await head.get(f"{where}/school-year")).json()["last"]
            return await head.delete(f"{where}/school-years/{last['id'] if last else 1}")
