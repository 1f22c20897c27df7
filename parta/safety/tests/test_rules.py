from parta.safety.reach import reach, reach_many
from parta.safety.rules import RULES
from parta.safety.search import search_circle
from parta.safety.tests.school import EXPECTED, PEOPLE


async def test_everybody_reaches_exactly_whom_the_table_says(school, database):
    assert len(EXPECTED) == len(PEOPLE) * (len(PEOPLE) - 1)
    names = {one: name for name, one in school.ids.items()}
    wrong = []
    async with database.transaction() as tx:
        for me in PEOPLE:
            found = await reach_many(tx, school.ids[me], list(names))
            assert school.ids[me] not in found
            for one, name in names.items():
                if name != me and found.get(one) != EXPECTED[me, name]:
                    wrong.append((me, name, found.get(one), EXPECTED[me, name]))
    assert wrong == []


async def test_one_at_a_time_is_the_same(school, database):
    async with database.transaction() as tx:
        for other in PEOPLE[1:]:
            assert await reach(tx, school.ids["anna"], school.ids[other]) == EXPECTED["anna", other]
        assert await reach(tx, school.ids["anna"], 999_999) is None
        assert await reach(tx, 999_999, school.ids["anna"]) is None
        assert await reach(tx, school.ids["anna"], school.ids["anna"]) is None
        assert await reach_many(tx, school.ids["anna"], []) == {}


async def test_search_finds_exactly_those_in_reach(school, database):
    async with database.transaction() as tx:
        for me in PEOPLE:
            found = await search_circle(tx, school.ids[me], "", limit=100)
            expected = {
                school.ids[name]: EXPECTED[me, name] for name in PEOPLE if name != me and EXPECTED[me, name]
            }
            assert {one.id: one.reach for one in found.items} == expected, me


async def test_the_erased_are_out_of_reach(school, database):
    async with database.transaction() as tx:
        await tx.run("UPDATE people SET erased_at = now() WHERE id = $1", school.ids["boris"])
        assert await reach(tx, school.ids["anna"], school.ids["boris"]) is None


async def test_a_school_that_closed_joins_nobody(school, database):
    async with database.transaction() as tx:
        await tx.run("UPDATE organisations SET closed_at = now() WHERE id = $1", school.places["ours"])
        found = await reach_many(tx, school.ids["administrator"], list(school.ids.values()))
        assert found == {}
        # A family stays one.
        assert await reach(tx, school.ids["annas_mother"], school.ids["anna"]) == "open"


async def test_who_leaves_is_out_of_reach_at_once(school, database):
    anna, teacher = school.ids["anna"], school.ids["maths_teacher"]
    async with database.transaction() as tx:
        await tx.run("UPDATE enrollments SET ended_at = now() WHERE person_id = $1", teacher)
        assert await reach(tx, anna, teacher) == "request"
        await tx.run("UPDATE roles SET ended_at = now() WHERE person_id = $1", teacher)
        assert await reach(tx, anna, teacher) is None
        await tx.run("UPDATE guardianships SET ended_at = now() WHERE child_id = $1", anna)
        assert await reach(tx, school.ids["annas_mother"], anna) is None
        assert await reach(tx, school.ids["annas_mother"], school.ids["annas_aunt"]) is None


async def test_a_community_joins_those_who_work_and_while_they_do(school, database):
    host, guest = school.ids["maths_teacher"], school.ids["their_guest"]
    for ends in (
        "UPDATE roles SET ended_at = now() WHERE person_id = $1",
        "UPDATE roles SET role = 'pupil' WHERE person_id = $1",
        "UPDATE enrollments SET ended_at = now() WHERE person_id = $1",
        "UPDATE organisations SET closed_at = now() WHERE id = (SELECT guest_of FROM enrollments WHERE person_id = $1)",
        "UPDATE classes SET closed_at = now() WHERE id IN (SELECT class_id FROM enrollments WHERE person_id = $1)",
    ):
        async with database.transaction() as tx:
            await tx.run("SAVEPOINT begun")
            assert await reach(tx, host, guest) == "open"
            await tx.run(ends, guest)
            assert (await reach(tx, host, guest), await reach(tx, guest, host)) == (None, None), ends
            await tx.run("ROLLBACK TO begun")


async def test_two_relations_give_the_nearer(school, database):
    """A teacher who is also a pupil's parent writes to the child at once."""
    async with database.transaction() as tx:
        teacher, vera = school.ids["class_teacher"], school.ids["vera"]
        assert await reach(tx, teacher, vera) == "request"
        await tx.run(
            "INSERT INTO guardianships (guardian_id, child_id, source) VALUES ($1, $2, 'manual')",
            teacher,
            vera,
        )
        assert await reach(tx, teacher, vera) == "open"
        assert await reach(tx, vera, teacher) == "open"


def test_every_rule_has_its_own_name():
    assert len({rule.name for rule in RULES}) == len(RULES)
