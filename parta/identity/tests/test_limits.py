"""Limits shared by everybody behind one address and by the whole installation."""

import pytest

from parta.identity.code_limits import network_of
from parta.identity.tests.conftest import PROFILE, wrong


@pytest.fixture
def environ(environ):
    return environ | {
        "PARTA_IDENTITY_CODES_PER_ADDRESS": "3",
        "PARTA_IDENTITY_WRONG_PER_ADDRESS": "4",
    }


async def test_one_address_gets_so_many_codes(door):
    statuses = [(await door.ask(f"+7999000010{n}")).status_code for n in range(4)]
    assert statuses == [202, 202, 202, 429]


async def test_a_guesser_is_stopped_over_many_codes_even_with_the_right_one(door):
    first, code = await door.received("+79990000110")
    for _ in range(4):
        await door.enter(first, wrong(code))
    second, right = await door.received("+79990000111")

    stopped = await door.enter(second, right, profile=PROFILE)

    assert stopped.status_code == 429
    assert stopped.json()["code"] == "guesses_too_many"


@pytest.mark.parametrize(
    ("ip", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("not an address", "not an address"),
        ("", ""),
    ],
)
def test_an_ipv6_household_is_one_address(ip, network):
    assert network_of(ip) == network
