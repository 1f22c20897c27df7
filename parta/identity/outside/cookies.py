"""The cookie of a browser that has left for a service."""

from datetime import timedelta

from litestar.datastructures import Cookie

from parta.core.config import Configuration, CoreSettings
from parta.identity.cookies import AnyRequest
from parta.identity.outside.departure import Departure
from parta.identity.outside.flows import LIFETIME

OUTSIDE_COOKIE = "parta_outside"


def outside_cookie(request: AnyRequest, configuration: Configuration, secret: str) -> Cookie:
    """Out of reach of scripts; `lax`, because it must be there when the service sends the browser back."""
    public_url = configuration.get(CoreSettings).public_url or ""
    # The proof is used within another ten minutes after the return.
    age = 2 * LIFETIME if secret else timedelta(0)
    return Cookie(
        key=OUTSIDE_COOKIE,
        value=secret,
        path="/api/",
        httponly=True,
        samesite="lax",
        secure=public_url.startswith("https:") or request.scope["scheme"] == "https",
        max_age=int(age.total_seconds()),
    )


def no_outside_cookie(request: AnyRequest, configuration: Configuration) -> Cookie:
    """The cookie's end."""
    return outside_cookie(request, configuration, "")


def departure_of(request: AnyRequest, configuration: Configuration, provider: str) -> Departure:
    """The browser's secret, and the page of ours that the service sends browsers back to."""
    place = configuration.get(CoreSettings).public_url or str(request.base_url)
    secret = request.cookies.get(OUTSIDE_COOKIE, "")[:100]
    return Departure(secret, f"{place.rstrip('/')}/sign-in/{provider}")
