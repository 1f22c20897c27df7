"""Numbers of an organisation in the state's registers, told right from mistyped by their check digits."""

import re

# The tenth digit of a legal entity's ИНН is the weighted sum of the first nine modulo 11, modulo 10.
INN_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)
# The fifth and sixth signs of a КПП are the reason for registration: digits or Latin capitals.
KPP = re.compile(r"[0-9]{4}[0-9A-Z]{2}[0-9]{3}")


def plain(text: str) -> str:
    """A number without the spaces and hyphens that people put into it."""
    return re.sub(r"[\s\u2010-\u2015-]+", "", text).upper()


def inn_problem(inn: str) -> str | None:
    """What is wrong with a legal entity's ИНН: `inn_length`, `inn_wrong`, or None."""
    if not _digits(inn, 10):
        return "inn_length"
    total = sum(weight * int(digit) for weight, digit in zip(INN_WEIGHTS, inn, strict=False))
    # Ten zeros would pass.
    return None if total % 11 % 10 == int(inn[9]) and inn.strip("0") else "inn_wrong"


def kpp_problem(kpp: str) -> str | None:
    """What is wrong with a КПП, which has no check digit: `kpp_wrong`, or None."""
    return None if KPP.fullmatch(kpp) and kpp[:4].strip("0") else "kpp_wrong"


def ogrn_problem(ogrn: str) -> str | None:
    """What is wrong with an ОГРН: `ogrn_length`, `ogrn_wrong`, or None."""
    if not _digits(ogrn, 13):
        return "ogrn_length"
    return None if int(ogrn[:12]) % 11 % 10 == int(ogrn[12]) and ogrn[0] in "15" else "ogrn_wrong"


def _digits(text: str, count: int) -> bool:
    return len(text) == count and text.isascii() and text.isdecimal()
