"""What a person learns about themselves when they come in."""

import msgspec

from parta.core.config import CoreSettings
from parta.core.db import Tx
from parta.core.http.cookies import csrf_token
from parta.identity.access import Person
from parta.identity.consents import documents_to_accept
from parta.identity.documents import DocumentToAccept, documents_of
from parta.identity.profile import OwnContact, own_contacts
from parta.identity.settings import IdentitySettings
from parta.organisations.territories.access import part_of
from parta.safety import queries
from parta.safety.people import ClassOfPerson, PersonBrief, briefs


class Role(msgspec.Struct, frozen=True):
    """A role in an organisation, or with organisation_id null in the whole installation."""

    organisation_id: int | None
    organisation_name: str | None
    role: str
    position: str
    subject: str
    confirmed: bool


class Me(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a client needs to begin."""

    id: int
    family_name: str
    given_name: str
    patronymic: str
    locale: str
    time_zone: str
    csrf: str
    contacts: list[OwnContact]
    roles: list[Role]
    classes: list[ClassOfPerson]
    children: list[PersonBrief]
    guardians: list[PersonBrief]
    documents_to_accept: list[DocumentToAccept]
    # Whether the person looks after a territory: a part of the tree above organisations.
    looks_after: bool
    demo: bool
    # The version of my photograph; 0 for none.
    portrait: int = 0


async def describe_me(tx: Tx, me: Person, *, token: str) -> Me:
    """The person with roles, classes and family; `token` is the session's, and only its derivative leaves."""
    documents = documents_of(tx.configuration.get(IdentitySettings))
    children = await tx.values(queries.CHILDREN_OF, me.id)
    guardians = await tx.values(queries.GUARDIANS_OF, me.id)
    family = {one.id: one for one in await briefs(tx, [*children, *guardians], to=None, locale=me.locale)}
    return Me(
        id=me.id,
        family_name=me.family_name,
        given_name=me.given_name,
        patronymic=me.patronymic,
        locale=me.locale,
        time_zone=me.time_zone,
        csrf=csrf_token(token),
        contacts=await own_contacts(tx, me.id),
        roles=await tx.rows(queries.ROLES_OF, me.id, into=Role),
        classes=await tx.rows(queries.CLASSES_OF, me.id, into=ClassOfPerson),
        children=[family[one] for one in children if one in family],
        guardians=[family[one] for one in guardians if one in family],
        documents_to_accept=await documents_to_accept(tx, me.id, documents=documents, locale=me.locale),
        looks_after=bool(await part_of(tx, me.id)),
        portrait=await tx.value(queries.PORTRAIT_OF, me.id) or 0,
        demo=tx.configuration.get(CoreSettings).demo,
    )
