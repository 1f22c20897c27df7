"""HTTP of helping people to come in."""

from typing import Annotated

import msgspec
from litestar import delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from parta.core.db import Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.core.http.language import language_of
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.identity.codes import RequestedCode
from parta.identity.contacts import normalise
from parta.identity.cookies import AnyRequest, address_of
from parta.identity.moving import finishing, moves, proving, starting
from parta.identity.moving.moves import Move
from parta.identity.moving.shapes import ContactText, MoveCode, MoveProof
from parta.identity.second_factor.enrolling import reset
from parta.identity.sessions import end_sessions_of
from parta.identity.settings import IdentitySettings
from parta.organisations.support import listing
from parta.organisations.support.access import find_move_here, require_support
from parta.organisations.support.listing import WaitingMove, WayIn

# The secret of a code is told once.
keep_no_trace_of(r"/api/organisations/\d+/moves/\d+/codes")


class MoveOfPerson(msgspec.Struct, frozen=True):
    """From one of a person's contacts to another, and why; their devices are signed out unless they may stay."""

    contact_id: int
    to: ContactText
    reason: Annotated[str, Meta(min_length=1, max_length=300)]
    keeps_sessions: bool = False


@get("/organisations/{organisation_id:int}/people/{person_id:int}/way-in", tags=["support"])
async def read_way_in(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
) -> WayIn:
    """How somebody here comes in, for those who may mend it."""
    return await listing.way_in_of(tx, organisation_id, person_id, by=me.id)


@get("/organisations/{organisation_id:int}/moves", tags=["support"])
async def list_moves(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[WaitingMove]:
    """Moves under way here, newest first, for administrators."""
    return await listing.list_moves(tx, organisation_id, after=after, limit=limit, by=me.id)


@post("/organisations/{organisation_id:int}/people/{person_id:int}/moves", tags=["support"])
async def start_move(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
    data: JSONBody[MoveOfPerson],
) -> Move:
    """Begin to move somebody to another phone or address."""
    await require_support(tx, organisation_id, person_id, by=me.id)
    new = normalise(data.to, region=tx.configuration.get(IdentitySettings).phone_region)
    move = await starting.start_move(
        tx,
        person_id,
        await starting.contact_of(tx, person_id, data.contact_id),
        new,
        reason=data.reason,
        keeps_sessions=data.keeps_sessions,
        by=me.id,
        organisation_id=organisation_id,
    )
    return moves.shown(move, to=me.id)


@post("/organisations/{organisation_id:int}/moves/{move_id:int}/codes", status_code=202, tags=["support"])
async def send_code(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    move_id: FromPath[int],
    data: JSONBody[MoveCode],
) -> RequestedCode:
    """Send a code to the new contact or to the old one; its owner reads it out."""
    move = await find_move_here(tx, organisation_id, move_id, by=me.id)
    locale = language_of(request.scope)
    return await proving.send_code(tx, move, data.side, ip=address_of(request), locale=locale)


@post("/organisations/{organisation_id:int}/moves/{move_id:int}/proofs", status_code=200, tags=["support"])
async def prove_side(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    move_id: FromPath[int],
    data: JSONBody[MoveProof],
) -> Move:
    """Enter a code that was read out; with the second confirmation the move is done."""
    move = await find_move_here(tx, organisation_id, move_id, by=me.id)
    noted = await proving.prove_side(
        tx,
        move,
        data.side,
        proving.EnteredCode(data.code_id, data.code, address_of(request)),
        by=me.id,
        organisation_id=organisation_id,
    )
    return moves.shown(noted, to=me.id)


@put("/organisations/{organisation_id:int}/moves/{move_id:int}/confirmation", tags=["support"])
async def confirm_move(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    move_id: FromPath[int],
) -> Move:
    """Agree in place of the old contact's owner; never the one who began the move."""
    move = await find_move_here(tx, organisation_id, move_id, by=me.id)
    noted = await proving.confirm_for_owner(tx, move, by=me.id, organisation_id=organisation_id)
    return moves.shown(noted, to=me.id)


@delete("/organisations/{organisation_id:int}/moves/{move_id:int}", tags=["support"])
async def cancel_move(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    move_id: FromPath[int],
) -> None:
    """Leave everything as it was."""
    move = await find_move_here(tx, organisation_id, move_id, by=me.id)
    await finishing.cancel_move(tx, move, by=me.id, organisation_id=organisation_id)


@delete("/organisations/{organisation_id:int}/people/{person_id:int}/second-factor", tags=["support"])
async def reset_second_factor(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
) -> None:
    """Take away every factor and key of somebody who has lost them; they are signed out and told."""
    await require_support(tx, organisation_id, person_id, by=me.id)
    await reset(tx, person_id, by=me.id, organisation_id=organisation_id)
    await end_sessions_of(tx, person_id)


handlers = [
    read_way_in,
    list_moves,
    start_move,
    send_code,
    prove_side,
    confirm_move,
    cancel_move,
    reset_second_factor,
]
