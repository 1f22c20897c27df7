"""Who is asking: the only way from a cookie to a person."""

from datetime import datetime
from typing import Any

import msgspec
from litestar import Request
from litestar.di import NamedDependency, Provide

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Problem
from parta.core.http.cookies import SESSION_COOKIE, csrf_token
from parta.identity import queries
from parta.identity.second_factor.standing import Lack, lack_again
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


class Holder(msgspec.Struct, frozen=True):
    """Whoever holds a session, be it one that still lacks a second factor: for the few routes where it is given."""

    session_id: int
    person_id: int
    family_name: str
    given_name: str
    lacks: Lack | None
    csrf: str = ""


async def provide_person(request: Request[Any, Any, Any], tx: NamedDependency[Tx]) -> Person:
    """The person behind the request's cookie, in one query; 401 `sign_in_first` when there is none.

    This is the door that a session lacking a second factor does not pass: 403 `second_factor_first`. That an unsafe request carries the page's token is checked by core before this.
    """
    person = await person_of_cookie(tx, request.cookies.get(SESSION_COOKIE, ""))
    if person is None:
        raise factor_first(await provide_holder(request, tx))
    if is_back_after_a_while(person):
        if await lack_again(tx, person.id, person.session_id):
            raise factor_first(await provide_holder(request, tx), keeps_changes=True)
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


async def provide_holder(request: Request[Any, Any, Any], tx: NamedDependency[Tx]) -> Holder:
    """Who holds the cookie's session, whatever it lacks; 401 `sign_in_first` when there is none."""
    token = request.cookies.get(SESSION_COOKIE, "")
    holder = await tx.row(queries.HOLDER_OF_COOKIE, token_hash(token), now(), into=Holder) if token else None
    if holder is None:
        raise Problem("sign_in_first", status=401)
    return msgspec.structs.replace(holder, csrf=csrf_token(token))


async def provide_enroller(request: Request[Any, Any, Any], tx: NamedDependency[Tx]) -> Holder:
    """Whoever may set a factor up: with a whole session, or with one that lacks just that."""
    holder = await provide_holder(request, tx)
    if holder.lacks == "factor":
        raise factor_first(holder)
    return holder


def factor_first(holder: Holder, *, keeps_changes: bool = False) -> Problem:
    """The one refusal a limited session gets; it says what is lacking, and the page's token to give it with."""
    return Problem(
        "second_factor_first",
        status=403,
        lacks=holder.lacks,
        csrf=holder.csrf,
        keeps_changes=keeps_changes,
    )


DEPENDENCIES = {
    "me": Provide(provide_person),
    "holder": Provide(provide_holder),
    "enroller": Provide(provide_enroller),
}
