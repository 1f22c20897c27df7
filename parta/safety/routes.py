"""HTTP of safety: coming in and oneself, and other people as far as one may see them."""

from typing import Annotated, Literal

import msgspec
from litestar import Response, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import Meta

from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.core.http.cookies import SESSION_COOKIE
from parta.core.http.paging import Limit, Page
from parta.identity import codes
from parta.identity.access import Person, is_back_after_a_while
from parta.identity.consents import Consent
from parta.identity.cookies import AnyRequest, device_of, session_cookie
from parta.identity.documents import documents_of
from parta.identity.names import FullName
from parta.identity.profile import set_preferences
from parta.identity.settings import IdentitySettings
from parta.identity.sign_in import SignIn, sign_in
from parta.safety import (
    people,
    routes_contact_rules,
    routes_journal,
    routes_outside,
    routes_passkeys,
    routes_quiet_hours,
    search,
)
from parta.safety.coming_in import SignedIn, answer_signed_in
from parta.safety.events import QuietHoursChanged
from parta.safety.families import routes as routes_families
from parta.safety.me import Me, describe_me
from parta.safety.people import PersonBrief, Profile
from parta.safety.policies import routes as routes_policies
from parta.safety.search import FoundPerson

MOST_AT_ONCE = 100


class CodeEntered(msgspec.Struct, frozen=True):
    """The code somebody received, and what the first sign-in needs besides."""

    code_id: Annotated[str, Meta(min_length=1, max_length=64)]
    code: Annotated[str, Meta(min_length=1, max_length=16)]
    profile: FullName | None = None
    consents: Annotated[list[Consent], Meta(max_length=10)] = []


class Preferences(msgspec.Struct, frozen=True):
    """What a person may change about themselves; absent stays."""

    locale: Literal["ru", "en"] | None = None
    time_zone: Annotated[str, Meta(max_length=64)] | None = None


@post("/sign-in/sessions", status_code=200, tags=["sign-in"])
async def open_session(
    request: AnyRequest, tx: NamedDependency[Tx], data: JSONBody[CodeEntered]
) -> Response[SignedIn]:
    """Sign in with a one-time code. The first to prove an expected profile's contact receives it with its roles."""
    settings = tx.configuration.get(IdentitySettings)
    device = device_of(request)
    proven = await codes.prove_code(tx, data.code_id, data.code.strip(), ip=device.ip, settings=settings)
    brought = SignIn(device, documents_of(settings), settings.session_lifetime, data.profile, data.consents)
    return await answer_signed_in(request, tx, await sign_in(tx, proven, brought))


@get("/me", tags=["me"])
async def read_me(request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Response[Me]:
    """Me, my roles, classes and family."""
    token = request.cookies[SESSION_COOKIE]
    answer = Response(await describe_me(tx, me, token=token), headers={"Cache-Control": "no-store"})
    # So that a device in use stays signed in. Not each time: a late answer would put back the cookie
    # of a person whose place somebody else has just taken in another tab.
    if is_back_after_a_while(me):
        lifetime = tx.configuration.get(IdentitySettings).session_lifetime
        answer.set_cookie(session_cookie(request, tx.configuration, token, lifetime))
    return answer


@patch("/me", tags=["me"])
async def change_me(
    request: AnyRequest, tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[Preferences]
) -> Me:
    """Change my language or time zone."""
    await set_preferences(tx, locale=data.locale, time_zone=data.time_zone, by=me.id)
    if data.time_zone is not None:
        tx.emit(QuietHoursChanged(person_id=me.id))  # the same clock now strikes at other moments
    changed = msgspec.structs.replace(
        me, locale=data.locale or me.locale, time_zone=data.time_zone or me.time_zone
    )
    return await describe_me(tx, changed, token=request.cookies[SESSION_COOKIE])


@get("/people", tags=["people"])
async def list_people(
    tx: NamedDependency[Tx], me: NamedDependency[Person], ids: FromQuery[str]
) -> Page[PersonBrief]:
    """Briefs of up to 100 people by `ids=1,2,3`; those I may not see are left out, like those who do not exist."""
    try:
        wanted = [int(one) for one in ids.split(",")] if ids else []
    except ValueError:
        raise Invalid("invalid", field="ids") from None
    if len(wanted) > MOST_AT_ONCE:
        raise Invalid("too_many_ids", field="ids")
    return Page(await people.briefs(tx, wanted, to=me.id, locale=me.locale))


@get("/people/search", tags=["people"])
async def search_people(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    q: Annotated[str, QueryParameter(max_length=100)] = "",
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[FoundPerson]:
    """Find people of my own circle by the beginnings of their names; an empty `q` lists the circle by surname."""
    return await search.search_circle(tx, me.id, q, after=after, limit=limit, locale=me.locale)


@get("/people/{person_id:int}", tags=["people"])
async def read_profile(
    tx: NamedDependency[Tx], me: NamedDependency[Person], person_id: FromPath[int]
) -> Profile:
    """A person I may see: organisations, classes, whether I may write, chats we share."""
    return await people.read_profile(tx, person_id, to=me.id, locale=me.locale)


handlers = [
    open_session,
    read_me,
    change_me,
    list_people,
    search_people,
    read_profile,
    *routes_contact_rules.handlers,
    *routes_journal.handlers,
    *routes_outside.handlers,
    *routes_passkeys.handlers,
    *routes_quiet_hours.handlers,
    *routes_policies.handlers,
    *routes_families.handlers,
]
