"""The session's cookie, as it is set and taken away."""

from datetime import timedelta
from typing import Any

from litestar import Request
from litestar.datastructures import Cookie

from parta.core.config import Configuration, CoreSettings
from parta.core.http.cookies import SESSION_COOKIE
from parta.core.http.language import language_of
from parta.identity.sessions import Device

AnyRequest = Request[Any, Any, Any]

# A device whose owner wanted not to be asked for the second factor there again.
DEVICE_COOKIE = "parta_device"


def session_cookie(
    request: AnyRequest, configuration: Configuration, token: str, lifetime: timedelta
) -> Cookie:
    """Out of reach of scripts and of other sites; only over HTTPS where there is HTTPS."""
    return Cookie(
        key=SESSION_COOKIE,
        value=token,
        path="/",
        httponly=True,
        samesite="lax",
        secure=is_secure(request, configuration),
        max_age=int(lifetime.total_seconds()),
    )


def is_secure(request: AnyRequest, configuration: Configuration) -> bool:
    """Whether cookies are for HTTPS alone."""
    public_url = configuration.get(CoreSettings).public_url or ""
    return public_url.startswith("https:") or request.scope["scheme"] == "https"


def no_cookie(request: AnyRequest, configuration: Configuration) -> Cookie:
    """The cookie's end."""
    return session_cookie(request, configuration, "", timedelta(0))


def device_of(request: AnyRequest) -> Device:
    """What asks, by its own words and its network address."""
    return Device(
        ip=address_of(request),
        user_agent=request.headers.get("user-agent", "")[:500],
        locale=language_of(request.scope),
        remembered=request.cookies.get(DEVICE_COOKIE, "")[:64],
    )


def address_of(request: AnyRequest) -> str:
    """The network address; behind a trusted proxy core has put the right one there."""
    client = request.scope.get("client")
    return str(client[0]) if client else ""
