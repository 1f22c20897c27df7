"""The answer to whoever has just opened a session: who they are, and the cookie."""

import msgspec
from litestar import Response

from parta.core.db import Tx
from parta.identity.access import person_of_cookie
from parta.identity.cookies import AnyRequest, session_cookie
from parta.identity.second_factor.standing import Lack
from parta.identity.sessions import OpenedSession
from parta.identity.settings import IdentitySettings
from parta.safety.me import Me, describe_me


class SignedIn(msgspec.Struct, frozen=True):
    """A session is open; unsafe requests now carry `csrf` in X-CSRF-Token.

    While it `lacks` a second factor there is nobody in it yet, and it opens nothing but /api/me/second-factor.
    """

    csrf: str
    person: Me | None
    lacks: Lack | None = None


async def answer_signed_in(request: AnyRequest, tx: Tx, opened: OpenedSession) -> Response[SignedIn]:
    """Tell the person who they are and give the browser its cookie; also for sessions opened by other rooms."""
    person = await person_of_cookie(tx, opened.token)
    if person is None and opened.lacks is None:
        raise LookupError("the session just opened is not there")
    described = None if person is None else await describe_me(tx, person, token=opened.token)
    body = SignedIn(opened.csrf, described, opened.lacks)
    lifetime = tx.configuration.get(IdentitySettings).session_lifetime
    cookie = session_cookie(request, tx.configuration, opened.token, lifetime)
    return Response(body, status_code=200, cookies=[cookie], headers={"Cache-Control": "no-store"})
