"""What is forgotten after a way through a service that nobody finished."""

from datetime import timedelta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.jobs import Job, performs
from parta.identity.outside import queries


class ForgetFlows(Job, frozen=True):
    """Forget every way whose term is over."""


async def see_to_forgetting(tx: Tx, longest: timedelta) -> None:
    """A way begun now is forgotten within a minute after its longest term; those of one minute share the work."""
    due_at = now() + longest + timedelta(minutes=1)
    await tx.enqueue(ForgetFlows(), due_at=due_at, key=f"{due_at:%j %H:%M}")


@performs(ForgetFlows)
async def forget_flows(tx: Tx, job: ForgetFlows) -> None:
    """What a service has vouched for lies here no longer than it can be used."""
    await tx.run(queries.FORGET_EXPIRED, now())
