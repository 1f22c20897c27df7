"""Russian names that agree: surnames by gender, patronymics after the father, cases for talk."""

from random import Random
from typing import Literal

import msgspec

from parta.demo.data_files import read_table

Case = Literal["nom", "gen", "dat", "acc", "ins", "pre"]
CASES: tuple[Case, ...] = ("nom", "gen", "dat", "acc", "ins", "pre")

VOWELS = "аеёиоуыэюя"
HUSHING = "гкхжчшщ"


class Name(msgspec.Struct, frozen=True):
    """What one person is called; `short` is what friends say, `patronymic` may be empty."""

    family: str
    given: str
    patronymic: str
    short: str
    female: bool

    @property
    def respectful(self) -> str:
        """Give «Ирина Сергеевна», or the bare given name of those who have no patronymic."""
        return f"{self.given} {self.patronymic}".strip()

    @property
    def full(self) -> str:
        return f"{self.family} {self.respectful}"


def feminine_surname(surname: str) -> str:
    """Give the woman's form of a man's surname; each half of a double one changes for itself."""
    return "-".join(_feminine_part(part) for part in surname.split("-"))


def _feminine_part(part: str) -> str:
    if part.endswith(("ский", "цкий")):
        return part[:-2] + "ая"
    if part.endswith(("ый", "ой")):
        return part[:-2] + "ая"
    if part.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return part + "а"
    return part


def patronymic(father: str, *, female: bool) -> str:
    """Give the patronymic of a son or a daughter of `father`."""
    irregular = read_table("names.toml")["patronymic"]
    if father in irregular:
        son, daughter = irregular[father]
        return str(daughter if female else son)
    if father.endswith("ий"):
        # Дмитрий keeps the vowel (two consonants before it), Василий loses it.
        two_consonants = father[-3].lower() not in VOWELS and father[-4].lower() not in VOWELS
        stem = father[:-2] + ("и" if two_consonants else "ь") + "е"
    elif father.endswith(("й", "ь")):
        stem = father[:-1] + "е"
    else:
        stem = father + "о"
    return stem + ("вна" if female else "вич")


def decline(word: str, case: Case, *, female: bool) -> str:
    """Put a given name, short name or patronymic into a case; what does not decline stays."""
    if case == "nom":
        return word
    index = CASES.index(case) - 1
    if word == "Илья" and case == "ins":
        return "Ильёй"
    if word.endswith("ия"):
        return word[:-1] + ("и", "и", "ю", "ей", "и")[index]
    if word.endswith("я"):
        return word[:-1] + ("и", "е", "ю", "ей", "е")[index]
    if word.endswith("а"):
        genitive = "и" if word[-2] in HUSHING else "ы"
        instrumental = "ей" if word[-2] in "жчшщц" else "ой"
        return word[:-1] + (genitive, "е", "у", instrumental, "е")[index]
    if female:
        return word[:-1] + ("и", "и", "ь", "ью", "и")[index] if word.endswith("ь") else word
    return _decline_masculine(word, index)


FLEETING = {"Лев": "Льв", "Павел": "Павл", "Пётр": "Петр"}


def _decline_masculine(word: str, index: int) -> str:
    word_stem = FLEETING.get(word, word)
    if word.endswith("ий"):
        return word[:-1] + ("я", "ю", "я", "ем", "и")[index]
    if word.endswith(("й", "ь")):
        return word[:-1] + ("я", "ю", "я", "ем", "е")[index]
    if word[-1].lower() in VOWELS:
        return word
    instrumental = "ем" if word[-1] in "жчшщц" else "ом"
    return word_stem + ("а", "у", "а", instrumental, "е")[index]


def choose_given(dice: Random, *, female: bool, grown_up: bool) -> str:
    """Choose a given name usual for the age."""
    table = read_table("names.toml")["grown_up" if grown_up else "child"]
    return str(dice.choice(table["female" if female else "male"]))


def choose_short(dice: Random, given: str) -> str:
    """Choose one of the short forms of a given name, or the name itself when it has none."""
    table = read_table("names.toml")["given"]
    forms: list[str] = table["male"].get(given) or table["female"].get(given) or [given]
    return dice.choice(forms)


def choose_surname(dice: Random) -> str:
    """Choose a surname in its masculine form, now and then a rare or a double one."""
    table = read_table("names.toml")["surnames"]
    if dice.random() < 0.05:
        return str(dice.choice(table["rare"]))
    return str(dice.choice(table["usual"]))


LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "sch",
            "?",
            "y",
            "?",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)


def to_latin(text: str) -> str:
    """Spell a Russian word with the letters an address can hold; signs that have no sound vanish."""
    return "".join(LATIN.get(letter, letter if letter.isascii() else "") for letter in text.lower()).replace(
        "?", ""
    )
