import msgspec
import pytest

from parta.core.http.cookies import SESSION_COOKIE
from parta.demo import queries
from parta.demo.marks import Filled, NotableMark


async def mark(database, *notable: int) -> None:
    """Do what `load` does last."""
    marks = [NotableMark(person, "Директор школы", "Head of the school") for person in notable]
    details = msgspec.to_builtins(Filled(seed=1, people=3, messages=0, notable=marks))
    async with database.transaction() as tx:
        await tx.audit(queries.FILLED, actor_id=None, subject="installation", details=details)


class TestDemo:
    async def test_a_click_signs_in_as_anybody(self, world, database, anonymous):
        anna = await world.person("Озерцова", "Анна")
        await mark(database)

        answer = await anonymous.post("/api/demo/sessions", json={"person_id": anna.id})

        assert answer.status_code == 200
        assert answer.json()["person"]["id"] == anna.id
        assert answer.json()["csrf"]
        assert SESSION_COOKIE in answer.cookies
        me = (await anonymous.get("/api/me")).json()
        assert (me["id"], me["demo"]) == (anna.id, True)

    async def test_nobody_is_nobody(self, world, database, anonymous):
        anna = await world.person()
        await mark(database)

        answer = await anonymous.post("/api/demo/sessions", json={"person_id": anna.id + 1})

        assert answer.status_code == 404

    async def test_a_database_the_demo_did_not_fill_is_closed(self, world, anonymous):
        anna = await world.person()

        people = await anonymous.get("/api/demo/people")
        session = await anonymous.post("/api/demo/sessions", json={"person_id": anna.id})

        assert people.status_code == session.status_code == 404
        assert SESSION_COOKIE not in session.cookies

    async def test_the_mark_of_a_filled_database_cannot_be_made_by_changing_another(self, world, database):
        async with database.transaction() as tx:
            await tx.audit("role.granted", actor_id=None, subject="installation")

        with pytest.raises(Exception, match="append-only"):
            async with database.transaction() as tx:
                await tx.run("UPDATE audit_log SET action = $1", queries.FILLED)

    async def test_people_are_listed_by_name_the_notable_first(self, world, database, anonymous):
        school = await world.school()
        head = await world.person("Ягодина", "Вера")
        yolka, abram = await world.person("Ёлкин", "Пётр"), await world.person("Абрамова", "Злата")
        await world.role(head, "administrator", school)
        await world.role(yolka, "teacher", school)
        await world.role(abram, "pupil", school)
        await mark(database, head.id)

        page = (await anonymous.get("/api/demo/people")).json()

        assert [one["person"]["id"] for one in page["items"]] == [abram.id, yolka.id, head.id]
        assert page["notable"][0]["person"]["id"] == head.id
        assert page["notable"][0]["about"] == "Директор школы"
        assert [one["id"] for one in page["organisations"]] == [school]
        assert page["next"] is None
        english = await anonymous.get("/api/demo/people", headers={"Accept-Language": "en"})
        assert english.json()["notable"][0]["about"] == "Head of the school"

    async def test_people_are_found_by_words_role_and_school(self, world, database, anonymous):
        first, second = await world.school("Школа у моста"), await world.school("Школа в лесу")
        yolka, abram = await world.person("Ёлкин", "Пётр"), await world.person("Абрамова", "Злата")
        await world.role(yolka, "teacher", first)
        await world.role(abram, "pupil", second)
        await mark(database)

        async def found(query: str) -> list[int]:
            answer = (await anonymous.get(f"/api/demo/people?{query}")).json()
            return [one["person"]["id"] for one in answer["items"]]

        assert await found("q=петр ЕЛК") == [yolka.id]
        assert await found("role=pupil") == [abram.id]
        assert await found(f"organisation_id={first}") == [yolka.id]
        assert await found(f"organisation_id={first}&role=pupil") == []
        assert await found("q=Незнамов") == []

    async def test_a_long_list_comes_in_pages(self, world, database, anonymous):
        people = [(await world.person("Ёжикова", f"Имя{number}")).id for number in range(5)]
        await mark(database)

        seen, after = [], ""
        for _ in range(3):
            page = (await anonymous.get(f"/api/demo/people?limit=2{after}")).json()
            seen += [one["person"]["id"] for one in page["items"]]
            after = f"&after={page['next']}"

        assert seen == people
        assert page["next"] is None

    @pytest.mark.parametrize(
        "query", ["limit=0", "limit=1000", "role=king", "after=nonsense", "organisation_id=x"]
    )
    async def test_nonsense_is_refused(self, query, database, anonymous):
        await mark(database)

        assert (await anonymous.get(f"/api/demo/people?{query}")).status_code in (400, 422)


class TestWithoutDemo:
    @pytest.fixture
    def environ(self, environ: dict[str, str]) -> dict[str, str]:
        return {name: value for name, value in environ.items() if name != "PARTA_DEMO"}

    async def test_the_routes_do_not_exist_even_on_an_invented_database(self, world, database, anonymous):
        anna = await world.person()
        await mark(database)

        people = await anonymous.get("/api/demo/people")
        session = await anonymous.post("/api/demo/sessions", json={"person_id": anna.id})

        assert people.status_code == session.status_code == 404
        assert SESSION_COOKIE not in session.cookies
        assert (await anonymous.get("/api/settings")).json()["demo"] is False
