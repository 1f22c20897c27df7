"""HTTP of the new school year: look, begin, take back."""

from typing import Any

from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from parta.core.db import Tx
from parta.identity.access import Person
from parta.organisations.school_year import changing, planning, undoing
from parta.organisations.school_year.shapes import Choices, YearChange, YearOrder, YearPreview, YearState


@get("/organisations/{organisation_id:int}/school-year", tags=["school year"])
async def read_state(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> YearState:
    """Which school year would begin, and what was done last."""
    return await changing.read_state(tx, organisation_id, by=me.id)


@post("/organisations/{organisation_id:int}/school-year/preview", status_code=200, tags=["school year"])
async def preview_year(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[Choices],
) -> YearPreview:
    """What these choices would do; nothing is changed."""
    return await planning.preview_year(tx, organisation_id, data, by=me.id)


@post("/organisations/{organisation_id:int}/school-years", status_code=201, tags=["school year"])
async def begin_year(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[YearOrder],
) -> YearChange:
    """Begin the new school year as the preview shows it."""
    return await changing.begin_year(tx, organisation_id, data, by=me.id)


@delete("/organisations/{organisation_id:int}/school-years/{change_id:int}", tags=["school year"])
async def undo_year(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    change_id: FromPath[int],
) -> None:
    """Take the change back."""
    await undoing.undo_year(tx, organisation_id, change_id, by=me.id)


handlers: list[Any] = [read_state, preview_year, begin_year, undo_year]
