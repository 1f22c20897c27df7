"""The school year a class belongs to. OneRoster's periods have no owner; here every organisation has its own years."""

from datetime import date

import msgspec

from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.records import ClassRow, SessionRow


class WantedYear(msgspec.Struct, frozen=True):
    """A year of one organisation; `key` is its sourcedId in our links."""

    key: str
    line: int
    org: str
    title: str
    starts: date
    ends: date


def year_of_class(bundle: Bundle, row: ClassRow) -> WantedYear | None:
    """Climb from the class's period to the year around it, else take the course's."""
    course = bundle.courses.get(row.course)
    for start in (*row.sessions, course.session if course else ""):
        session = _year(bundle.sessions, start)
        if session is not None:
            return WantedYear(
                f"{session.sourced_id}@{row.org}",
                session.line,
                row.org,
                session.title,
                session.starts,
                session.ends,
            )
    return None


def _year(sessions: dict[str, SessionRow], start: str) -> SessionRow | None:
    session, steps = sessions.get(start), 0
    while session is not None and session.type != "schoolYear" and steps < 20:
        above = sessions.get(session.parent)
        if above is None:
            # Some exports leave parents out and only write the year as a number beside every period.
            same = (s for s in sessions.values() if s.type == "schoolYear" and s.year == session.year)
            return next(same, session) if session.year else session
        session, steps = above, steps + 1
    return session
