"""Signatures made and checked by a program of the operator: the way to GOST, which our library does not speak."""

import asyncio
import os
import shlex
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta

import msgspec

from parta.identity.outside.signer import SigningFailed

MOST_SAID = 64 * 1024  # bytes


class CommandSigner(msgspec.Struct, frozen=True):
    """The text goes to the program's input, the signature's octets come from its output."""

    command: str
    timeout: timedelta

    async def sign(self, text: bytes) -> bytes:
        """The octets the program has written."""
        status, said = await _run(self.command, text, timeout=self.timeout)
        if status != 0 or not said:
            raise SigningFailed(f"the command ended with {status} and {len(said)} bytes")
        return said


class CommandChecker(msgspec.Struct, frozen=True):
    """The text goes to the program's input, the signature as Base64 into PARTA_SIGNATURE; 0 means genuine, 1 forged."""

    command: str
    timeout: timedelta

    async def is_genuine(self, text: bytes, signature: bytes) -> bool:
        """What the program says; an end that is neither 0 nor 1 decides nothing."""
        more = {"PARTA_SIGNATURE": b64encode(signature).decode()}
        status, _ = await _run(self.command, text, timeout=self.timeout, more=more)
        if status not in (0, 1):
            raise SigningFailed(f"the command ended with {status}")
        return status == 0


async def _run(
    command: str, text: bytes, *, timeout: timedelta, more: Mapping[str, str] | None = None
) -> tuple[int, bytes]:
    """No shell is between: the settings name a program and its arguments."""
    if not command.strip():
        raise SigningFailed("no command is set")
    # A program of others needs none of our secrets.
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PARTA_")}
    try:
        process = await asyncio.create_subprocess_exec(
            *shlex.split(command),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=environ | dict(more or {}),
        )
    except (OSError, ValueError) as error:
        raise SigningFailed(f"{type(error).__name__}: {error}") from None
    try:
        async with asyncio.timeout(timeout / timedelta(seconds=1)):
            said, _ = await process.communicate(text)
    except TimeoutError:
        raise SigningFailed(f"the command took longer than {timeout}") from None
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if len(said) > MOST_SAID:
        raise SigningFailed("the command said too much to be a signature")
    return process.returncode or 0, said
