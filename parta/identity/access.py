"""Who is asking: the only way from a cookie to a person."""

from datetime import datetime
from typing import Any

import msgspec
from litestar import Request
from litestar.di import NamedDependency, Provide

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Problem
from parta.core.http.cookies import SESSION_COOKIE
from parta.identity import queries
from parta.identity.sessions import TOUCH_EVERY, token_hash, touch_session
from parta.identity.settings import IdentitySettings


class Person(msgspec.Struct, frozen=True):
    """Whoever is signed in and asking."""

    id: int
    session_id: int
    family_name: str
    given_name: str
    patronymic: str
    locale: str
    time_zone: str
    last_seen_at: datetime


async def provide_person(request: Request[Any, Any, Any], tx: NamedDependency[Tx]) -> Person:
    """The person behind the request's cookie, in one query; 401 `sign_in_first` when there is none.

    That an unsafe request carries the page's token is checked by core before this.
    """
    person = await person_of_cookie(tx, request.cookies.get(SESSION_COOKIE, ""))
    if person is None:
        raise Problem("sign_in_first", status=401)
    if is_back_after_a_while(person):
        lifetime = tx.configuration.get(IdentitySettings).session_lifetime
        await touch_session(tx, person.session_id, lifetime=lifetime)
    return person


def is_back_after_a_while(person: Person) -> bool:
    """Whether the device was silent long enough to be noted, and its cookie to be given anew."""
    return person.last_seen_at < now() - TOUCH_EVERY


async def person_of_cookie(tx: Tx, token: str) -> Person | None:
    """The person of a live session, or None: ended, expired, forged and absent are one answer."""
    if not token:
        return None
    return await tx.row(queries.PERSON_OF_COOKIE, token_hash(token), now(), into=Person)


DEPENDENCIES = {"me": Provide(provide_person)}
