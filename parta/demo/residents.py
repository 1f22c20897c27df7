"""Bring the people of a town into a database: by its roster, as any school's, and then by signing most of them in."""

import io
from datetime import datetime, timedelta

from parta.core.blobs import Blobs
from parta.core.db import Tx
from parta.demo import queries
from parta.demo.bundle import write_bundle
from parta.demo.people import Town
from parta.demo.queries import LinkRow
from parta.identity.documents import documents_of
from parta.identity.restoring import restore_claims
from parta.identity.settings import IdentitySettings
from parta.organisations.access import EVERYTHING
from parta.organisations.roster.application import apply_roster
from parta.organisations.roster.previews import preview_roster
from parta.organisations.settings import OrganisationsSettings

# They came some weeks before they began to talk.
SIGNED_UP_BEFORE = timedelta(weeks=6)


async def settle(tx: Tx, blobs: Blobs, town: Town, now: datetime) -> None:
    """Import the roster and sign in those who have signed up; repeating it changes nothing."""
    settings = tx.configuration.get(OrganisationsSettings)
    bundle = io.BytesIO(write_bundle(town))
    import_id = await preview_roster(tx, blobs, bundle, "lukomorsk.zip", EVERYTHING, settings, by=None)
    await apply_roster(tx, blobs, import_id, EVERYTHING, by=None)
    ids = await read_ids(tx, "user")
    claimed = [ids[person.key] for person in town.people.values() if person.claimed]
    await sign_in(tx, claimed, now)


async def sign_in(tx: Tx, people: list[int], now: datetime) -> None:
    """Let these people have come in some weeks ago; whoever has is left alone."""
    documents = documents_of(tx.configuration.get(IdentitySettings))
    await restore_claims(tx, people, documents=documents, at=now - SIGNED_UP_BEFORE)


async def read_ids(tx: Tx, *entities: str) -> dict[str, int]:
    """Give what the keys of the roster became in this database; keys of different kinds never clash."""
    rows = await tx.rows(queries.LINKS, into=LinkRow)
    return {row.sourced_id: row.entity_id for row in rows if row.entity in entities}
