"""A child's own account that the profile of a guardian names: the child comes in alone.

Who is whose guardian is known a floor higher, so what the service has named is announced, and who answers for
families says by `name_child` which of it is true here.
"""

from parta.core.clock import now
from parta.core.db import Tx
from parta.identity.events import ChildrenNamed, NamedChild
from parta.identity.outside import queries
from parta.identity.outside.provider import Proof


def announce_kids(tx: Tx, proof: Proof, provider: str, *, guardian_id: int) -> None:
    """Announce the children of whoever has just proven a confirmed account."""
    if proof.kids and proof.confirmed:
        kids = [
            NamedChild(kid.subject, kid.family_name, kid.given_name, kid.patronymic) for kid in proof.kids
        ]
        tx.emit(ChildrenNamed(guardian_id=guardian_id, provider=provider, issuer=proof.issuer, children=kids))


async def name_child(tx: Tx, child_id: int, subject: str, named: ChildrenNamed) -> bool:
    """Let the account lead to the child, unless it leads to somebody, was unlinked, or the child has one already."""
    known = (child_id, named.provider, named.issuer, subject, named.guardian_id, now())
    if await tx.value(queries.NAME_CHILD, *known) is None:
        return False
    await tx.audit(
        "outside_child_named",
        actor_id=named.guardian_id,
        subject=f"person:{child_id}",
        details={"provider": named.provider},
    )
    return True


async def take_name_back(tx: Tx, child_id: int, guardian_id: int) -> None:
    """What this guardian's profile opened for the child is open no more; what the child has linked stays."""
    if await tx.run(queries.TAKE_NAME_BACK, child_id, guardian_id):
        await tx.audit("outside_name_taken_back", actor_id=None, subject=f"person:{child_id}")
