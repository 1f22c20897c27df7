"""The page for administrators and the sample bundle are true."""

import io
from pathlib import Path

from parta.organisations.roster.bundle import read_bundle
from parta.organisations.roster.columns import COLUMNS_1_1, COLUMNS_1_2, ROLES
from parta.organisations.roster.references import check_references
from parta.organisations.roster.refusals import REASONS
from parta.organisations.tests.bundles import zipped

DOCS = Path(__file__).parents[3] / "docs"


def sample() -> bytes:
    return zipped({path.name: path.read_bytes() for path in (DOCS / "examples" / "roster").glob("*.csv")})


async def test_the_sample_is_loaded_whole(operator):
    told = await operator.load(sample())

    assert not told["refused"]
    assert {entity: numbers["new"] for entity, numbers in told["summary"].items()} == {
        "org": 2, "year": 1, "class": 5, "user": 21, "role": 21, "enrollment": 28, "guardianship": 9,
    }  # fmt: skip
    assert not any(numbers["warning"] for numbers in told["summary"].values())


def test_the_sample_has_the_columns_of_the_standard():
    bundle = read_bundle(io.BytesIO(sample()))
    check_references(bundle, {})
    assert not bundle.refusals
    for file in bundle.modes:
        header = (DOCS / "examples" / "roster" / f"{file}.csv").read_text("utf-8").splitlines()[0]
        assert tuple(header.split(",")) == COLUMNS_1_2[file]


def test_the_page_names_every_column_role_and_reason():
    page = (DOCS / "administrator" / "roster.md").read_text("utf-8")
    columns = {
        name
        for table in (COLUMNS_1_1, COLUMNS_1_2)
        for file in table
        if file != "userProfiles"
        for name in table[file]
    }
    missing = [word for word in [*columns, *ROLES, *REASONS] if word not in page]
    assert missing == []
