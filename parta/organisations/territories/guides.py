"""«Вход для учителей»: what a region tells its teachers before they sign in, written by those who look after it.

Anybody reads it, so there is nothing of people in it but what its authors write.
"""

import re
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid, NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.organisations.invites.naming import one_line
from parta.organisations.territories import queries_guides as queries
from parta.organisations.territories.access import find_territory, require_governor

# Nothing a browser would run, and nothing that could be read on the way.
_ADDRESS = re.compile(r"https://[^\s/?#@]+([/?#]\S*)?")


class GuideLink(msgspec.Struct, frozen=True):
    """A page or a video elsewhere, by https."""

    title: Annotated[str, Meta(min_length=1, max_length=200)]
    url: Annotated[str, Meta(min_length=9, max_length=500)]


class NewGuide(msgspec.Struct, frozen=True):
    """What to publish, the text with simple formatting; without text and links nothing is published any more."""

    body: Annotated[str, Meta(max_length=20_000)] = ""
    links: Annotated[list[GuideLink], Meta(max_length=5)] = []


class GuidedRegion(msgspec.Struct, frozen=True):
    """A region that has published something."""

    id: int
    name: str


class Guide(msgspec.Struct, frozen=True):
    """What a region tells; `changed_at` is nothing while it has published nothing."""

    id: int
    name: str
    body: str
    links: list[GuideLink]
    changed_at: datetime | None


class _Region(GuidedRegion, frozen=True):
    sort: str


class _Row(msgspec.Struct, frozen=True):
    id: int
    name: str
    body: str
    link_titles: list[str]
    link_urls: list[str]
    changed_at: datetime


async def list_regions(tx: Tx, *, q: str, after: str | None, limit: int) -> Page[GuidedRegion]:
    """Regions that have published something, by name."""
    name, last = decode_key(after, tuple[str, int]) if after else ("", 0)
    wanted = one_line(q).upper().replace("Ё", "Е")
    rows = await tx.rows(queries.GUIDED, wanted, name, last, limit + 1, into=_Region)
    more = encode_key(rows[limit - 1].sort, rows[limit - 1].id) if len(rows) > limit else None
    return Page([GuidedRegion(row.id, row.name) for row in rows[:limit]], more)


async def read_guide(tx: Tx, region_id: int) -> Guide:
    """What a region has published; 404 when nothing."""
    row = await tx.row(queries.GUIDE, region_id, into=_Row)
    if row is None:
        raise NotFound
    links = [GuideLink(title, url) for title, url in zip(row.link_titles, row.link_urls, strict=True)]
    return Guide(row.id, row.name, row.body, links, row.changed_at)


async def read_own_guide(tx: Tx, region_id: int, *, by: int) -> Guide:
    """The same for those who look after the region, also while it is empty; 404 for all others."""
    await require_governor(tx, region_id, by=by)
    region = await find_territory(tx, region_id)
    if region.kind != "region":
        raise NotFound
    try:
        return await read_guide(tx, region_id)
    except NotFound:
        return Guide(region.id, region.name, "", [], None)


async def publish_guide(tx: Tx, region_id: int, guide: NewGuide, *, by: int) -> None:
    """Tell this from now on, or nothing; 404 for those who do not look after the region, 422 `link_not_https`."""
    before = await read_own_guide(tx, region_id, by=by)
    body = guide.body.replace("\x00", "").strip()
    links = [GuideLink(one_line(one.title), one.url.strip()) for one in guide.links]
    if any(not one.title or not _ADDRESS.fullmatch(one.url) for one in links):
        raise Invalid("link_not_https", field="links")
    if (body, links) == (before.body, before.links):
        return
    if body or links:
        titles, urls = [one.title for one in links], [one.url for one in links]
        await tx.run(queries.PUBLISH, region_id, body, titles, urls, by, now())
    else:
        await tx.value(queries.WITHDRAW, region_id)
    await tx.audit(
        "guide_published" if body or links else "guide_withdrawn",
        actor_id=by,
        subject=f"territory:{region_id}",
        details={"characters": len(body), "links": [one.url for one in links]},
    )
