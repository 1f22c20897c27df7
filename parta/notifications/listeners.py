"""What notifications do when lower rooms announce."""

from parta.core.db import Tx
from parta.core.events import listens
from parta.core.summoning import Summoned
from parta.identity.events import NewcomerReceived, PersonErased, SessionEnded
from parta.notifications import queries_erasing, queries_receiving
from parta.notifications.duties import call_to_duty
from parta.notifications.quiet_summary import silence_may_be_over
from parta.notifications.subscriptions import unsubscribe
from parta.safety.events import QuietHoursChanged


@listens(SessionEnded)
async def forget_device(tx: Tx, event: SessionEnded) -> None:
    """A device that was signed out is told nothing more."""
    await unsubscribe(tx, event.session_id)


@listens(QuietHoursChanged)
async def follow_the_schedule(tx: Tx, event: QuietHoursChanged) -> None:
    """Who ends the silence early hears at once what came meanwhile."""
    await silence_may_be_over(tx, event.person_id)


@listens(Summoned)
async def call(tx: Tx, event: Summoned) -> None:
    """Whoever is needed is told, in the transaction that needs them: the push itself is a job."""
    await call_to_duty(tx, event)


@listens(NewcomerReceived)
async def follow_the_newcomer(tx: Tx, event: NewcomerReceived) -> None:
    """The devices that go over are told on, as their owner has chosen."""
    for statement in queries_receiving.FOLLOW:
        await tx.run(statement, event.person_id, event.newcomer_id)


@listens(PersonErased)
async def forget_erased(tx: Tx, event: PersonErased) -> None:
    """Who is erased is told nothing, and how they wished to be told is gone."""
    for statement in queries_erasing.FORGET:
        await tx.run(statement, event.person_id)
