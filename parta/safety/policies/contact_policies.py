"""What an organisation allows its people among themselves. In Russian: «правила общения»."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import NotFound, Problem
from parta.organisations.access import require_administrator
from parta.safety.events import ContactPolicyChanged
from parta.safety.policies import queries


class ContactPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """What an organisation has decided; see `SETTINGS` in rules.py for what each word makes of the rules."""

    pupil_staff: Literal["allowed", "second_adult", "off"]
    pupils: Literal["request", "class", "off"]
    pupil_groups: Literal["yes", "with_teacher", "no"]
    parents: Literal["request", "open", "off"]


async def policy_of(tx: Tx, organisation_id: int) -> ContactPolicy:
    """What holds in an organisation, for whoever has opened a door to it."""
    found = await tx.row(queries.POLICY, organisation_id, into=ContactPolicy)
    if found is None:
        raise NotFound
    return found


async def read_policy(tx: Tx, organisation_id: int, *, by: int) -> ContactPolicy:
    """What holds, for the organisation's administrators; 404 for all others."""
    await require_administrator(tx, organisation_id, right="settings", by=by)
    return await policy_of(tx, organisation_id)


async def change_policy(tx: Tx, organisation_id: int, policy: ContactPolicy, *, by: int) -> None:
    """Decide anew; chats follow with the same commit, and who decided what is written down."""
    await require_administrator(tx, organisation_id, right="settings", by=by)
    before = msgspec.structs.asdict(await policy_of(tx, organisation_id))
    after = msgspec.structs.asdict(policy)
    changed = {name: value for name, value in after.items() if value != before[name]}
    if not changed:
        return
    await tx.run(queries.SET_POLICY, organisation_id, *after.values(), by, now())
    await tx.audit(
        "contact_policy_changed",
        actor_id=by,
        subject=f"organisation:{organisation_id}",
        organisation_id=organisation_id,
        details=changed,
    )
    people = await tx.values(queries.CONCERNED, organisation_id)
    tx.emit(ContactPolicyChanged(organisation_id=organisation_id, settings=sorted(changed), people=people))


async def require_group_allowed(tx: Tx, people: Sequence[int], *, by: int) -> None:
    """Refuse a pupil's new group with these people where the pupil's school does not want it."""
    allowed = await tx.value(queries.PUPIL_GROUPS_OF, by)
    if allowed == "no":
        raise Problem("pupil_groups_off", status=403)
    if allowed == "with_teacher" and not await tx.values(queries.STAFF_AMONG, list(people)):
        raise Problem("group_needs_teacher", status=403)


async def keeps_teacher(tx: Tx, owner_id: int) -> bool:
    """Whether a group of this owner must have a teacher in it."""
    return bool(await tx.value(queries.PUPIL_GROUPS_OF, owner_id) == "with_teacher")


async def staff_among(tx: Tx, people: Sequence[int]) -> set[int]:
    """Those of the people who teach or administer somewhere now."""
    return set(await tx.values(queries.STAFF_AMONG, list(people)))
