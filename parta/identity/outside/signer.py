"""Signatures by which ЕСИА knows an information system, and those by which ЕСИА itself is known."""

from typing import Protocol

from parta.core.errors import Problem
from parta.identity.outside.provider import Unavailable


class SigningFailed(Exception):
    """The signature could not be made; the words are for the operator."""


class Signer(Protocol):
    """Signs in the name of the information system."""

    async def sign(self, text: bytes) -> bytes:
        """The signature's octets; SigningFailed when there is none."""


class Checker(Protocol):
    """Checks signatures of ЕСИА that our own library does not know (ГОСТ Р 34.10-2012)."""

    async def is_genuine(self, text: bytes, signature: bytes) -> bool:
        """Whether ЕСИА has signed the text; SigningFailed when nobody could tell."""


def cannot_sign(error: SigningFailed) -> Problem:
    """What the person is told when our own signature is missing; the reason goes into the log."""
    return Unavailable("esia", f"no signature: {error}")
