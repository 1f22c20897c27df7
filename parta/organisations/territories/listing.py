"""A list of regions and municipalities as CSV: looked at first, then brought in whole."""

import csv
import io
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from parta.core.db import Tx
from parta.core.errors import Invalid, sentence
from parta.organisations.access import require_operator
from parta.organisations.invites.naming import one_line
from parta.organisations.roster.sources import spoken_title
from parta.organisations.territories import queries
from parta.organisations.territories.access import find_territory

MOST_LINES = 5000
LONGEST = 300
HEADS = {"регион", "субъект", "region"}

LineState = Literal["new", "known", "wrong"]


class TerritoryList(msgspec.Struct, frozen=True):
    """Lines «region; municipality», the second may be empty. `parent_id` is the country; `apply` brings them in."""

    text: Annotated[str, Meta(min_length=1, max_length=1_000_000)]
    parent_id: Annotated[int, Meta(ge=1, le=2**62)] | None = None
    apply: bool = False


class ListedLine(msgspec.Struct, frozen=True):
    """What a line of the list would do; `problem` is a sentence."""

    line: int
    region: str
    district: str
    state: LineState
    problem: str = ""


class ListOutcome(msgspec.Struct, frozen=True):
    """What the list would bring, or has brought; the first two hundred lines, wrong ones first."""

    new_regions: int
    new_districts: int
    wrong: int
    applied: bool
    lines: list[ListedLine]


class _Known(msgspec.Struct, frozen=True):
    region_id: int
    region: str
    district_id: int | None
    district: str | None


class _Made(msgspec.Struct, frozen=True):
    id: int
    name: str
    parent_id: int | None


class _Tree:
    """What there is and what the list adds, by names as people compare them."""

    def __init__(self, known: list[_Known]) -> None:
        self.regions = {spoken_title(row.region): row.region_id for row in known}
        self.districts = {
            (spoken_title(row.region), spoken_title(row.district)) for row in known if row.district
        }
        self.new_regions: dict[str, str] = {}
        self.new_districts: dict[tuple[str, str], str] = {}

    def take(self, region: str, district: str) -> LineState:
        key, pair = spoken_title(region), (spoken_title(region), spoken_title(district))
        is_new = key not in self.regions
        if is_new:
            self.new_regions.setdefault(key, region)
        if district and pair not in self.districts:
            self.new_districts.setdefault(pair, district)
            is_new = True
        return "new" if is_new else "known"


async def load_list(tx: Tx, given: TerritoryList, *, language: str, by: int) -> ListOutcome:
    """Say what the list would bring, and bring it in when asked and nothing is wrong; 422 `territory_list_wrong`."""
    await require_operator(tx, by=by)
    await tx.value(queries.LOCK_TREE)
    if given.parent_id is not None and (await find_territory(tx, given.parent_id)).kind != "country":
        raise Invalid("territory_misplaced", field="parent_id")
    tree = _Tree(await tx.rows(queries.TREE_OF, given.parent_id, into=_Known))
    lines = _read(given.text, tree, language)
    wrong = sum(line.state == "wrong" for line in lines)
    if given.apply and wrong:
        raise Invalid("territory_list_wrong", field="text")
    if given.apply:
        await _bring_in(tx, tree, given.parent_id, by=by)
    lines.sort(key=lambda line: (line.state != "wrong", line.line))
    return ListOutcome(len(tree.new_regions), len(tree.new_districts), wrong, given.apply, lines[:200])


def _read(text: str, tree: _Tree, language: str) -> list[ListedLine]:
    plain = text.removeprefix("\ufeff").replace("\x00", "")
    first = plain.partition("\n")[0]
    rows = csv.reader(io.StringIO(plain, newline=""), delimiter=";" if ";" in first else ",")
    lines: list[ListedLine] = []
    seen: set[tuple[str, str]] = set()
    try:
        for row in rows:
            cells = [one_line(cell) for cell in row]
            if not any(cells) or (rows.line_num == 1 and cells[0].casefold() in HEADS):
                continue
            lines.append(_line(rows.line_num, cells, tree, seen, language))
    except csv.Error as error:
        raise Invalid("territory_list_wrong", field="text") from error
    if not lines or len(lines) > MOST_LINES:
        raise Invalid("territory_list_wrong" if lines else "territory_list_empty", field="text")
    return lines


def _line(
    number: int, cells: list[str], tree: _Tree, seen: set[tuple[str, str]], language: str
) -> ListedLine:
    region, district = [*cells, ""][:2]
    pair = (spoken_title(region), spoken_title(district))
    problem = _problem(cells, pair in seen)
    seen.add(pair)
    if problem:
        return ListedLine(number, region[:LONGEST], district[:LONGEST], "wrong", sentence(problem, language))
    return ListedLine(number, region, district, tree.take(region, district))


def _problem(cells: list[str], repeated: bool) -> str:
    if any(cells[2:]):
        return "line_too_wide"
    if not cells[0]:
        return "line_without_region"
    if max(map(len, cells)) > LONGEST:
        return "line_too_long"
    return "line_repeated" if repeated else ""


async def _bring_in(tx: Tx, tree: _Tree, parent_id: int | None, *, by: int) -> None:
    names = list(tree.new_regions.values())
    made = await tx.rows(queries.ADD_TERRITORIES, "region", names, [parent_id] * len(names), into=_Made)
    ids = tree.regions | {spoken_title(row.name): row.id for row in made}
    parents = [ids[region] for region, _ in tree.new_districts]
    await tx.rows(queries.ADD_TERRITORIES, "district", list(tree.new_districts.values()), parents, into=_Made)
    if names or parents:
        counts = {"regions": len(names), "districts": len(parents)}
        await tx.audit("territories_listed", actor_id=by, subject="installation", details=counts)
