"""Pushes on their way: jobs, so that they survive a restart and a push service that is down."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import httpx

from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.core.jobs import Job, backoff, performs
from parta.notifications import queries_push as queries
from parta.notifications.push_key import push_key
from parta.notifications.push_sending import Answer, PushNote, Subscription, Verdict, send_push
from parta.notifications.settings import NotificationsSettings

MOST_TRIES = 7  # the last about ten minutes after the first; later nobody needs it any more
LEASE = timedelta(minutes=15)

# The iPhone takes the right to push from pages that let a push pass unseen.
SHOWS_EVERYTHING = "https://web.push.apple.com/"

Told = tuple[Subscription, Answer]


class PushNews(Job, frozen=True):
    """Tell these people on all their devices, unless they have read it meanwhile."""

    note: PushNote
    people: list[int]


class PushAgain(Job, frozen=True):
    """Try one device once more."""

    note: PushNote
    subscription_id: int
    tries: int


@performs(PushNews, lease=LEASE)
async def push_news(db: Database, job: PushNews) -> None:
    """Told twice after a crash is told once: a notification of the same chat takes the place of the first."""
    async with db.transaction() as tx:
        to = await _subscriptions(tx, job)
        if to and job.note.kind == "message":
            people = sorted({one.person_id for one in to})
            await tx.run(queries.NOTE_PUSHED, people, job.note.conversation_id, job.note.number)
    await _send_and_settle(db, job.note, to, tries=1)


@performs(PushAgain, lease=LEASE)
async def push_again(db: Database, job: PushAgain) -> None:
    """A device that was signed out meanwhile is left alone."""
    async with db.transaction() as tx:
        to = await tx.rows(queries.SUBSCRIPTION, [job.subscription_id], now(), into=Subscription)
    await _send_and_settle(db, job.note, to, tries=job.tries + 1)


async def _subscriptions(tx: Tx, job: PushNews) -> list[Subscription]:
    note = job.note
    if note.kind == "message":
        where = (note.conversation_id, note.number)
        if not await tx.value(queries.IS_LIVING_MESSAGE, *where):
            return []
        return await tx.rows(queries.SUBSCRIPTIONS_FOR_MESSAGE, job.people, now(), *where, into=Subscription)
    found = await tx.rows(queries.SUBSCRIPTIONS_OF, job.people, now(), into=Subscription)
    return [one for one in found if note.kind != "read" or not one.endpoint.startswith(SHOWS_EVERYTHING)]


async def _send_and_settle(db: Database, note: PushNote, to: Sequence[Subscription], *, tries: int) -> None:
    if not to or not db.configuration.get(NotificationsSettings).push:
        return
    told = await _send_all(db, note, to)
    gone = [one.id for one, answer in told if answer.verdict is Verdict.GONE]
    async with db.transaction() as tx:
        if gone:
            await tx.run(queries.FORGET_SUBSCRIPTIONS, gone)
        for one, answer in told:
            if answer.verdict is Verdict.LATER and tries < MOST_TRIES:
                pause = max(backoff(tries), answer.pause or timedelta(0))
                again = PushAgain(note=note, subscription_id=one.id, tries=tries)
                await tx.enqueue(again, due_at=now() + pause)


async def _send_all(db: Database, note: PushNote, to: Sequence[Subscription]) -> list[Told]:
    settings = db.configuration.get(NotificationsSettings)
    async with db.transaction() as tx:
        key = await push_key(tx)
    gate = asyncio.Semaphore(settings.push_at_once)
    timeout = settings.push_timeout / timedelta(seconds=1)
    # No redirects and no proxies of the environment: both would lead where nobody has looked.
    async with httpx.AsyncClient(timeout=timeout, follow_redirects=False, trust_env=False) as client:

        async def send(one: Subscription) -> Told:
            async with gate:
                return one, await send_push(client, note, one, key=key, configuration=db.configuration)

        return await asyncio.gather(*(send(one) for one in to))
