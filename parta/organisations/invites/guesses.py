"""Guessing of codes is slow for a person and for an address, and whoever guesses much is written down."""

from datetime import timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import NotFound, TooMany
from parta.core.jobs import Job, performs
from parta.identity.code_limits import network_of
from parta.organisations.invites import queries_coming as queries
from parta.organisations.settings import OrganisationsSettings

MINE, AROUND = timedelta(minutes=10), timedelta(hours=1)
MOST_OF_PERSON = 10


class ForgetGuesses(Job, frozen=True):
    """Forget guesses older than an hour, and come again while there are any."""


@performs(ForgetGuesses)
async def forget_guesses(tx: Tx, job: ForgetGuesses) -> None:
    """What no limit counts any more is nobody's business."""
    await tx.run(queries.FORGET_GUESSES, now() - AROUND)
    if await tx.value(queries.ANY_GUESSES):
        await tx.enqueue(job, due_at=now() + AROUND, key="only")


class _Guesses(msgspec.Struct, frozen=True):
    mine: int
    around: int


async def refuse_guessers(tx: Tx, ip: str, *, by: int) -> None:
    """429 `invite_guesses` before a code is even looked for, right or wrong."""
    guesses = await _count(tx, ip, by)
    if guesses.mine >= MOST_OF_PERSON:
        raise TooMany("invite_guesses", retry_after=int(MINE.total_seconds()))
    if guesses.around >= _most_around(tx):
        raise TooMany("invite_guesses", retry_after=int(AROUND.total_seconds()))


async def refuse_guess(tx: Tx, ip: str, *, by: int) -> NotFound:
    """Count a wrong code; the refusal to raise, which keeps the count. The last one allowed goes into the audit log."""
    await tx.value(queries.LOCK_GUESSER, by)
    await tx.value(queries.LOCK_NETWORK, network_of(ip))
    await refuse_guessers(tx, ip, by=by)
    await tx.run(queries.NOTE_GUESS, by, network_of(ip), now())
    await tx.enqueue(ForgetGuesses(), due_at=now() + AROUND, key="only")
    guesses = await _count(tx, ip, by)
    for what, counted, most in (
        ("person", guesses.mine, MOST_OF_PERSON),
        ("address", guesses.around, _most_around(tx)),
    ):
        if counted == most:
            details = {"limit": what, "guesses": counted}
            await tx.audit("invite_guessing", actor_id=by, subject=f"person:{by}", details=details)
    refusal = NotFound()
    refusal.keeps_changes = True
    return refusal


async def _count(tx: Tx, ip: str, by: int) -> _Guesses:
    moment = now()
    counted = await tx.row(queries.GUESSES, by, network_of(ip), moment - MINE, moment - AROUND, into=_Guesses)
    return counted or _Guesses(0, 0)


def _most_around(tx: Tx) -> int:
    return tx.configuration.get(OrganisationsSettings).invite_guesses_per_address
