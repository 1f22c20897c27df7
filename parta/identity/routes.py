"""HTTP of identity. Signing in itself and GET /me answer with roles, so they live a floor higher, in safety."""

from typing import Annotated

import msgspec
from litestar import Response, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta

import parta
from parta.core.config import Configuration, CoreSettings
from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.core.http.language import language_of
from parta.core.http.paging import Page
from parta.identity import codes, consents, sessions
from parta.identity.access import Holder, Person
from parta.identity.codes import RequestedCode
from parta.identity.consents import Consent, RecordedConsent
from parta.identity.contacts import normalise
from parta.identity.cookies import AnyRequest, address_of, no_cookie
from parta.identity.delivery_choice import CodesDelivered, codes_delivered
from parta.identity.documents import Document, DocumentToAccept, documents_of
from parta.identity.moving import routes as routes_moving
from parta.identity.outside import routes as routes_outside
from parta.identity.outside.choice import OfferedProvider, offered
from parta.identity.passkeys import routes as routes_passkeys
from parta.identity.second_factor import routes as routes_second_factor
from parta.identity.sessions import SessionInfo
from parta.identity.settings import IdentitySettings
from parta.identity.stored_data import StoredSection, describe_stored_data


class CodeRequest(msgspec.Struct, frozen=True):
    """Whom to send a code: a phone in any spelling, or an e-mail address."""

    contact: Annotated[str, Meta(min_length=1, max_length=254)]


class GivenConsents(msgspec.Struct, frozen=True):
    """Documents a person has read and accepts."""

    consents: Annotated[list[Consent], Meta(max_length=10)]


class PublicSettings(msgspec.Struct, frozen=True):
    """What anybody may know about this installation."""

    name: str
    demo: bool
    codes_delivered: CodesDelivered
    version: str
    locale: str
    outside: list[OfferedProvider]


@get("/settings", tags=["installation"])
async def read_settings(request: AnyRequest, configuration: NamedDependency[Configuration]) -> PublicSettings:
    """The installation's name and how its codes travel; needs no signing in."""
    core = configuration.get(CoreSettings)
    delivered = codes_delivered(configuration.get(IdentitySettings))
    return PublicSettings(
        core.name,
        core.demo,
        delivered,
        parta.__version__,
        language_of(request.scope),
        offered(configuration),
    )


@post("/sign-in/codes", status_code=202, tags=["sign-in"])
async def request_code(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    configuration: NamedDependency[Configuration],
    data: JSONBody[CodeRequest],
) -> RequestedCode:
    """Send a one-time code. The answer does not tell whether anybody has this contact."""
    settings = configuration.get(IdentitySettings)
    contact = normalise(data.contact, region=settings.phone_region)
    locale = language_of(request.scope)
    return await codes.request_code(tx, contact, ip=address_of(request), locale=locale, settings=settings)


@get("/documents", tags=["consents"])
async def list_documents(
    request: AnyRequest, configuration: NamedDependency[Configuration]
) -> Page[Document]:
    """The user agreement and the privacy policy in force; needs no signing in."""
    documents = documents_of(configuration.get(IdentitySettings))
    return Page(documents.in_force(language_of(request.scope)))


@get("/documents/{document:str}", tags=["consents"])
async def read_document(
    request: AnyRequest, configuration: NamedDependency[Configuration], document: FromPath[str]
) -> Document:
    """One document in force; needs no signing in."""
    documents = documents_of(configuration.get(IdentitySettings))
    for one in documents.in_force(language_of(request.scope)):
        if one.document == document:
            return one
    raise NotFound


@get("/me/consents", tags=["consents"])
async def list_consents(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Page[RecordedConsent]:
    """What I agreed to and when."""
    return Page(await consents.list_consents(tx, of=me.id))


@put("/me/consents", tags=["consents"])
async def give_consents(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    configuration: NamedDependency[Configuration],
    data: JSONBody[GivenConsents],
) -> Page[DocumentToAccept]:
    """Accept documents in force; answers those still to be accepted."""
    documents = documents_of(configuration.get(IdentitySettings))
    await consents.give_consents(tx, data.consents, documents=documents, by=me.id)
    return Page(await consents.documents_to_accept(tx, me.id, documents=documents, locale=me.locale))


@get("/me/data", tags=["consents"])
async def read_stored_data(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Page[StoredSection]:
    """«Передаваемые данные»: exactly what is stored about me, table by table."""
    return Page(await describe_stored_data(tx, me.id, locale=me.locale))


@get("/me/sessions", tags=["sessions"])
async def list_sessions(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Page[SessionInfo]:
    """My signed-in devices, this one first."""
    return Page(await sessions.list_sessions(tx, of=me.id, current=me.session_id))


@delete("/me/sessions", tags=["sessions"])
async def end_other_sessions(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> None:
    """Sign out all my devices but this one."""
    await sessions.end_sessions_of(tx, me.id, but=me.session_id)


@delete("/me/sessions/{session_id:int}", tags=["sessions"])
async def end_session(
    tx: NamedDependency[Tx], me: NamedDependency[Person], session_id: FromPath[int]
) -> None:
    """Sign one of my devices out at once."""
    await sessions.end_session(tx, session_id, of=me.id)


@delete("/me/session", tags=["sessions"])
async def sign_out(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    holder: NamedDependency[Holder],
    configuration: NamedDependency[Configuration],
) -> Response[None]:
    """Sign this device out."""
    await sessions.end_session(tx, holder.session_id, of=holder.person_id)
    return Response(None, status_code=204, cookies=[no_cookie(request, configuration)])


handlers = [
    read_settings,
    request_code,
    list_documents,
    read_document,
    list_consents,
    give_consents,
    read_stored_data,
    list_sessions,
    end_other_sessions,
    end_session,
    sign_out,
    *routes_outside.handlers,
    *routes_moving.handlers,
    *routes_passkeys.handlers,
    *routes_second_factor.handlers,
]
