"""From a bundle that was read to a plan: whose roster it is, what it may touch, what it would do."""

import asyncio
from collections import Counter

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.organisations.access import Administration
from parta.organisations.roster import queries_current as queries
from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.comparison import compare, known_sourced_ids
from parta.organisations.roster.current import CurrentOrg, links_of, read_current
from parta.organisations.roster.plan import Plan
from parta.organisations.roster.references import check_references
from parta.organisations.roster.refusals import Note
from parta.organisations.roster.sources import find_source, spoken_title


class Planned(msgspec.Struct, frozen=True):
    """A plan, the source it belongs to (None: a new one), how to call a new source, and remarks.

    `workbook_of`: the organisation whose own table this is.
    """

    plan: Plan
    source_id: int | None
    source_title: str
    notes: list[Note]
    workbook_of: int | None = None


async def plan_bundle(tx: Tx, bundle: Bundle, administration: Administration) -> Planned:
    """Compare a bundle with the database; changes the bundle, so a second plan needs a fresh copy.

    Rows about organisations outside the administration are refused; 422 `roster_not_yours` when that is all of them.
    """
    source_id = await find_source(tx, bundle, administration)
    links = await links_of(tx, source_id)
    adopted = await _adopt(tx, bundle, links["org"], source_id, administration)
    _refuse_foreign(bundle, links["org"], adopted, administration)
    own = {sid: one for sid, one in links["org"].items() if administration.covers(one)}
    org_ids = {*own.values(), *adopted.values()}
    if not org_ids and not administration.is_operator:
        raise Invalid("roster_not_yours")
    known = known_sourced_ids({**links, "org": own})
    await asyncio.to_thread(check_references, bundle, known)
    current = await read_current(
        tx,
        source_id=source_id,
        links={**links, "org": own},
        org_ids=org_ids,
        contacts={contact for user in bundle.users.values() for contact in user.contacts},
        administered=administration.scope(),
    )
    # Seconds of arithmetic for a district: in a thread, so that chats go on meanwhile.
    plan = await asyncio.to_thread(compare, bundle, current, adopted, today=now().date())
    return Planned(plan, source_id, _title(bundle), bundle.notes)


async def _adopt(
    tx: Tx, bundle: Bundle, linked: dict[str, int], source_id: int | None, administration: Administration
) -> dict[str, int]:
    """A first roster meets organisations made by hand, or by another roster: known by name, or as the only ones."""
    missing = [sid for sid in bundle.orgs if sid not in linked]
    if not missing:
        return {}
    free = await tx.rows(queries.UNLINKED_ORGS, administration.scope(), source_id, into=CurrentOrg)
    # A name that two organisations bear tells nothing.
    names = Counter(spoken_title(one.name) for one in free)
    names.update(spoken_title(bundle.orgs[sid].name) for sid in missing)
    by_name = {name: one.id for one in free if names[name := spoken_title(one.name)] == 2}
    adopted = {
        sid: by_name[name] for sid in missing if (name := spoken_title(bundle.orgs[sid].name)) in by_name
    }
    schools = [sid for sid in missing if bundle.orgs[sid].type == "school"]
    is_only = len(schools) == len(free) == 1 and not adopted and not linked
    if is_only and not administration.is_operator:
        adopted[schools[0]] = free[0].id
    return adopted


def _refuse_foreign(
    bundle: Bundle, linked: dict[str, int], adopted: dict[str, int], administration: Administration
) -> None:
    """Whether such an organisation exists elsewhere or nowhere is not told: the answer is the same."""
    if administration.is_operator:
        return
    for sourced_id, row in list(bundle.orgs.items()):
        own = linked.get(sourced_id, adopted.get(sourced_id))
        if own is None or not administration.covers(own):
            bundle.refuse("orgs", row, "org_not_yours", row.name)
    foreign = [
        sid for sid in bundle.deleted["orgs"] if sid not in linked or not administration.covers(linked[sid])
    ]
    for sourced_id in foreign:
        del bundle.deleted["orgs"][sourced_id]


def _title(bundle: Bundle) -> str:
    roots = [org.name for org in bundle.orgs.values() if org.parent not in bundle.orgs]
    return ", ".join(roots)[:300] or "?"
