"""HTTP of signing in by what a service has vouched for; leaving for it and coming back is identity's."""

from typing import Annotated

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
from parta.identity.names import FullName
from parta.identity.outside.cookies import departure_of, no_outside_cookie
from parta.identity.outside.entering import sign_in_outside
from parta.identity.settings import IdentitySettings
from parta.identity.sign_in import SignIn
from parta.safety.coming_in import SignedIn, answer_signed_in

# A kept answer would be a session for whoever repeats the request.
keep_no_trace_of(r"/api/sign-in/outside-sessions")


class ProofUsed(msgspec.Struct, frozen=True):
    """What the first sign-in needs besides the proof."""

    profile: FullName | None = None
    consents: Annotated[list[Consent], Meta(max_length=10)] = []


@post("/sign-in/outside-sessions", status_code=200, tags=["sign-in"])
async def open_outside_session(
    request: AnyRequest, tx: NamedDependency[Tx], data: JSONBody[ProofUsed]
) -> Response[SignedIn]:
    """Sign in with what this browser has proven at a service."""
    settings = tx.configuration.get(IdentitySettings)
    brought = SignIn(
        device_of(request), documents_of(settings), settings.session_lifetime, data.profile, data.consents
    )
    departure = departure_of(request, tx.configuration, "")
    answer = await answer_signed_in(request, tx, await sign_in_outside(tx, departure.secret, brought))
    answer.set_cookie(no_outside_cookie(request, tx.configuration))
    return answer


handlers = [open_outside_session]
