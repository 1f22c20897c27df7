"""Make somebody an administrator: of the whole installation, or of one organisation."""

import argparse

from parta.core.config import Configuration
from parta.core.db import Database
from parta.identity.contacts import normalise
from parta.identity.names import FullName, checked
from parta.identity.settings import IdentitySettings
from parta.main.database import act
from parta.main.failure import CommandError
from parta.organisations.roles import appoint_first_administrator


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--name and one of --phone and --email; --organisation."""
    parser.add_argument(
        "--name", required=True, metavar='"Фамилия Имя Отчество"', help="the full name, surname first"
    )
    contact = parser.add_mutually_exclusive_group(required=True)
    contact.add_argument("--phone", dest="contact", metavar="+7…", help="the phone this person signs in with")
    contact.add_argument("--email", dest="contact", metavar="A@B", help="or the e-mail address")
    parser.add_argument(
        "--organisation",
        type=int,
        metavar="ID",
        help="administrator of this organisation only, not of everything",
    )


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Expect the person; whoever proves the phone or the address at the first sign-in receives the role."""

    async def appoint(database: Database) -> None:
        contact = normalise(arguments.contact, region=configuration.get(IdentitySettings).phone_region)
        name = full_name(arguments.name)
        async with database.transaction() as tx:
            await appoint_first_administrator(tx, name, contact, arguments.organisation)

    act(configuration, appoint)
    print(f"{arguments.name}: sign in with {arguments.contact}")
    return 0


def full_name(text: str) -> FullName:
    """Surname, given name and, if there is one, the patronymic, which may have several words."""
    family_name, _, rest = text.strip().partition(" ")
    given_name, _, patronymic = rest.strip().partition(" ")
    if not given_name:
        raise CommandError('--name: write surname and given name, for example "Иванова Анна Сергеевна"')
    return checked(FullName(family_name, given_name, patronymic.strip()))
