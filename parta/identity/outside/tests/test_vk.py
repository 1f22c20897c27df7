"""VK ID: what its documentation promises, and nothing of it in Parta but a number."""

import asyncio
from datetime import timedelta

import pytest

from parta.identity.outside.provider import Unavailable
from parta.identity.outside.reaching import Reach
from parta.identity.outside.tests.conftest import expect
from parta.identity.tests.conftest import PROFILE


async def test_the_phone_that_vk_has_checked_leads_to_the_expected_profile(visitor, vk, database):
    person_id = await expect(database, "+79990007001")

    back = await visitor.back(vk.consent(await visitor.url("vk_id")))
    came = await visitor.enter()

    assert back.status_code == 200, back.text
    person = came.json()["person"]
    assert (person["id"], person["family_name"]) == (person_id, "Журавлёва")
    for theirs in ("Звёздная", "Эвелина", "vk.example", "7001"):
        assert theirs not in came.text.replace("+79990007001", "")


async def test_an_address_at_vk_proves_nothing(visitor, vk, database):
    await expect(database, "star@vk.example")
    del vk.user["phone"]

    await visitor.back(vk.consent(await visitor.url("vk_id")))
    nothing = await visitor.enter(profile=PROFILE)

    assert (nothing.status_code, nothing.json()["code"]) == (409, "outside_no_contact")


async def test_what_does_not_fit_together_is_refused(visitor, vk):
    another_device = await visitor.back(vk.consent(await visitor.url("vk_id")), device_id="device-2")
    vk.told_state = "something else"
    another_state = await visitor.back(vk.consent(await visitor.url("vk_id")))
    vk.told_state, vk.swapped = None, True
    about_somebody_else = await visitor.back(vk.consent(await visitor.url("vk_id")))

    assert (another_device.status_code, another_device.json()["code"]) == (403, "outside_refused")
    for answer in (another_state, about_somebody_else):
        assert (answer.status_code, answer.json()["code"]) == (403, "outside_untrusted")


async def test_a_service_that_is_down_slow_or_leads_elsewhere_is_said_to_be_unavailable(visitor, vk):
    for broken, said in (
        (503, "outside_unavailable"),
        (429, "outside_unavailable"),
        (302, "outside_refused"),
    ):
        vk.broken = None
        url = vk.consent(await visitor.url("vk_id"))
        vk.broken = broken
        answer = await visitor.back(url)
        assert answer.json()["code"] == said
        assert answer.status_code < 500
    # Nobody followed the redirect: everything was asked of VK itself, once each time.
    assert vk.asked == ["/oauth2/auth"] * 3


async def test_an_answer_that_does_not_come_is_not_waited_for():
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(Unavailable) as refused:
            await asyncio.wait_for(
                Reach("vk_id", timedelta(milliseconds=200)).get(f"http://127.0.0.1:{port}/"), 5
            )
        server.close()

    assert refused.value.code == "outside_unavailable"
