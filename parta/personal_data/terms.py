"""Once a day: what has stayed longer than its term goes. What other rooms keep, their own jobs carry away."""

from datetime import timedelta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.housekeeping import goes_round
from parta.core.jobs import Job, performs
from parta.identity.erasing import erase_person
from parta.personal_data import queries
from parta.personal_data.settings import PersonalDataSettings

EVERY = timedelta(days=1)
SOON = timedelta(seconds=5)
AT_ONCE = 50  # profiles erased in one transaction


@goes_round
class KeepTerms(Job, frozen=True):
    """Carry out the terms once."""


@performs(KeepTerms)
async def keep_terms(tx: Tx, job: KeepTerms) -> None:
    """Erase profiles that are left over and proofs that are too old, and come again: sooner when there is more."""
    moment, settings = now(), tx.configuration.get(PersonalDataSettings)
    left: list[int] = await tx.values(
        queries.LEFT_OVER, moment - settings.left_over_kept, moment - settings.abandoned_kept, AT_ONCE
    )
    for person_id in left:
        await erase_person(tx, person_id)
        await tx.audit(
            "person_erased", actor_id=None, subject=f"person:{person_id}", details={"why": "left over"}
        )
    await tx.run(queries.FORGET_OLD_CONSENTS, moment - settings.consents_kept)
    await tx.run(queries.FORGET_OLD_PAPERS, moment - settings.consents_kept)
    await tx.run(queries.FORGET_OLD_WITHDRAWALS, moment - settings.consents_kept)
    pause = SOON if len(left) == AT_ONCE else EVERY
    await tx.enqueue(KeepTerms(), due_at=moment + pause, key=f"after {moment.timestamp():.0f}")
