"""Names that could be taken for others, and what no name may hold."""

import pytest

from parta.core.errors import Invalid
from parta.identity.lookalikes import resemble
from parta.identity.names import FullName, checked


@pytest.mark.parametrize(
    "name",
    [
        "Зимина Мария",
        "3имина Мария",  # a digit
        "Зимuна Мaрия",  # Latin u and a
        "Зимина-Мария",
        "Зиминна Мария",
        "Земина Мария",
        "Зимниа Мария",
        "Зимин Мария",
        "ЗИМИНА МАРIЯ",
    ],
)
def test_what_could_be_taken_for_a_name_resembles_it(name: str) -> None:
    assert resemble("Зимина Мария", name)


@pytest.mark.parametrize("name", ["Зайцева Мария", "Зимина Ольга", "Мария", "", "Зимородок Марина"])
def test_other_names_are_other_names(name: str) -> None:
    assert not resemble("Зимина Мария", name)


def test_yo_is_ye_and_short_names_differ_by_a_letter() -> None:
    assert resemble("Елкин Иван", "Ёлкин Иван")
    assert not resemble("Ли", "Ло")


@pytest.mark.parametrize(
    "given",
    ["Мария🎓", "Мария ✓", "Мaрия", "Мария\u200b", "Мария1", "Мария 🎓 учитель", "მარია", "Мария·", "—"],
)
def test_a_name_holds_letters_of_one_alphabet_and_no_sign(given: str) -> None:
    """The cap beside a name is drawn from what the server says of the person: a name has no way to hold one."""
    with pytest.raises(Invalid):
        checked(FullName("Зимина", given))
    assert checked(FullName("Римская-Корсакова", "Анна Мария")).given_name == "Анна Мария"
