"""Check digits: numbers of real form pass, and one slip of the hand never does where arithmetic can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parta.applications.requisites import inn_problem, kpp_problem, ogrn_problem, plain

# Published numbers of large institutions.
INNS = ("7707083893", "7736050003", "7728168971", "5003052454", "7830002293")
OGRNS = ("1027700132195", "1027700070518", "1027700067328")


@pytest.mark.parametrize("inn", INNS)
def test_numbers_of_real_organisations_pass(inn: str) -> None:
    assert inn_problem(inn) is None


@pytest.mark.parametrize("ogrn", OGRNS)
def test_real_ogrns_pass(ogrn: str) -> None:
    assert ogrn_problem(ogrn) is None


@given(st.sampled_from(INNS), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_of_an_inn_is_noticed_unless_the_remainder_is_ten(
    inn: str, place: int, by: int
) -> None:
    wrong = inn[:place] + str((int(inn[place]) + by) % 10) + inn[place + 1 :]
    total = sum(w * int(d) for w, d in zip((2, 4, 10, 3, 5, 9, 4, 6, 8), wrong, strict=False))
    assert (inn_problem(wrong) == "inn_wrong") == (total % 11 % 10 != int(wrong[9]))
    if place == 9:
        assert inn_problem(wrong) == "inn_wrong"


@given(st.integers(0, 10**9 - 1))
def test_of_ten_last_digits_exactly_one_is_right(body: int) -> None:
    right = [digit for digit in range(10) if inn_problem(f"{body:09}{digit}") is None]
    assert len(right) == (1 if body else 0)


@given(st.integers(10**11, 2 * 10**11 - 1))
def test_of_ten_last_digits_of_an_ogrn_exactly_one_is_right(body: int) -> None:
    right = [digit for digit in range(10) if ogrn_problem(f"{body}{digit}") is None]
    assert right == [body % 11 % 10]


@given(st.text(max_size=14))
def test_no_text_breaks_the_checks(text: str) -> None:
    for check in (inn_problem, ogrn_problem, kpp_problem):
        assert check(plain(text)) is None or not text.isascii() or check(plain(text)) is not None


@pytest.mark.parametrize(
    ("kpp", "problem"),
    [
        ("770701001", None),
        ("7707AZ001", None),
        ("77070100", "kpp_wrong"),
        ("7707az001", "kpp_wrong"),
        ("7707ЯЗ001", "kpp_wrong"),
        ("000001001", "kpp_wrong"),
    ],
)
def test_a_kpp_has_a_form(kpp: str, problem: str | None) -> None:
    assert kpp_problem(kpp) == problem


@pytest.mark.parametrize("inn", ["", "770708389", "77070838930", "٧٧٠٧٠٨٣٨٩٣", "0000000000", "770708389x"])
def test_what_is_no_inn(inn: str) -> None:
    assert inn_problem(inn) in {"inn_length", "inn_wrong"}
