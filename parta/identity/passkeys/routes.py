"""HTTP of passkeys: a person's own keys, and the question before signing in by one."""

from typing import Annotated, Any

import msgspec
from litestar import Response, delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from parta.core.config import Configuration
from parta.core.db import Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.core.http.paging import Page
from parta.identity.access import Holder, Person
from parta.identity.cookies import AnyRequest, address_of
from parta.identity.passkeys import adding, removing
from parta.identity.passkeys.adding import Named, Passkey
from parta.identity.passkeys.challenges import site_of
from parta.identity.passkeys.cookies import question_of, remember_question
from parta.identity.passkeys.entering import offer_sign_in

# A question kept for a repeated request would be no new question.
keep_no_trace_of(r"/api/(sign-in|me)/passkey-questions")

KeyName = Annotated[str, Meta(min_length=1, max_length=60)]


class KeyQuestion(msgspec.Struct, frozen=True):
    """What the browser hands to `navigator.credentials`, in its JSON form."""

    options: dict[str, Any]


class NewPasskey(msgspec.Struct, frozen=True):
    """What the authenticator made, in the browser's JSON form, and what to call it."""

    answer: dict[str, Any]
    name: KeyName


class PasskeyName(msgspec.Struct, frozen=True):
    """What a key is called from now on."""

    name: KeyName


@post("/sign-in/passkey-questions", status_code=200, tags=["sign-in"])
async def ask_to_sign_in(
    request: AnyRequest, tx: NamedDependency[Tx], configuration: NamedDependency[Configuration]
) -> Response[KeyQuestion]:
    """Ask this browser for a key, whosever it is; the answer says nothing about anybody."""
    site = site_of(request, configuration)
    options, secret = await offer_sign_in(tx, site, address_of(request))
    return _asked(options, secret, request, configuration)


@get("/me/passkeys", tags=["passkeys"])
async def list_passkeys(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Page[Passkey]:
    """My keys, oldest first; twenty at most."""
    return Page(await adding.list_passkeys(tx, of=me.id))


@post("/me/passkey-questions", status_code=200, tags=["passkeys"])
async def ask_for_new_key(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    enroller: NamedDependency[Holder],
    configuration: NamedDependency[Configuration],
) -> Response[KeyQuestion]:
    """Ask this browser to make a key for me."""
    name = f"{enroller.given_name} {enroller.family_name}"
    site = site_of(request, configuration)
    options, secret = await adding.offer(tx, site, Named(enroller.person_id, name))
    return _asked(options, secret, request, configuration)


@post("/me/passkeys", tags=["passkeys"])
async def add_passkey(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    enroller: NamedDependency[Holder],
    configuration: NamedDependency[Configuration],
    data: JSONBody[NewPasskey],
) -> Passkey:
    """Make what the browser answered my key."""
    site = site_of(request, configuration)
    return await adding.add(
        tx, data.answer, question_of(request), site, name=data.name, by=enroller.person_id
    )


@patch("/me/passkeys/{passkey_id:int}", status_code=204, tags=["passkeys"])
async def rename_passkey(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    passkey_id: FromPath[int],
    data: JSONBody[PasskeyName],
) -> None:
    """Call one of my keys otherwise."""
    await adding.rename(tx, passkey_id, data.name, by=me.id)


@delete("/me/passkeys/{passkey_id:int}", tags=["passkeys"])
async def remove_passkey(
    tx: NamedDependency[Tx], me: NamedDependency[Person], passkey_id: FromPath[int]
) -> None:
    """Let one of my keys open nothing any more."""
    await removing.remove(tx, passkey_id, by=me.id)


def _asked(
    options: dict[str, Any], secret: str, request: AnyRequest, configuration: Configuration
) -> Response[KeyQuestion]:
    answer = Response(KeyQuestion(options), status_code=200, headers={"Cache-Control": "no-store"})
    remember_question(answer, request, configuration, secret)
    return answer


handlers = [
    ask_to_sign_in,
    list_passkeys,
    ask_for_new_key,
    add_passkey,
    rename_passkey,
    remove_passkey,
]
