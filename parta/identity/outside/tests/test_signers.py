"""Programs that sign: what they say, and what happens when they do not."""

import sys
from datetime import timedelta

import pytest

from parta.identity.outside.signer import SigningFailed
from parta.identity.outside.signer_command import CommandChecker, CommandSigner
from parta.identity.outside.signer_pkcs7 import Pkcs7Signer
from parta.identity.outside.tests.papers import command


def program(text: str) -> str:
    """A command line that runs this Python."""
    return f'{sys.executable} -c "{text}"'


async def test_the_octets_of_a_program_are_the_signature():
    reverse = program("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])")
    assert await CommandSigner(reverse, timedelta(seconds=10)).sign(b"abc") == b"cba"


@pytest.mark.parametrize(
    "line", ["", "/no/such/program", program("import sys; sys.exit(3)"), program("print(end='')")]
)
async def test_a_program_that_fails_is_no_signature(line):
    with pytest.raises(SigningFailed):
        await CommandSigner(line, timedelta(seconds=10)).sign(b"abc")


async def test_a_program_that_thinks_too_long_is_ended():
    slow = program("import time; time.sleep(60)")
    with pytest.raises(SigningFailed, match="longer"):
        await CommandSigner(slow, timedelta(milliseconds=300)).sign(b"abc")


async def test_a_program_learns_none_of_our_secrets(monkeypatch):
    monkeypatch.setenv("PARTA_OPENID_CLIENT_SECRET", "hidden")
    told = program("import os; print(sorted(n for n in os.environ if n[:6] == 'PARTA_'))")
    assert await CommandSigner(told, timedelta(seconds=10)).sign(b"") == b"[]\n"


async def test_a_checker_that_crashes_decides_nothing(papers):
    check = command(papers, "check.py")
    assert await CommandChecker(check, timedelta(seconds=10)).is_genuine(b"abc", b"3")
    assert not await CommandChecker(check, timedelta(seconds=10)).is_genuine(b"abc", b"4")
    with pytest.raises(SigningFailed):
        await CommandChecker(program("import sys; sys.exit(2)"), timedelta(seconds=10)).is_genuine(
            b"abc", b"3"
        )


async def test_a_key_that_is_not_there_is_said_to_the_operator(tmp_path):
    with pytest.raises(SigningFailed, match="FileNotFoundError"):
        await Pkcs7Signer(tmp_path / "no.pem", tmp_path / "no.key").sign(b"abc")
