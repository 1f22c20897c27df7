"""Real full names, as they are written in documents."""

import re
import unicodedata

import msgspec

from parta.core.errors import Invalid

_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_LONGEST = 60
ALPHABETS = frozenset(("CYRILLIC", "LATIN"))


class FullName(msgspec.Struct, frozen=True):
    """ФИО; the patronymic may be empty."""

    family_name: str
    given_name: str
    patronymic: str = ""


def checked(name: FullName) -> FullName:
    """The name with tidy spaces; `name_wrong` naming the field when it is not written with letters."""
    return FullName(
        family_name=_checked("family_name", name.family_name),
        given_name=_checked("given_name", name.given_name),
        patronymic=_checked("patronymic", name.patronymic) if name.patronymic.strip() else "",
    )


def _checked(field: str, text: str) -> str:
    tidy = tidied(text)
    letters = [sign for sign in tidy if sign.isalpha()]
    alphabets = {_alphabet(sign) for sign in letters}
    # Two alphabets in one name are how somebody dresses up as somebody else: «Аnnа».
    if not is_name(tidy) or len(alphabets) > 1 or not alphabets <= ALPHABETS:
        raise Invalid("name_wrong", field=field)
    return tidy


def tidied(text: str) -> str:
    """Composed letters and single spaces, so that one name is spelt one way."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_name(text: str) -> bool:
    """Letters with single hyphens, apostrophes and spaces between them, at most 60 characters."""
    return len(text) <= _LONGEST and _NAME.fullmatch(text) is not None


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ")[0]
