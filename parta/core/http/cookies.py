"""The session cookie and the CSRF token that goes with it."""

import hmac
from typing import Any

SESSION_COOKIE = "parta_session"
CSRF_HEADER = b"x-csrf-token"


def cookies_of(scope: Any) -> dict[str, str]:
    """Parse the Cookie header; a broken pair is skipped."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        if name == b"cookie":
            for pair in value.decode("latin-1").split(";"):
                key, equals, content = pair.strip().partition("=")
                if equals:
                    found.setdefault(key, content.strip('"'))
    return found


def csrf_token(session_token: str) -> str:
    """Derive the token that a page must send back.

    Scripts cannot read the HttpOnly cookie, so only a page that was told the token by us knows it.
    """
    return hmac.digest(session_token.encode(), b"parta csrf 1", "sha256").hex()


def csrf_matches(session_token: str, given: bytes) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(csrf_token(session_token).encode(), given)
