from parta.identity.stored_data import find_undeclared
from parta.organisations import queries
from parta.organisations.invites import queries as queries_invites
from parta.organisations.invites import queries_coming, queries_families
from parta.organisations.roster import queries_current, queries_imports, queries_writes
from parta.organisations.tests.bundles import small_school

STATEMENTS = [
    sql
    for module in (
        queries,
        queries_current,
        queries_imports,
        queries_writes,
        queries_invites,
        queries_coming,
        queries_families,
    )
    for name, sql in vars(module).items()
    if name.isupper() and name != "ANALYZE" and not name.startswith("_")
]


async def test_every_statement_can_be_prepared(database):
    async with database.transaction() as tx:
        for sql in STATEMENTS:
            await tx.connection.prepare(sql)


async def test_everything_stored_about_people_is_declared(database):
    async with database.transaction() as tx:
        undeclared = await find_undeclared(tx)
    rooms = ("roles.", "enrollments.", "guardianships.", "roster_", "school_", "invite_guesses.")
    assert [one for one in undeclared if one.startswith(rooms)] == []


async def test_a_person_reads_what_rosters_left_about_them(operator, world, facts):
    await operator.load(small_school())
    [(olga,)] = await facts("SELECT id FROM people WHERE given_name = 'Ольга'")
    told = (await (await world.sign_in(olga)).get("/me/data")).text

    assert "Номера в электронном журнале" in told
    assert "olga" in told
    assert "ivan" not in told
