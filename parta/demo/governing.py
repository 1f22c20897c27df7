"""What stands above the schools of the invented town: the tree, who looks after it, and a school that asks to be let in."""

from datetime import datetime, timedelta

import msgspec

from parta.applications.deciding import decide
from parta.applications.drafting import begin_application, save_application, submit_application
from parta.applications.restoring import restore_proofs
from parta.applications.shapes import Decision, Fields
from parta.core.db import Database, Tx
from parta.demo.data_files import read_table
from parta.demo.files import upload
from parta.demo.marks import NotableMark
from parta.demo.people import Official, Town
from parta.demo.residents import read_ids, sign_in
from parta.demo.talk.messages import DemoFile
from parta.demo.times import at_moment
from parta.organisations.territories.building import (
    NewTerritory,
    TerritoryChanges,
    change_territory,
    create_territory,
)
from parta.organisations.territories.staff import NewStaff, appoint

# The lyceum applied, was asked to mend something, and has mended it.
APPLIED, RETURNED, MENDED = timedelta(days=4), timedelta(days=3), timedelta(days=1)
SCAN = DemoFile(kind="scan", name="Заявка лицея.jpg", seed=3)


async def upload_scan(db: Database, town: Town, ids: dict[str, int]) -> int:
    """Upload the signed application as whoever applies: the deputy of the last school."""
    return await upload(db, SCAN, ids[town.schools[-1].deputy])


async def govern(
    tx: Tx, town: Town, ids: dict[str, int], scan_id: int, moment: datetime
) -> list[NotableMark]:
    """Build the tree above the schools, appoint who looks after it, and let a lyceum apply; whom to show of them."""
    [district] = [(await read_ids(tx, "org"))[town.district_key]]
    table = read_table("places.toml")["governing"]
    country = await create_territory(tx, NewTerritory("country", table["country"]), by=None)
    region = await create_territory(tx, NewTerritory("region", table["region"], country), by=None)
    await change_territory(tx, district, TerritoryChanges(parent_id=region), by=None)
    above = await _appoint(tx, region, town.officials["region"])
    here = await _appoint(tx, district, town.officials["district"])
    await sign_in(tx, [above, here], moment)
    await _apply(tx, town, district, ids[town.schools[-1].deputy], scan_id, decider=here, moment=moment)
    return [
        NotableMark(here, f"Сотрудник муниципалитета: {town.district_name}", "Staff of the municipality"),
        NotableMark(above, f"Сотрудник региона: {table['region']}", "Staff of the region"),
    ]


async def _appoint(tx: Tx, territory_id: int, one: Official) -> int:
    name = one.name
    return await appoint(
        tx, territory_id, NewStaff(name.family, name.given, one.phone, name.patronymic), by=None
    )


async def _apply(
    tx: Tx, town: Town, district: int, applicant: int, scan_id: int, *, decider: int, moment: datetime
) -> None:
    table = read_table("places.toml")["governing"]
    head = town.officials["lyceum"]
    written = table["application"] | {
        "territory_id": district,
        "family_name": head.name.family,
        "given_name": head.name.given,
        "patronymic": head.name.patronymic,
        "phone": head.phone,
        "email": head.email,
        "file_id": scan_id,
    }
    whole = msgspec.convert(written, Fields)
    first = msgspec.structs.replace(whole, name=whole.name.replace("Муниципальный лицей", "Лицей"))
    with at_moment(moment - APPLIED):
        application = await begin_application(tx, by=applicant)
        await save_application(tx, application, first, by=applicant)
        await restore_proofs(tx, application, of=applicant)
        await submit_application(tx, application, by=applicant)
    with at_moment(moment - RETURNED):
        await decide(tx, application, Decision(outcome="returned", reason=table["returned"]), by=decider)
    with at_moment(moment - MENDED):
        await save_application(tx, application, whole, by=applicant)
        await submit_application(tx, application, by=applicant)
