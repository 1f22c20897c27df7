"""The cookie that binds a question to the browser that was asked."""

from typing import Any

from litestar import Response
from litestar.datastructures import Cookie

from parta.core.config import Configuration
from parta.identity.cookies import AnyRequest, is_secure
from parta.identity.passkeys.challenges import LIFETIME

NAME = "parta_passkey"


def remember_question(
    answer: Response[Any], request: AnyRequest, configuration: Configuration, secret: str
) -> None:
    """Out of reach of scripts and never sent from another site."""
    answer.set_cookie(
        Cookie(
            key=NAME,
            value=secret,
            path="/api",
            httponly=True,
            samesite="strict",
            secure=is_secure(request, configuration),
            max_age=int(LIFETIME.total_seconds()),
        )
    )


def question_of(request: AnyRequest) -> str:
    """The secret this browser was given; empty when it was asked nothing."""
    return request.cookies.get(NAME, "")[:64]
