"""A workbook uploaded for one organisation: read, kept and shown by the roster's own preview."""

import asyncio
from typing import IO

from parta.core.blobs import Blobs
from parta.core.db import Tx
from parta.identity.settings import IdentitySettings
from parta.organisations.access import Administration
from parta.organisations.roster.previews import keep_preview
from parta.organisations.settings import OrganisationsSettings
from parta.organisations.workbook.layout import Kind
from parta.organisations.workbook.reading import read_workbook


async def preview_workbook(
    tx: Tx,
    blobs: Blobs,
    source: IO[bytes],
    file_name: str,
    organisation_id: int,
    *,
    leavers: bool,
    kind: Kind | None = None,
    by: int | None,
) -> int:
    """Read a file and store what it would change in this organisation alone; the import's id.

    A file that cannot be read raises `BundleRefused` and leaves nothing behind.
    """
    region = tx.configuration.get(IdentitySettings).phone_region
    book = await asyncio.to_thread(
        read_workbook, source, organisation_id, leavers=leavers, region=region, kind=kind
    )
    # Planned with rights over this organisation alone, whoever it is that uploads.
    scope = Administration(False, frozenset({organisation_id}))
    settings = tx.configuration.get(OrganisationsSettings)
    return await keep_preview(tx, blobs, book, file_name, scope, settings, by=by)
