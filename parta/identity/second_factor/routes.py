"""HTTP of the second factor: how one stands, showing it, setting it up and taking it away."""

from typing import Annotated, Any

import msgspec
from litestar import Response, delete, get, post, put
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from parta.core.config import Configuration
from parta.core.db import Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.identity.access import Holder, Person
from parta.identity.cookies import DEVICE_COOKIE, AnyRequest, device_of, is_secure, session_cookie
from parta.identity.passkeys.challenges import site_of
from parta.identity.passkeys.cookies import question_of, remember_question
from parta.identity.passkeys.routes import KeyQuestion
from parta.identity.second_factor import enrolling, passing, totp
from parta.identity.second_factor.passing import Way
from parta.identity.second_factor.standing import FactorStanding, Lack, standing_of
from parta.identity.second_factor.totp import TotpDraft
from parta.identity.sessions import shortened
from parta.identity.settings import IdentitySettings

# Secrets and recovery codes are told once and kept nowhere.
keep_no_trace_of(r"/api/me/second-factor(/.*)?")


class SecondFactor(msgspec.Struct, frozen=True):
    """How I stand with the second factor, and what this session still lacks."""

    standing: FactorStanding
    lacks: Lack | None
    given_name: str


class FactorCode(msgspec.Struct, frozen=True):
    """A code of the app, or a recovery code; `remember` for a device of one's own."""

    code: Annotated[str, Meta(min_length=1, max_length=40)]
    way: Way = "app"
    remember: bool = False


class FactorKey(msgspec.Struct, frozen=True):
    """What a key answered, in the browser's JSON form."""

    answer: dict[str, Any]
    remember: bool = False


class AppCode(msgspec.Struct, frozen=True):
    """The first code the app shows."""

    code: Annotated[str, Meta(min_length=1, max_length=16)]


class RecoveryCodes(msgspec.Struct, frozen=True):
    """Codes that are shown this once; none when there are some already."""

    codes: list[str]


@get("/me/second-factor", tags=["second factor"])
async def read_second_factor(tx: NamedDependency[Tx], holder: NamedDependency[Holder]) -> SecondFactor:
    """How I stand; also for a session that still lacks the factor."""
    standing = await standing_of(tx, holder.person_id)
    return SecondFactor(standing, holder.lacks, holder.given_name)


@post("/me/second-factor/proofs", status_code=204, tags=["second factor"])
async def show_code(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    holder: NamedDependency[Holder],
    data: JSONBody[FactorCode],
) -> Response[None]:
    """Show the factor by a code: this session lacks nothing then."""
    await passing.pass_by_code(tx, holder.person_id, data.way, data.code)
    return await _passed(request, tx, holder, remember=data.remember)


@post("/me/second-factor/key-questions", status_code=200, tags=["second factor"])
async def ask_for_key(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    holder: NamedDependency[Holder],
    configuration: NamedDependency[Configuration],
) -> Response[KeyQuestion]:
    """Ask this browser for one of my keys."""
    options, secret = await passing.offer(tx, holder.person_id, site_of(request, configuration))
    answer = Response(KeyQuestion(options), status_code=200, headers={"Cache-Control": "no-store"})
    remember_question(answer, request, configuration, secret)
    return answer


@post("/me/second-factor/key-proofs", status_code=204, tags=["second factor"])
async def show_key(
    request: AnyRequest,
    tx: NamedDependency[Tx],
    holder: NamedDependency[Holder],
    configuration: NamedDependency[Configuration],
    data: JSONBody[FactorKey],
) -> Response[None]:
    """Show the factor by a key: this session lacks nothing then."""
    site = site_of(request, configuration)
    await passing.pass_by_passkey(tx, holder.person_id, data.answer, question_of(request), site)
    return await _passed(request, tx, holder, remember=data.remember)


@post("/me/second-factor/app", status_code=200, tags=["second factor"])
async def draft_app(tx: NamedDependency[Tx], enroller: NamedDependency[Holder]) -> Response[TotpDraft]:
    """A secret for the app; it counts when the app's first code has come back."""
    await enrolling.require_offer(tx, enroller.person_id)
    account = f"{enroller.given_name} {enroller.family_name}"
    drafted = await totp.draft(tx, enroller.person_id, account)
    return Response(drafted, status_code=200, headers={"Cache-Control": "no-store"})


@put("/me/second-factor/app", tags=["second factor"])
async def set_up_app(
    tx: NamedDependency[Tx], enroller: NamedDependency[Holder], data: JSONBody[AppCode]
) -> RecoveryCodes:
    """Make the app my second factor."""
    codes = await enrolling.set_up_app(tx, enroller.person_id, data.code, session_id=enroller.session_id)
    return RecoveryCodes(codes)


@delete("/me/second-factor/app", tags=["second factor"])
async def remove_app(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> None:
    """Forget the app."""
    await enrolling.remove_app(tx, me.id)


@put("/me/second-factor", tags=["second factor"])
async def choose_passkeys(tx: NamedDependency[Tx], enroller: NamedDependency[Holder]) -> RecoveryCodes:
    """Make my keys my second factor."""
    codes = await enrolling.choose_passkeys(tx, enroller.person_id, session_id=enroller.session_id)
    return RecoveryCodes(codes)


@delete("/me/second-factor", tags=["second factor"])
async def switch_off(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> None:
    """Have no second factor any more; refused to whom it is required of."""
    await enrolling.switch_off(tx, me.id)


@post("/me/second-factor/recovery-codes", tags=["second factor"])
async def renew_codes(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> RecoveryCodes:
    """Ten new recovery codes; the old ones open nothing any more."""
    return RecoveryCodes(await enrolling.renew_codes(tx, me.id))


@delete("/me/second-factor/devices", tags=["second factor"])
async def forget_devices(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> None:
    """Have every device ask for the factor at its next sign-in."""
    await enrolling.forget_devices(tx, me.id)


async def _passed(request: AnyRequest, tx: Tx, holder: Holder, *, remember: bool) -> Response[None]:
    await passing.let_in(tx, holder.session_id, holder.person_id)
    answer = Response(None, status_code=204)
    if holder.lacks is not None:
        token = await passing.renew_token(tx, holder.session_id)
        lifetime = tx.configuration.get(IdentitySettings).session_lifetime
        answer.set_cookie(session_cookie(request, tx.configuration, token, lifetime))
    if remember:
        name = shortened(device_of(request).user_agent)
        token, term = await passing.remember_device(tx, holder.person_id, name)
        answer.set_cookie(
            Cookie(
                key=DEVICE_COOKIE,
                value=token,
                path="/api",
                httponly=True,
                samesite="strict",
                secure=is_secure(request, tx.configuration),
                max_age=int(term.total_seconds()),
            )
        )
    return answer


handlers = [
    read_second_factor,
    show_code,
    ask_for_key,
    show_key,
    draft_app,
    set_up_app,
    remove_app,
    choose_passkeys,
    switch_off,
    renew_codes,
    forget_devices,
]
