"""HTTP of calls for help: the organisation's settings, and the alerts of those who are named."""

from typing import Annotated, Any

import msgspec
from litestar import get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from parta.core.db import Tx
from parta.core.http.paging import Limit, Page
from parta.identity.access import Person
from parta.moderation.words import alerts
from parta.moderation.words.alerts import (
    LONGEST_NOTE,
    Alert,
    AlertBrief,
    AlertSettings,
    AlertSettingsShown,
    WaitingAlerts,
)


class Closing(msgspec.Struct, frozen=True):
    """What was done, for colleagues."""

    note: Annotated[str, Meta(max_length=LONGEST_NOTE)]


@get("/organisations/{organisation_id:int}/crisis-alerts", tags=["moderation"])
async def read_alert_settings(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> AlertSettingsShown:
    """Whether the organisation listens for calls for help, and who hears of them."""
    return await alerts.read_settings(tx, organisation_id, by=me.id)


@put("/organisations/{organisation_id:int}/crisis-alerts", status_code=200, tags=["moderation"])
async def change_alert_settings(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[AlertSettings],
) -> AlertSettingsShown:
    """Listen or cease to, and name who hears."""
    return await alerts.change_settings(tx, organisation_id, data, by=me.id)


@get("/crisis-alerts", tags=["moderation"])
async def list_alerts(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    closed: FromQuery[bool] = False,
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[AlertBrief]:
    """Alerts for me, who am named, from the newest."""
    return await alerts.list_alerts(tx, closed=closed, after=after, limit=limit, by=me.id)


@get("/crisis-alerts/count", tags=["moderation"])
async def count_alerts(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> WaitingAlerts:
    """How many alerts wait."""
    return await alerts.count_alerts(tx, by=me.id)


@get("/crisis-alerts/{alert_id:int}", tags=["moderation"])
async def read_alert(tx: NamedDependency[Tx], me: NamedDependency[Person], alert_id: FromPath[int]) -> Alert:
    """An alert with its sentence; the look is written down."""
    return await alerts.read_alert(tx, alert_id, by=me.id)


@put("/crisis-alerts/{alert_id:int}/assignee", status_code=204, tags=["moderation"])
async def take_alert(tx: NamedDependency[Tx], me: NamedDependency[Person], alert_id: FromPath[int]) -> None:
    """Take an alert upon me."""
    await alerts.take(tx, alert_id, by=me.id)


@post("/crisis-alerts/{alert_id:int}/closing", status_code=200, tags=["moderation"])
async def close_alert(
    tx: NamedDependency[Tx], me: NamedDependency[Person], alert_id: FromPath[int], data: JSONBody[Closing]
) -> Alert:
    """Close an alert with a note."""
    return await alerts.close(tx, alert_id, data.note, by=me.id)


handlers: list[Any] = [
    read_alert_settings,
    change_alert_settings,
    list_alerts,
    count_alerts,
    read_alert,
    take_alert,
    close_alert,
]
