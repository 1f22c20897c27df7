"""Rows as what they mean: people with names, contacts and numbers, classes, families, groups."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

import msgspec

from parta.identity.contacts import Contact
from parta.identity.names import FullName
from parta.organisations.roster import values
from parta.organisations.roster.refusals import RowRefused
from parta.organisations.workbook.layout import GROUP_KINDS, NEW, RELATIONS, plain
from parta.organisations.workbook.refusals import CellRefused

T = TypeVar("T")
Cells = Mapping[str, str]

_MANGLED = re.compile(r"\d([.,]\d+)?E\+\d+", re.IGNORECASE)
_ERROR = re.compile(r"#[\wА-Яа-я/]+[!?]?|#N/A")
_LONGEST = 2000
_BETWEEN = re.compile(r"[;\n]|,(?!\s*(?:мл|ст)\.)")
# Letters that look alike on a keyboard switched to the other alphabet: «7A» is typed as often as «7А».
_LOOKALIKE = str.maketrans("abcehkmoptxy", "авсенкмортху")
_CLASS = re.compile(r"(\d{1,2})([а-я]{0,3})")
_LAST_GRADE = 12


class Human(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody as a row names them; `prefix` is that of the columns about them."""

    name: FullName
    contacts: tuple[Contact, ...] = ()
    id: str = ""
    number: int | None = None
    is_new: bool = False
    prefix: str = ""
    relation: str = ""


class ClassName(msgspec.Struct, frozen=True):
    """A class as typed, and the one spelling by which «7 Б», «7Б» and «7-б» are the same."""

    typed: str
    key: str

    @property
    def match(self) -> re.Match[str] | None:
        """The year of study and the letter, when the name is of that sort."""
        found = _CLASS.fullmatch(self.key)
        return found if found and 1 <= int(found[1]) <= _LAST_GRADE else None

    @property
    def title(self) -> str:
        """How a new class is called."""
        return f"{int(self.match[1])}{self.match[2].upper()}" if self.match else self.typed

    @property
    def grade(self) -> str:
        """The year of study, if the name tells it."""
        return str(int(self.match[1])) if self.match else ""


class PupilLine(msgspec.Struct, frozen=True, kw_only=True):
    """A pupil, the class, and up to two parents."""

    pupil: Human
    # None only for somebody known by number: an empty cell changes nothing.
    klass: ClassName | None
    born: date | None
    parents: tuple[Human, ...]


class StaffLine(msgspec.Struct, frozen=True, kw_only=True):
    """A member of staff."""

    person: Human
    position: str
    subject: str
    homerooms: tuple[ClassName, ...]


class ClassLine(msgspec.Struct, frozen=True, kw_only=True):
    """A class and its teachers by name."""

    name: ClassName
    grade: str
    teachers: tuple[str, ...]


class ParentLine(msgspec.Struct, frozen=True, kw_only=True):
    """A parent, and a child by number, ID, or name and class."""

    parent: Human
    child_number: int | None
    child_id: str
    child_name: str
    child_class: ClassName | None


class GroupLine(msgspec.Struct, frozen=True, kw_only=True):
    """A group: who teaches it, and its members as classes, names or IDs."""

    title: str
    kind: str
    subject: str
    teachers: tuple[str, ...]
    members: tuple[str, ...]


def cell(cells: Cells, field: str, parse: Callable[[str], T]) -> T:
    """Read one cell; whatever it refuses is refused with the name of its column."""
    typed = cells.get(field, "")
    try:
        if len(typed) > _LONGEST:
            raise RowRefused("cell_too_long", typed)
        if _ERROR.fullmatch(typed):
            raise RowRefused("cell_is_error", typed)
        return parse(typed)
    except CellRefused:
        raise
    except RowRefused as refused:
        raise CellRefused(field, refused.reason, refused.value) from refused


def class_name(typed: str) -> ClassName:
    """A class as people write it."""
    tidy = values.text(typed, longest=200)
    key = re.sub(r"[\W_]+", "", tidy.casefold().replace("ё", "е"))
    return ClassName(tidy, key.translate(_LOOKALIKE) if key[:1].isdecimal() else key)


def class_names(typed: str) -> tuple[ClassName, ...]:
    """Several classes in one cell."""
    names = (class_name(part) for part in re.split(r"[;,\n]", typed))
    return tuple({one.key: one for one in names if one.key}.values())


def parts(typed: str) -> tuple[str, ...]:
    """A list in one cell, separated by semicolons, commas or lines."""
    tidy = (values.text(part, longest=255) for part in _BETWEEN.split(typed))
    return tuple(dict.fromkeys(part for part in tidy if part))


def full_name(typed: str) -> FullName:
    """«Петров Иван Ильич», the family name first."""
    words = values.text(typed, longest=180).split()
    if not words:
        raise RowRefused("value_missing")
    if len(words) < 2:
        raise RowRefused("name_incomplete", typed)
    return FullName(
        values.name(words[0]), values.name(words[1]), values.name(" ".join(words[2:]), optional=True)
    )


def human(cells: Cells, region: str, prefix: str = "") -> Human:
    """A person of a row."""
    phone, email = f"{prefix}phone", f"{prefix}email"
    number, is_new = cell(cells, f"{prefix}number", _number)
    return Human(
        name=_name(cells, prefix),
        contacts=(
            *cell(cells, phone, lambda typed: _contacts("phone", typed, region)),
            *cell(cells, email, lambda typed: _contacts("email", typed, region)),
        ),
        id=cell(cells, f"{prefix}id", lambda typed: values.text(_whole(typed), longest=100)),
        number=number,
        is_new=is_new,
        prefix=prefix,
        relation=cell(cells, f"{prefix}relation", lambda typed: _word(typed, RELATIONS)),
    )


def pupil_line(cells: Cells, region: str) -> PupilLine:
    """A row of «Ученики»."""
    prefixes = [
        f"parent{place}_" for place in (1, 2) if any(one.startswith(f"parent{place}_") for one in cells)
    ]
    klass = cell(cells, "klass", class_name)
    pupil = human(cells, region)
    if not klass.key and pupil.number is None:
        raise CellRefused("klass", "value_missing")
    return PupilLine(
        pupil=pupil,
        klass=klass if klass.key else None,
        born=cell(cells, "born", _day),
        parents=tuple(human(cells, region, prefix) for prefix in prefixes),
    )


def staff_line(cells: Cells, region: str) -> StaffLine:
    """A row of «Сотрудники»."""
    return StaffLine(
        person=human(cells, region),
        position=cell(cells, "position", lambda typed: values.text(typed, longest=100)),
        subject=cell(cells, "subject", lambda typed: values.text(typed, longest=200)),
        homerooms=cell(cells, "homerooms", class_names),
    )


def class_line(cells: Cells) -> ClassLine:
    """A row of «Классы»; a class without a name is its parallel and letter."""
    typed = cells.get("title") or f"{cells.get('grade', '')}{cells.get('letter', '')}"
    name = cell({"title": typed}, "title", class_name)
    if not name.key:
        raise CellRefused("title", "value_missing")
    return ClassLine(
        name=name,
        grade=cell(cells, "grade", lambda one: values.text(one, longest=20).lstrip("0")),
        teachers=cell(cells, "teacher", parts),
    )


def parent_line(cells: Cells, region: str) -> ParentLine:
    """A row of «Родители»."""
    klass = cell(cells, "child_class", class_name)
    line = ParentLine(
        parent=human(cells, region),
        child_number=cell(cells, "child_number", _number)[0],
        child_id=cell(cells, "child_id", lambda typed: values.text(_whole(typed), longest=100)),
        child_name=cell(cells, "child_name", lambda typed: values.text(typed, longest=180)),
        child_class=klass if klass.key else None,
    )
    if line.child_number is None and not line.child_id and not line.child_name:
        raise CellRefused("child_name", "value_missing")
    return line


def group_line(cells: Cells) -> GroupLine:
    """A row of «Группы»."""
    return GroupLine(
        title=cell(cells, "title", lambda typed: values.required(typed, longest=200)),
        kind=cell(cells, "kind", lambda typed: _word(typed, GROUP_KINDS)) or "subject",
        subject=cell(cells, "subject", lambda typed: values.text(typed, longest=200)),
        teachers=cell(cells, "teacher", parts),
        members=cell(cells, "members", parts),
    )


def _name(cells: Cells, prefix: str) -> FullName:
    field = f"{prefix}name"
    if not prefix and not cells.get("name"):
        return FullName(
            cell(cells, "family_name", values.name),
            cell(cells, "given_name", values.name),
            cell(cells, "patronymic", lambda typed: values.name(typed, optional=True)),
        )
    return cell(cells, field, full_name)


def _number(typed: str) -> tuple[int | None, bool]:
    """The platform's own number, or the word that says there is none yet."""
    tidy = _whole(typed).strip()
    if not tidy:
        return None, False
    if plain(tidy) in NEW:
        return None, True
    if not tidy.isdecimal() or len(tidy) > 18:
        raise RowRefused("number_unknown", tidy)
    return int(tidy), False


def _whole(typed: str) -> str:
    """«1047.0» is how a spreadsheet writes 1047 into a CSV."""
    if _MANGLED.fullmatch(typed.strip()):
        raise RowRefused("number_mangled", typed)
    return re.sub(r"(?<=\d)[.,]0+$", "", typed.strip())


def _contacts(kind: str, typed: str, region: str) -> tuple[Contact, ...]:
    if not typed:
        return ()
    found, wrong = values.contacts(kind, _whole(typed) if kind == "phone" else typed, region=region)
    if wrong:
        raise RowRefused(f"{kind}_wrong", wrong[0])
    return found


def _day(typed: str) -> date | None:
    try:
        return values.day(typed)
    except RowRefused as refused:
        raise RowRefused("day_wrong", refused.value) from refused


def _word(typed: str, known: Mapping[str, str]) -> str:
    if not typed.strip():
        return ""
    if plain(typed) not in known:
        raise RowRefused("word_unknown", typed)
    return known[plain(typed)]
