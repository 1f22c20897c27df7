"""School subjects and what is said about them, read from the data folder."""

from functools import cache

from parta.demo.data_files import read_table
from parta.demo.people import Subject


@cache
def all_subjects() -> tuple[Subject, ...]:
    """Give every subject in the order of the curriculum."""
    return tuple(
        Subject(
            title=row["title"],
            area=row["area"],
            grades=(row["grades"][0], row["grades"][1]),
            cases=tuple(row["cases"]),
            teacher=row["teacher"],
            topics=tuple(row["topics"]),
            tasks=tuple(row["tasks"]),
        )
        for row in read_table("subjects.toml")["subject"]
    )


def subjects_of(grade: int) -> list[Subject]:
    """List what a class of this grade is taught."""
    return [subject for subject in all_subjects() if subject.grades[0] <= grade <= subject.grades[1]]
