"""How a class is called a year later: «7 «Б»» becomes «8 «Б»», «Ромашка» stays «Ромашка»."""

import re

_NUMBER = re.compile(r"\d{1,2}")


def grade_of(title: str, grade: str) -> int | None:
    """The grade as a number, from the title where it is not said; None for a class that has none."""
    found = _NUMBER.search(grade) or _NUMBER.match(title.strip())
    number = int(found[0]) if found else 0
    return number if 1 <= number <= 12 else None


def raised(title: str, grade: int) -> str:
    """The title with its number one higher, if it begins with the number of the grade."""
    found = _NUMBER.match(title)
    if found is None or int(found[0]) != grade:
        return title
    return f"{grade + 1}{title[found.end() :]}"


def spoken(title: str) -> str:
    """A title as people compare titles."""
    return " ".join(title.lower().replace("ё", "е").split())
