"""One cell of a roster, checked and tidied; what cannot be used refuses its row by a stable code."""

import re
import unicodedata
from collections.abc import Collection
from datetime import date
from functools import lru_cache

from parta.identity.contacts import Contact, understand
from parta.identity.names import tidied
from parta.organisations.roster.refusals import RowRefused

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_RUSSIAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_BETWEEN_CONTACTS = re.compile(r"[,;/\n]")
# What people type when they have nothing to type.
_NOTHING = {"", "-", "–", "—", "нет", "н/д", "null", "none", "n/a"}
# At least one letter, and otherwise what journals put into names: «Ким (мл.)», «O’Брайен», «Анна 2».
_NAME = re.compile(r"(?=.*[^\W\d_])(?:[^\W_]|[ .,'’ʼ`()/-])+")
_INVISIBLE = {"Cc", "Cf", "Co", "Cs"}
_YES, _NO = {"true", "1", "истина", "да", "yes"}, {"false", "0", "ложь", "нет", "no"}


def text(value: str, *, longest: int) -> str:
    """Single spaces, composed letters, no characters that hide or reorder others."""
    if not value:
        return ""
    tidy = tidied(value)
    # What is left of these categories after tidying is there to deceive the eye, or by accident.
    if not tidy.isprintable() and any(unicodedata.category(sign) in _INVISIBLE for sign in tidy):
        raise RowRefused("control_characters", repr(value)[1:-1])
    if "\n" in value.strip():
        raise RowRefused("control_characters", repr(value)[1:-1])
    if len(tidy) > longest:
        raise RowRefused("too_long", tidy)
    return tidy


def required(value: str, *, longest: int) -> str:
    """A text that must be there."""
    tidy = text(value, longest=longest)
    if not tidy:
        raise RowRefused("value_missing")
    return tidy


def identifier(value: str) -> str:
    """A sourcedId; case matters, as the standard says."""
    tidy = text(value, longest=255)
    if not tidy:
        raise RowRefused("sourced_id_missing")
    return tidy


def name(value: str, *, optional: bool = False) -> str:
    """A family, given or father's name as the journal has it: «Петров-Водкин», «Ким (мл.)», «Анна 2»."""
    tidy = text(value, longest=60)
    if not tidy and not optional:
        raise RowRefused("value_missing")
    if tidy and not _NAME.fullmatch(tidy):
        raise RowRefused("name_not_letters", tidy)
    return tidy


def one_of(value: str, allowed: Collection[str], *, default: str = "") -> str:
    """A value of a closed list, whatever the case it was typed in."""
    typed = value.strip()
    if not typed:
        if default:
            return default
        raise RowRefused("value_missing")
    if typed in allowed:
        return typed
    for known in allowed:
        if known.casefold() == typed.casefold():
            return known
    raise RowRefused("value_unknown", typed)


def flag(value: str, *, default: bool) -> bool:
    """True or false, also as a Russian spreadsheet writes them."""
    typed = value.strip().casefold()
    if not typed:
        return default
    if typed in _YES or typed in _NO:
        return typed in _YES
    raise RowRefused("value_unknown", value.strip())


@lru_cache(maxsize=4096)
def _day(typed: str) -> date | None:
    iso, russian = _ISO.fullmatch(typed), _RUSSIAN.fullmatch(typed)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if russian:
            return date(int(russian[3]), int(russian[2]), int(russian[1]))
    except ValueError:
        pass
    return None


def day(value: str) -> date | None:
    """A date, ISO or Russian; None when the cell is empty."""
    typed = value.strip()
    if not typed:
        return None
    found = _day(typed)
    if found is None or not 1900 <= found.year <= 2200:
        raise RowRefused("date_wrong", typed)
    return found


def many(value: str) -> tuple[str, ...]:
    """A list inside one cell; some systems write it as JSON."""
    if not value:
        return ()
    parts = (text(part.strip(" \t[]\"'"), longest=255) for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def contacts(kind: str, *cells: str, region: str = "RU") -> tuple[tuple[Contact, ...], tuple[str, ...]]:
    """The phones or addresses of the cells in one spelling each, and what was typed there and is none."""
    wrong: list[str] = []
    found: dict[Contact, None] = {}
    for typed in (part.strip() for cell in cells if cell for part in _BETWEEN_CONTACTS.split(cell)):
        if typed.casefold() in _NOTHING:
            continue
        contact = understand(typed, region=region)
        if contact is None or contact.kind != kind:
            wrong.append(typed)
        else:
            found[contact] = None
    return tuple(found), tuple(wrong)


@lru_cache(maxsize=65536)
def spoken(family_name: str, given_name: str) -> str:
    """A name as people compare names: ё is е, case does not matter."""
    return f"{family_name} {given_name}".casefold().replace("ё", "е")
