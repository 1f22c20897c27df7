"""A push address is chosen by a stranger: it leads only where the school lets it, and never inside the network."""

import pytest

from parta.core.config import Configuration
from parta.main.room_settings import room_settings
from parta.notifications.push_hosts import HostRefused, is_allowed, resolve
from parta.notifications.push_key import public_part, read_key
from parta.notifications.settings import NotificationsSettings

USUAL = NotificationsSettings(push=True)


@pytest.mark.parametrize(
    ("endpoint", "allowed"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/abc", True),
        ("https://web.push.apple.com/abc", True),
        ("https://FCM.googleapis.com:443/abc", True),
        ("http://fcm.googleapis.com/abc", False),
        ("https://fcm.googleapis.com:8443/abc", False),
        ("https://user@fcm.googleapis.com/abc", False),
        ("https://fcm.googleapis.com.example.org/abc", False),
        ("https://push.apple.com/abc", False),
        ("https://evilpush.apple.com/abc", False),
        ("https://127.0.0.1/abc", False),
        ("https://[::1]/abc", False),
        ("https://[broken/abc", False),
        ("https://fcm.googleapis.com:port/abc", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_only_named_hosts_over_tls(endpoint, allowed):
    assert is_allowed(endpoint, USUAL) is allowed


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.1.2.3", "192.168.0.7", "169.254.169.254", "0.0.0.0", "localhost"]
)
async def test_a_name_that_leads_into_the_network_is_refused(host):
    settings = NotificationsSettings(push=True, push_hosts=(host,))
    with pytest.raises(HostRefused):
        await resolve(f"https://{host}/push", settings)
    within = NotificationsSettings(push=True, push_hosts=(host,), push_private_addresses=True)
    found = await resolve(f"http://{host}:8080/push?a=1", within)
    assert found.url.endswith(":8080/push?a=1")
    assert (found.host, found.netloc) == (host, f"{host}:8080")


async def test_an_address_inside_the_network_never_becomes_a_subscription(world, push_service, later):
    anna = await world.person()
    good = push_service.browser("anna")
    for endpoint in ("http://10.0.0.1/push", "https://127.0.0.2/push", "ftp://127.0.0.1/", "слово"):
        answer = await anna.put("/me/push-subscription", good | {"endpoint": endpoint})
        assert (answer.status_code, answer.json()["code"]) == (422, "push_host_refused"), endpoint
    keys = good["keys"]
    for wrong in (
        keys | {"p256dh": keys["auth"]},
        keys | {"auth": "short"},
        keys | {"p256dh": "я" * 87},
        keys | {"p256dh": "A" * 87},
    ):
        answer = await anna.put("/me/push-subscription", good | {"keys": wrong})
        assert (answer.status_code, answer.json()["code"]) == (422, "push_keys_wrong"), wrong
    assert (await anna.put("/me/push-subscription", good)).status_code == 204
    assert (await anna.get("/me/notifications")).json()["push"]["subscribed"]
    for _ in range(2):
        assert (await anna.delete("/me/push-subscription")).status_code == 204
    assert not (await anna.get("/me/notifications")).json()["push"]["subscribed"]


def test_a_key_of_ones_own_is_read_in_either_form():
    pem = "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgyfmBbZ0jB5mT6Gm3\n"
    with pytest.raises(ValueError, match=r".*"):
        read_key(pem)
    bare = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"
    assert public_part(read_key(bare)).startswith("BGsX0f")


class TestAtHome:
    """A school that has decided nothing."""

    @pytest.fixture
    def environ(self, tmp_path):
        return {"PARTA_DATA_DIR": str(tmp_path / "data"), "PARTA_REQUESTS_PER_SECOND": "0"}

    async def test_push_is_off_and_says_so(self, world, push_service):
        anna = await world.person()
        shown = (await anna.get("/me/notifications")).json()["push"]
        assert shown == {"allowed": False, "hosts": [], "key": None, "subscribed": False}
        refused = await anna.put("/me/push-subscription", push_service.browser("anna"))
        assert (refused.status_code, refused.json()["code"]) == (409, "push_off")


async def test_the_key_is_made_once_and_settings_win_over_it(world, application, tmp_path):
    anna = await world.person()
    first = (await anna.get("/me/notifications")).json()["push"]["key"]
    assert (await anna.get("/me/notifications")).json()["push"]["key"] == first
    own = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"
    given = Configuration.load(
        {
            "PARTA_NOTIFICATIONS_PUSH": "true",
            "PARTA_NOTIFICATIONS_PUSH_KEY": own,
            "PARTA_DATA_DIR": str(tmp_path),
        },
        rooms=room_settings(),
        folder=tmp_path,
    )
    application.database.configuration = given
    assert (await anna.get("/me/notifications")).json()["push"]["key"] == public_part(read_key(own))
