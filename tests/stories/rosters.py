"""Rosters as somebody else's program writes them: the documented sample, and what it has become a month later."""

import csv
import io
import zipfile
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "roster"

Rows = list[dict[str, str]]


def sample() -> dict[str, Rows]:
    """The sample's files; its pupils, who have no contacts there, get an address each to sign in with."""
    files = {path.name: _read(path) for path in sorted(SAMPLE.glob("*.csv"))}
    for user in files["users.csv"]:
        if user["sourcedId"].startswith("s-"):
            user["email"] = address_of(user["sourcedId"])
    return files


def address_of(pupil: str) -> str:
    """The e-mail address of a pupil of the sample."""
    return f"{pupil}@pupils.school14.example"


def without(files: dict[str, Rows], person: str) -> dict[str, Rows]:
    """The same school after somebody has left it."""
    return {
        name: [row for row in rows if person not in (row.get("userSourcedId"), row["sourcedId"])]
        if name in ("users.csv", "roles.csv", "enrollments.csv")
        else rows
        for name, rows in files.items()
    }


def renamed(files: dict[str, Rows], person: str, **fields: str) -> dict[str, Rows]:
    """The same school with one line of `users.csv` corrected."""
    users = [row | fields if row["sourcedId"] == person else row for row in files["users.csv"]]
    return files | {"users.csv": users}


def zipped(files: dict[str, Rows], *, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """One archive; Windows programs here write cp1251 and semicolons."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in files.items():
            text = io.StringIO(newline="")
            writer = csv.DictWriter(
                text, fieldnames=list(rows[0]), delimiter=delimiter, lineterminator="\r\n"
            )
            writer.writeheader()
            writer.writerows(rows)
            archive.writestr(name, text.getvalue().encode(encoding))
    return packed.getvalue()


def _read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
