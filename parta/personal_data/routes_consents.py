"""HTTP of consents: one's own withdrawal, a guardian's for a child, and the school's register."""

from typing import Any

import msgspec
from litestar import Request, Response, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from parta.core.config import Configuration
from parta.core.db import Tx
from parta.core.http.language import language_of
from parta.core.http.paging import Limit, Page
from parta.core.http.sheet_answers import sheet_answer
from parta.core.sheets import Format
from parta.identity.access import Person
from parta.identity.documents import Documents, documents_of
from parta.identity.settings import IdentitySettings
from parta.personal_data import consenting, on_paper, register, withdrawing
from parta.personal_data.consenting import ChildConsent
from parta.personal_data.on_paper import ConsentPaper
from parta.personal_data.register import RegisterLine, Show
from parta.personal_data.withdrawing import Withdrawal

AnyRequest = Request[Any, Any, Any]


class OwnPrivacy(msgspec.Struct, frozen=True):
    """Whether one's consent is being taken back."""

    withdrawal: Withdrawal | None


@get("/me/withdrawal", tags=["personal data"])
async def read_withdrawal(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> OwnPrivacy:
    """Whether my consent is being taken back, and when my data is erased."""
    return OwnPrivacy(await withdrawing.find_withdrawal(tx, me.id))


@put("/me/withdrawal", tags=["personal data"])
async def withdraw(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> OwnPrivacy:
    """Take my consent back: when the term is over my profile is erased."""
    return OwnPrivacy(await withdrawing.withdraw_own(tx, by=me.id))


@delete("/me/withdrawal", tags=["personal data"])
async def take_back(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> None:
    """Give my consent again before the term is over."""
    await withdrawing.take_back_own(tx, by=me.id)


@get("/children/{child_id:int}/consent", tags=["personal data"])
async def read_child_consent(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    configuration: NamedDependency[Configuration],
    child_id: FromPath[int],
) -> ChildConsent:
    """How consent stands for my child."""
    return await consenting.read_for_child(tx, child_id, documents=_documents(configuration), by=me.id)


@put("/children/{child_id:int}/consent", tags=["personal data"])
async def give_child_consent(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    configuration: NamedDependency[Configuration],
    child_id: FromPath[int],
) -> ChildConsent:
    """Agree to the documents in force for my child; a withdrawal is taken back by it."""
    documents = _documents(configuration)
    await consenting.give_for_child(tx, child_id, documents=documents, by=me.id)
    return await consenting.read_for_child(tx, child_id, documents=documents, by=me.id)


@delete("/children/{child_id:int}/consent", status_code=200, tags=["personal data"])
async def withdraw_child_consent(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    configuration: NamedDependency[Configuration],
    child_id: FromPath[int],
) -> ChildConsent:
    """Take my consent for my child back: when the term is over the child's profile is erased."""
    await consenting.withdraw_for_child(tx, child_id, by=me.id)
    return await consenting.read_for_child(tx, child_id, documents=_documents(configuration), by=me.id)


@get("/organisations/{organisation_id:int}/consents", tags=["personal data"])
async def list_register(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    show: FromQuery[Show] = "all",
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[RegisterLine]:
    """Who of an organisation agreed to what."""
    return await register.list_register(tx, organisation_id, show=show, after=after, limit=limit, by=me.id)


@get("/organisations/{organisation_id:int}/consents/table", tags=["personal data"])
async def take_register(
    *,
    request: AnyRequest,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    show: FromQuery[Show] = "all",
    format: FromQuery[Format] = "csv",
) -> Response[bytes]:
    """The same as a table to take away."""
    language = language_of(request.scope)
    heads, rows = await register.register_sheet(tx, organisation_id, show=show, language=language, by=me.id)
    return sheet_answer("consents", format, heads, rows)


@post(
    "/organisations/{organisation_id:int}/consents/{person_id:int}/papers",
    status_code=204,
    tags=["personal data"],
)
async def note_paper(
    *,
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    configuration: NamedDependency[Configuration],
    organisation_id: FromPath[int],
    person_id: FromPath[int],
    data: JSONBody[ConsentPaper],
) -> None:
    """Note a consent or a withdrawal that came on paper; for a pupil a guardian's."""
    documents = _documents(configuration)
    await on_paper.note_paper(tx, organisation_id, person_id, data, documents=documents, by=me.id)


def _documents(configuration: Configuration) -> Documents:
    return documents_of(configuration.get(IdentitySettings))


handlers: list[Any] = [
    read_withdrawal,
    withdraw,
    take_back,
    read_child_consent,
    give_child_consent,
    withdraw_child_consent,
    list_register,
    take_register,
    note_paper,
]
