"""The statements and the page of stored data agree with the real schema."""

from parta.files import queries
from parta.files.scanning import queries as scanning
from parta.identity.stored_data import find_undeclared

STATEMENTS = [
    sql
    for module in (queries, scanning)
    for name, sql in vars(module).items()
    if name.isupper() and not name.startswith("_")
]


async def test_every_statement_can_be_prepared(database):
    async with database.transaction() as tx:
        for sql in STATEMENTS:
            await tx.connection.prepare(sql)


async def test_every_column_of_files_is_declared(database):
    async with database.transaction() as tx:
        undeclared = await find_undeclared(tx)

    assert [name for name in undeclared if name.startswith("files.")] == []


async def test_a_person_sees_own_files_among_what_is_stored_and_nobody_elses(anna, stranger):
    await anna.upload(b"x", "Моё сочинение.txt")
    await stranger.upload(b"x", "Чужое.txt")

    said = (await anna.get("/me/data")).text

    assert "Моё сочинение.txt" in said
    assert "Чужое.txt" not in said
    assert "blob_key" in said
