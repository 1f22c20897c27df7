"""HTTP of signing in by a key; the question before it is identity's."""

from typing import Annotated, Any

import msgspec
from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from parta.core.db import Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.identity.consents import Consent
from parta.identity.cookies import AnyRequest, device_of
from parta.identity.documents import documents_of
from parta.identity.passkeys.challenges import site_of
from parta.identity.passkeys.cookies import question_of
from parta.identity.passkeys.entering import sign_in_by_passkey
from parta.identity.settings import IdentitySettings
from parta.identity.sign_in import SignIn
from parta.safety.coming_in import SignedIn, answer_signed_in

# A kept answer would be a session for whoever repeats the request.
keep_no_trace_of(r"/api/sign-in/passkey-sessions")


class KeyShown(msgspec.Struct, frozen=True):
    """What a key answered, in the browser's JSON form, and consents where new documents are in force."""

    answer: dict[str, Any]
    consents: Annotated[list[Consent], Meta(max_length=10)] = []


@post("/sign-in/passkey-sessions", status_code=200, tags=["sign-in"])
async def open_passkey_session(
    request: AnyRequest, tx: NamedDependency[Tx], data: JSONBody[KeyShown]
) -> Response[SignedIn]:
    """Sign in by a key alone; it asked for a finger or a PIN, and so stands for both factors."""
    settings = tx.configuration.get(IdentitySettings)
    brought = SignIn(
        device_of(request), documents_of(settings), settings.session_lifetime, None, data.consents
    )
    site = site_of(request, tx.configuration)
    opened = await sign_in_by_passkey(tx, data.answer, question_of(request), site, brought)
    return await answer_signed_in(request, tx, opened)


handlers = [open_passkey_session]
