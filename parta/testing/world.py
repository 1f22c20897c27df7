"""A small world for tests: people who are signed in, schools, classes and families.

Rows are made with the rooms' own verbs or, where a test wants a state that no
verb makes in one step, by plain SQL.
"""

from datetime import timedelta
from typing import Any

import httpx

from parta.core.db import Tx
from parta.core.http.cookies import SESSION_COOKIE
from parta.identity.sessions import Device, start_session
from parta.main.app import Application

FAMILY_NAMES = ("Берёзкин", "Журавлёва", "Соколов", "Ладогина", "Озерцов", "Полянская", "Туманов", "Яблокова")
GIVEN_NAMES = ("Аня", "Борис", "Вера", "Глеб", "Даша", "Егор", "Жанна", "Захар", "Ира")


class Actor:
    """A person with a browser: HTTP calls under `/api`, signed in."""

    def __init__(self, person_id: int, client: httpx.AsyncClient, token: str) -> None:
        self.id, self.client, self.token = person_id, client, token

    async def get(self, path: str, **options: Any) -> httpx.Response:
        """GET /api{path}."""
        return await self.client.get(f"/api{path}", **options)

    async def post(self, path: str, json: Any = None, **options: Any) -> httpx.Response:
        """POST /api{path}."""
        return await self.client.post(f"/api{path}", json=json, **options)

    async def put(self, path: str, json: Any = None, **options: Any) -> httpx.Response:
        """PUT /api{path}."""
        return await self.client.put(f"/api{path}", json=json, **options)

    async def patch(self, path: str, json: Any = None, **options: Any) -> httpx.Response:
        """PATCH /api{path}."""
        return await self.client.patch(f"/api{path}", json=json, **options)

    async def delete(self, path: str, **options: Any) -> httpx.Response:
        """DELETE /api{path}."""
        return await self.client.delete(f"/api{path}", **options)


class World:
    """Makes what a test asks for and closes it afterwards."""

    def __init__(self, application: Application) -> None:
        self.application, self.database = application, application.database
        self._clients: list[httpx.AsyncClient] = []
        self._made = 0

    async def close(self) -> None:
        """Close every browser."""
        for client in self._clients:
            await client.aclose()

    async def person(self, family_name: str = "", given_name: str = "", *, claimed: bool = True) -> Actor:
        """Somebody without roles, signed in."""
        self._made += 1
        family_name = family_name or FAMILY_NAMES[self._made % len(FAMILY_NAMES)]
        given_name = given_name or GIVEN_NAMES[self._made % len(GIVEN_NAMES)]
        async with self.database.transaction() as tx:
            person_id = await tx.value(
                "INSERT INTO people (family_name, given_name, claimed_at)"
                " VALUES ($1, $2, CASE WHEN $3 THEN now() END) RETURNING id",
                family_name,
                given_name,
                claimed,
            )
            return await self._sign_in(tx, person_id)

    async def sign_in(self, person_id: int) -> Actor:
        """One more browser of somebody who exists."""
        async with self.database.transaction() as tx:
            return await self._sign_in(tx, person_id)

    async def _sign_in(self, tx: Tx, person_id: int) -> Actor:
        session = await start_session(tx, person_id, device=Device(), lifetime=timedelta(days=1))
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.application),
            base_url="http://parta.test",
            cookies={SESSION_COOKIE: session.token},
            headers={"X-CSRF-Token": session.csrf},
        )
        self._clients.append(client)
        return Actor(person_id, client, session.token)

    async def school(self, name: str = "Школа на Озёрной") -> int:
        """An organisation."""
        return await self._value(
            "INSERT INTO organisations (type, name, short_name) VALUES ('school', $1, $1) RETURNING id", name
        )

    async def role(
        self, person: Actor, role: str, organisation_id: int | None, *, position: str = ""
    ) -> None:
        """Give a confirmed role."""
        await self._run(
            "INSERT INTO roles (person_id, organisation_id, role, position, confirmed_at, source)"
            " VALUES ($1, $2, $3, $4, now(), 'manual')",
            person.id,
            organisation_id,
            role,
            position,
        )

    async def school_class(self, organisation_id: int, title: str = "7 «Б»", kind: str = "homeroom") -> int:
        """A class, or with kind="subject" a subject group."""
        return await self._value(
            "INSERT INTO classes (organisation_id, kind, title) VALUES ($1, $2, $3) RETURNING id",
            organisation_id,
            kind,
            title,
        )

    async def enrol(
        self, class_id: int, person: Actor, role: str = "pupil", *, class_teacher: bool = False
    ) -> None:
        """Put somebody into a class."""
        await self._run(
            "INSERT INTO enrollments (class_id, person_id, role, class_teacher) VALUES ($1, $2, $3, $4)",
            class_id,
            person.id,
            role,
            class_teacher,
        )

    async def guardian(self, guardian: Actor, child: Actor) -> None:
        """Make somebody a child's guardian."""
        await self._run(
            "INSERT INTO guardianships (guardian_id, child_id, relation, source) VALUES ($1, $2, 'parent', 'manual')",
            guardian.id,
            child.id,
        )

    async def _run(self, sql: str, *args: Any) -> None:
        async with self.database.transaction() as tx:
            await tx.run(sql, *args)

    async def _value(self, sql: str, *args: Any) -> int:
        async with self.database.transaction() as tx:
            value: int = await tx.value(sql, *args)
            return value
