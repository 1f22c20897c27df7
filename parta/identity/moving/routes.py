"""HTTP of moving oneself to another phone or address."""

import msgspec
from litestar import delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from parta.core.db import Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.core.http.language import language_of
from parta.identity.access import Person
from parta.identity.codes import RequestedCode
from parta.identity.contacts import normalise
from parta.identity.cookies import AnyRequest, address_of
from parta.identity.moving import finishing, moves, proving, starting
from parta.identity.moving.moves import FormerContact, Move
from parta.identity.moving.shapes import ContactText, MoveCode, MoveProof
from parta.identity.settings import IdentitySettings

# The secret of a code is told once.
keep_no_trace_of(r"/api/me/moves/\d+/codes")


class NewMove(msgspec.Struct, frozen=True):
    """From one of my contacts to another phone or address; `end_others` signs my other devices out afterwards."""

    contact: ContactText
    to: ContactText
    end_others: bool = True


class OwnMoves(msgspec.Struct, frozen=True):
    """The move under way, if there is one, and what I signed in by before."""

    current: Move | None
    former: list[FormerContact]


@get("/me/moves", tags=["moving"])
async def read_moves(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> OwnMoves:
    """My move under way and my former contacts."""
    move = await moves.current_move(tx, me.id)
    former = await moves.former_contacts(tx, me.id)
    return OwnMoves(None if move is None else moves.shown(move, to=me.id), former)


@post("/me/moves", tags=["moving"])
async def start_move(tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[NewMove]) -> Move:
    """Begin to move to another phone or address."""
    region = tx.configuration.get(IdentitySettings).phone_region
    old = await starting.own_contact(tx, me.id, normalise(data.contact, region=region))
    new = normalise(data.to, region=region)
    move = await starting.start_move(
        tx, me.id, old, new, reason="", keeps_sessions=not data.end_others, by=me.id
    )
    return moves.shown(move, to=me.id)


@post("/me/moves/{move_id:int}/codes", status_code=202, tags=["moving"])
async def send_code(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    move_id: FromPath[int],
    data: JSONBody[MoveCode],
) -> RequestedCode:
    """Send a code to the new contact or to the old one."""
    move = await starting.find_move(tx, move_id, of=me.id)
    locale = language_of(request.scope)
    return await proving.send_code(tx, move, data.side, ip=address_of(request), locale=locale)


@post("/me/moves/{move_id:int}/proofs", status_code=200, tags=["moving"])
async def prove_side(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    move_id: FromPath[int],
    data: JSONBody[MoveProof],
) -> Move:
    """Enter a code; with the second confirmation the move is done, and this device stays signed in."""
    move = await starting.find_move(tx, move_id, of=me.id)
    noted = await proving.prove_side(
        tx,
        move,
        data.side,
        proving.EnteredCode(data.code_id, data.code, address_of(request)),
        by=me.id,
        but=me.session_id,
    )
    return moves.shown(noted, to=me.id)


@put("/me/moves/{move_id:int}/help", status_code=204, tags=["moving"])
async def ask_for_help(tx: NamedDependency[Tx], me: NamedDependency[Person], move_id: FromPath[int]) -> None:
    """The old contact is lost: ask my organisation's administrator to confirm instead."""
    await starting.ask_for_help(tx, await starting.find_move(tx, move_id, of=me.id))


@delete("/me/moves/{move_id:int}", tags=["moving"])
async def cancel_move(tx: NamedDependency[Tx], me: NamedDependency[Person], move_id: FromPath[int]) -> None:
    """Leave my contacts as they are, whoever began the move."""
    await finishing.cancel_move(tx, await starting.find_move(tx, move_id, of=me.id), by=me.id)


handlers = [read_moves, start_move, send_code, prove_side, ask_for_help, cancel_move]
