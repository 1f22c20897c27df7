"""What was noted, and what was closed, is forgotten in time."""

from datetime import timedelta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.housekeeping import goes_round
from parta.core.jobs import Job, performs
from parta.moderation.settings import ModerationSettings
from parta.moderation.words import queries_following as queries

EVERY = timedelta(hours=6)


@goes_round
class ForgetWatched(Job, frozen=True):
    """Look once for what has served."""


@performs(ForgetWatched)
async def forget_watched(tx: Tx, job: ForgetWatched) -> None:
    """Forget what is older than its term, and come again."""
    moment, settings = now(), tx.configuration.get(ModerationSettings)
    await tx.run(queries.FORGET_NOTED, moment - settings.noted_kept)
    await tx.run(queries.FORGET_ALERTS, moment - settings.alerts_kept)
    await tx.enqueue(ForgetWatched(), due_at=moment + EVERY, key=f"after {moment.timestamp():.0f}")
