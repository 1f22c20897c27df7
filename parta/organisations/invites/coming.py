"""Coming by an invite: first one sees what it is, then one confirms.

A code that is revoked, expired, used up or whose maker may not invite any more answers as one that never was, unless
the one who asks has come by it or answers for such invites.
"""

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.identity.receiving import receive_expected
from parta.organisations.events import JoiningAsked
from parta.organisations.invites import codes
from parta.organisations.invites import queries_coming as queries
from parta.organisations.invites.access import inviter_in
from parta.organisations.invites.entering import Promise, enter
from parta.organisations.invites.guesses import refuse_guess, refuse_guessers
from parta.organisations.invites.naming import names_of
from parta.organisations.invites.shapes import InviteRole, JoiningState, Relation, SchoolJoining
from parta.organisations.invites.standing import Standing, find_obstacle, has_already


class Followed(msgspec.Struct, frozen=True, kw_only=True):
    """An invite, and how the one who holds its code stands to it."""

    id: int
    digest: bytes
    organisation_id: int
    organisation_name: str
    role: InviteRole
    class_id: int | None
    class_title: str | None
    grade: str
    child_id: int | None
    expected_id: int | None
    subject: str
    approval: bool
    made_by: int
    works: bool
    state: JoiningState | None
    reason: str


class Arrival(msgspec.Struct, frozen=True):
    """What the newcomer is shown; `received_id` when they have become a person whom the school expected."""

    joining: SchoolJoining
    received_id: int | None = None


async def look_at_invite(tx: Tx, code: str, ip: str, *, by: int) -> SchoolJoining:
    """Show who invites, where and as whom; NotFound for a code that is not there or lets nobody in."""
    link = await _follow(tx, code, ip, by=by)
    return await _show(tx, link, await _standing(tx, link, by), by=by)


async def come_in(tx: Tx, code: str, relation: Relation, ip: str, *, by: int) -> Arrival:
    """Come by an invite, at once or after a yes; doing it twice is doing it once."""
    link = await _follow(tx, code, ip, by=by)
    standing = await _standing(tx, link, by)
    if link.state is not None or has_already(link, standing, by):
        return Arrival(await _show(tx, link, standing, by=by))
    obstacle = await find_obstacle(tx, link, standing, by=by)
    if obstacle in ("junior_grades_off", "too_many_guardians"):
        raise Conflict(obstacle)
    if obstacle is not None:
        raise Conflict("invite_other_account", obstacle=obstacle)
    if not await tx.value(queries.USE, link.id, now()):
        # Somebody was a moment faster, perhaps oneself in another window.
        link = await _follow(tx, code, ip, by=by)
        return Arrival(await _show(tx, link, await _standing(tx, link, by), by=by))
    return await _use(tx, link, relation, by=by)


async def _use(tx: Tx, link: Followed, relation: Relation, *, by: int) -> Arrival:
    person_id = by
    if link.expected_id is not None:
        if not await receive_expected(tx, link.expected_id, newcomer_id=by):
            raise Conflict("profile_received")
        person_id = link.expected_id
    state: JoiningState = "waiting" if link.approval else "joined"
    decided_at = None if link.approval else now()
    noted = await tx.value(
        queries.NOTE_JOINING, link.id, link.organisation_id, person_id, relation, state, decided_at, now()
    )
    if not noted:
        await tx.run(queries.GIVE_BACK, link.id)
    elif link.approval:
        await tell_deciders(tx, link.organisation_id, link.class_id, link.role)
    else:
        await enter(tx, person_id, promise_of(link, relation, confirmed=False))
    await tx.audit(
        "joining_asked" if link.approval else "joined_by_invite",
        actor_id=person_id,
        subject=f"person:{person_id}",
        organisation_id=link.organisation_id,
        details={"invite_id": link.id, "role": link.role},
    )
    after = msgspec.structs.replace(link, state=state)
    received = link.expected_id is not None
    shown = await _show(tx, after, await _standing(tx, after, person_id), by=person_id)
    return Arrival(msgspec.structs.replace(shown, received=received), person_id if received else None)


def promise_of(link: Followed, relation: Relation, *, confirmed: bool) -> Promise:
    """What an invite gives to whoever comes by it."""
    return Promise(
        organisation_id=link.organisation_id,
        role=link.role,
        class_id=link.class_id,
        child_id=link.child_id,
        subject=link.subject,
        relation=relation,
        confirmed=confirmed,
    )


async def tell_deciders(tx: Tx, organisation_id: int, class_id: int | None, role: InviteRole) -> None:
    """Let those who decide look at the queue again."""
    for person_id in await tx.values(queries.DECIDERS, organisation_id, class_id, role):
        tx.emit(JoiningAsked(person_id=person_id, organisation_id=organisation_id))


async def _follow(tx: Tx, code: str, ip: str, *, by: int) -> Followed:
    await refuse_guessers(tx, ip, by=by)
    digest = codes.digest_of(code)
    link = await tx.row(queries.FOLLOW, digest, now(), by, into=Followed)
    if link is None or not codes.is_same(link.digest, digest):
        raise await refuse_guess(tx, ip, by=by)
    if link.state is None and not (link.works and await _is_vouched_for(tx, link)):
        answering = await inviter_in(tx, link.organisation_id, by)
        if link.made_by == by or (answering and answering.may_invite(link.role, link.class_id)):
            raise Conflict("invite_no_longer")
        raise await refuse_guess(tx, ip, by=by)
    return link


async def _is_vouched_for(tx: Tx, link: Followed) -> bool:
    """An invite stands for whoever made it: with their right it ends too."""
    maker = await inviter_in(tx, link.organisation_id, link.made_by)
    if maker is not None and maker.may_invite(link.role, link.class_id):
        return True
    # The family may invite a parent, and that always waits for the school's yes.
    return link.approval and link.child_id is not None and await _is_of_family(tx, link)


async def _is_of_family(tx: Tx, link: Followed) -> bool:
    return link.made_by == link.child_id or bool(
        await tx.value(queries.IS_GUARDIAN, link.made_by, link.child_id)
    )


async def _standing(tx: Tx, link: Followed, person_id: int) -> Standing:
    found = await tx.row(
        queries.STANDING,
        person_id,
        link.organisation_id,
        link.role,
        link.class_id,
        link.child_id,
        into=Standing,
    )
    if found is None:
        raise LookupError("one row is always there")
    return found


async def _show(tx: Tx, link: Followed, standing: Standing, *, by: int) -> SchoolJoining:
    state = link.state or ("joined" if has_already(link, standing, by) else "open")
    obstacle = await find_obstacle(tx, link, standing, by=by) if state == "open" else None
    names = await names_of(tx, [link.made_by, link.child_id, link.expected_id])
    return SchoolJoining(
        organisation_name=link.organisation_name,
        role=link.role,
        class_title=link.class_title,
        child=names.get(link.child_id or 0),
        expected=names.get(link.expected_id or 0),
        subject=link.subject,
        invited_by=names[link.made_by],
        approval=link.approval,
        state=state,
        obstacle=obstacle,
        reason=link.reason if state == "declined" else "",
    )
