import random

import pytest

from parta.safety.search import LIKE_ENOUGH, shared_pieces

NAMES = [
    ("Ёлкин", "Пётр", "Фёдорович"),
    ("Елкина", "Анна", "Петровна"),
    ("Иванов-Петров", "Семён", ""),
    ("Петров", "Иван", "Ильич"),
    ("Петров", "Иван", "Ильич"),
    ("Петров", "Иван", "Ильич"),
    ("Яблокова", "Ольга", "Ивановна"),
]


@pytest.fixture
async def circle(world, database):
    """A teacher among colleagues with alike names, and a namesake in another school."""
    ours, theirs = await world.school(), await world.school("Другая")
    me = await world.person("Журавлёва", "Зоя")
    await world.role(me, "teacher", ours)
    async with database.transaction() as tx:
        for place, names in ((ours, NAMES), (theirs, NAMES[:1])):
            for name in names:
                one = await tx.value(
                    "INSERT INTO people (family_name, given_name, patronymic) VALUES ($1, $2, $3) RETURNING id",
                    *name,
                )
                await tx.run(
                    "INSERT INTO roles (person_id, organisation_id, role, source) VALUES ($1, $2, 'teacher', 'roster')",
                    one,
                    place,
                )
    return me


async def found(me, query, **more):
    answer = await me.get("/people/search", params={"q": query} | more)
    assert answer.status_code == 200, answer.text
    # Those who are only called alike are for the test of typing errors.
    return [one["family_name"] for one in answer.json()["items"] if not one["similar"]]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("елк", ["Ёлкин", "Елкина"]),
        ("Ёлкин П", ["Ёлкин", "Елкина"]),
        ("ф елкин", ["Ёлкин"]),
        ("анна ёлкин", ["Елкина"]),
        ("ПЕТР", ["Ёлкин", "Елкина", "Иванов-Петров", "Петров", "Петров", "Петров"]),
        ("иван петров", ["Иванов-Петров", "Петров", "Петров", "Петров"]),
        ("петров иван ильич", ["Петров"] * 3),
        ("Иванов-Петров", ["Иванов-Петров"]),
        ("лкин", []),
        ("%", ["Ёлкин", "Елкина", "Иванов-Петров", "Петров", "Петров", "Петров", "Яблокова"]),
        ("п_тров", []),
        ("журавлёва", []),
        ("'; DROP TABLE people", []),
    ],
)
async def test_words_begin_names_in_any_order(circle, query, names):
    assert await found(circle, query) == names


async def test_pages_follow_each_other_without_gaps_or_repeats(circle):
    whole = (await circle.get("/people/search")).json()["items"]
    assert [one["family_name"] for one in whole] == [name[0] for name in NAMES]
    for limit in (1, 2, 3):
        collected, after = [], None
        while True:
            params = {"limit": limit} | ({"after": after} if after else {})
            page = (await circle.get("/people/search", params=params)).json()
            collected += page["items"]
            after = page["next"]
            if after is None:
                break
            assert len(page["items"]) == limit
        assert collected == whole


@pytest.mark.parametrize("params", [{"limit": 0}, {"limit": 101}, {"after": "forged"}, {"q": "а" * 101}])
async def test_malformed_questions_are_refused(circle, params):
    assert (await circle.get("/people/search", params=params)).status_code == 422


async def test_nobody_is_found_by_those_without_a_circle(circle, world):
    assert await found(await world.person(), "елкин") == []


async def test_who_is_like_enough_shares_a_piece(database):
    """Names are asked for likeness only when they share a piece; that must leave out nobody."""
    dice, letters = random.Random(5), "аеиклно"  # few letters, so that many words are alike

    def word() -> str:
        return "".join(dice.choices(letters, k=dice.randint(4, 9)))

    names = [f"{word()} {word()} {word()}" for _ in range(2000)]
    alike = 0
    async with database.transaction() as tx:
        for typed in (word() for _ in range(100)):
            rows = await tx.connection.fetch(
                "SELECT ' ' || name LIKE ANY ($3::text[]) FROM unnest($2::text[]) AS names (name)"
                " WHERE word_similarity($1, name) >= $4",
                typed,
                names,
                shared_pieces(typed),
                LIKE_ENOUGH,
            )
            alike += len(rows)
            assert all(shares for (shares,) in rows), typed
    assert alike > 500
