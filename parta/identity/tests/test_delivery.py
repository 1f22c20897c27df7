"""One suite over every way a code travels, each against a server that really listens."""

from datetime import timedelta

import pytest
import structlog

from parta.core.config import Secret
from parta.core.jobs import PERFORMERS, backoff
from parta.core.jobs_worker import perform_all
from parta.identity.contacts import Contact
from parta.identity.delivery import DeliveryFailed, DeliveryRefused
from parta.identity.delivery_choice import codes_delivered, delivery_of, describe_delivery
from parta.identity.delivery_log import LogDelivery
from parta.identity.delivery_sms import SmsDelivery
from parta.identity.delivery_smtp import SmtpDelivery
from parta.identity.jobs import deliver_code
from parta.identity.settings import IdentitySettings
from parta.identity.tests.servers import MailServer, SmsGateway, listening

PHONE, MAIL = Contact("phone", "+79991234567"), Contact("email", "vera@school.example")


class Way:
    """A delivery together with the place where its codes arrive."""

    def __init__(self, delivery, contact, server=None, log=None):
        self.delivery, self.contact, self.server, self.log = delivery, contact, server, log

    def arrived(self):
        """Texts that arrived."""
        if isinstance(self.server, MailServer):
            return [letter.get_content() for letter in self.server.letters]
        if isinstance(self.server, SmsGateway):
            return self.server.texts()
        return [entry["code"] for entry in self.log if entry["event"] == "identity.code"]


FORM = {"sms_body": "to={phone}&text={text}&from=Parta"}
BY_GET = {"sms_method": "GET", "sms_path": "/send?to={phone}&text={text}"}


def sms_settings(server, *, sms_path="/send", **more):
    return IdentitySettings(
        sms_url=f"http://127.0.0.1:{server.port}{sms_path}", delivery_timeout=timedelta(seconds=1), **more
    )


def smtp_settings(server, **more):
    return IdentitySettings(
        smtp_host="127.0.0.1",
        smtp_port=server.port,
        smtp_sender="parta@school.example",
        delivery_timeout=timedelta(seconds=1),
        **{"smtp_security": "none"} | more,
    )


@pytest.fixture(params=["log", "smtp", "sms as json", "sms as form", "sms by get"])
async def way(request):
    if request.param == "log":
        with structlog.testing.capture_logs() as log:
            yield Way(LogDelivery(), PHONE, log=log)
        return
    server = MailServer() if request.param == "smtp" else SmsGateway()
    async with listening(server):
        if isinstance(server, MailServer):
            yield Way(SmtpDelivery(smtp_settings(server)), MAIL, server)
        else:
            more = {"sms as json": {}, "sms as form": FORM, "sms by get": BY_GET}[request.param]
            yield Way(SmsDelivery(sms_settings(server, **more)), PHONE, server)


@pytest.mark.parametrize("locale", ["ru", "en"])
async def test_a_code_arrives_once_and_whole(way, locale):
    await way.delivery.deliver(way.contact, "012345", locale=locale)
    [text] = way.arrived()
    assert "012345" in text
    if way.server:
        assert ("войти" in text or "входа" in text) == (locale == "ru")


async def test_it_arrives_at_the_right_person(way):
    await way.delivery.deliver(way.contact, "012345", locale="ru")
    if isinstance(way.server, MailServer):
        assert way.server.letters[0]["To"] == "vera@school.example"
        assert way.server.letters[0]["From"] == "parta@school.example"
    elif way.server:
        fields = way.server.fields(way.server.requests[0])
        assert "+79991234567" in fields.values()


@pytest.mark.parametrize("passing", [True, False])
async def test_a_refusal_is_final_or_passes_and_never_repeats_the_code(way, passing):
    if way.server is None:
        return
    way.server.status = "503 Busy" if passing else "400 No such number"
    way.server.refuse = "451 later" if passing else "550 no such user"
    with pytest.raises(DeliveryFailed if passing else DeliveryRefused) as refusal:
        await way.delivery.deliver(way.contact, "012345", locale="ru")
    assert "012345" not in repr(refusal.value)
    assert way.contact.value not in repr(refusal.value)
    assert refusal.value.__cause__ is None


async def test_a_silent_server_does_not_hold_the_worker(way):
    if way.server is None:
        return
    way.server.silent = True
    with pytest.raises(DeliveryFailed):
        await way.delivery.deliver(way.contact, "012345", locale="ru")


async def test_nobody_there_is_tried_again():
    mail = SmtpDelivery(IdentitySettings(smtp_host="127.0.0.1", smtp_port=9, smtp_security="none"))
    with pytest.raises(DeliveryFailed):
        await mail.deliver(MAIL, "012345", locale="ru")
    sms = SmsDelivery(IdentitySettings(sms_url="http://127.0.0.1:9/"))
    with pytest.raises(DeliveryFailed):
        await sms.deliver(PHONE, "012345", locale="ru")


async def test_a_mail_server_without_tls_gets_no_letter_unless_told_so():
    server = MailServer()
    async with listening(server):
        for security in ("starttls", "tls"):
            with pytest.raises(DeliveryFailed):
                await SmtpDelivery(smtp_settings(server, smtp_security=security)).deliver(
                    MAIL, "012345", locale="ru"
                )
    assert server.letters == []


async def test_a_gateway_cannot_send_the_code_elsewhere():
    server = SmsGateway()
    async with listening(server):
        server.status = f"307 Moved\r\nLocation: http://127.0.0.1:{server.port}/else"
        with pytest.raises(DeliveryFailed):
            await SmsDelivery(sms_settings(server)).deliver(PHONE, "012345", locale="ru")
    assert [request["path"] for request in server.requests] == ["/send"]


async def test_headers_and_nested_templates_reach_the_gateway():
    server = SmsGateway()
    body = '{"message": {"to": ["{phone}"], "body": "{text}"}, "urgent": true}'
    async with listening(server):
        settings = sms_settings(server, sms_body=body, sms_headers=Secret('{"Authorization": "Bearer key"}'))
        await SmsDelivery(settings).deliver(PHONE, "012345", locale="en")
    [request] = server.requests
    assert request["headers"]["authorization"] == "Bearer key"
    fields = server.fields(request)
    assert fields["message"]["to"] == ["+79991234567"]
    assert fields["message"]["body"].startswith("012345")
    assert fields["urgent"] is True


@pytest.mark.parametrize("reason", ["expired", "used", "guessed away", "gone"])
async def test_a_dead_code_is_not_delivered(door, database, later, reason):
    await door.ask("+79991234567")
    async with database.transaction() as tx:
        if reason == "used":
            await tx.run("UPDATE sign_in_codes SET used_at = now()")
        if reason == "guessed away":
            await tx.run("UPDATE sign_in_codes SET tries_left = 0")
        if reason == "gone":
            await tx.run("DELETE FROM sign_in_codes")
    if reason == "expired":
        later(timedelta(minutes=11))
    with structlog.testing.capture_logs() as log:
        await perform_all(database)
    assert "identity.code_not_delivered" in [entry["event"] for entry in log]
    assert "identity.code" not in [entry["event"] for entry in log]
    assert await door.sent() == []


async def test_a_live_code_is_delivered_and_its_job_deleted(door, database):
    await door.ask("+79991234567")
    [waiting] = await door.sent()
    with structlog.testing.capture_logs() as log:
        await perform_all(database)
    assert [entry["code"] for entry in log if entry["event"] == "identity.code"] == [waiting.code]
    assert await door.sent() == []


class TestGatewayAway:
    @pytest.fixture
    def environ(self, environ):
        return environ | {"PARTA_IDENTITY_SMS_URL": "http://127.0.0.1:9/"}

    async def test_no_code_outlives_itself_in_the_queue(self, door, database, later):
        await door.ask("+79991234567")
        attempts = 0
        while await door.sent():
            later(timedelta(minutes=1))
            attempts += await perform_all(database)
            assert attempts < 30
        async with database.transaction() as tx:
            assert await tx.value("SELECT count(*) FROM jobs WHERE kind = 'deliver_code'") == 0

    async def test_what_the_queue_remembers_of_a_failure_holds_no_code(self, door, database):
        await door.ask("+79991234567")
        [waiting] = await door.sent()
        await perform_all(database)
        async with database.transaction() as tx:
            error = await tx.value("SELECT last_error FROM jobs WHERE kind = 'deliver_code'")
        assert "out of reach" in error
        assert waiting.code not in error


def test_the_start_says_plainly_where_codes_go():
    nothing = IdentitySettings()
    both = IdentitySettings(smtp_host="mail.school.example", sms_url="https://sms.example/send?key=secret")
    assert "whoever reads the log" in describe_delivery(nothing)
    assert describe_delivery(both) == (
        "Sign-in codes go by mail through mail.school.example:587 and by SMS through sms.example."
    )
    half = describe_delivery(IdentitySettings(smtp_host="mail.school.example"))
    assert "codes for phones are written to this log" in half
    assert (codes_delivered(nothing).phone, codes_delivered(both).phone) == (False, True)
    assert isinstance(delivery_of("email", nothing), LogDelivery)
    assert isinstance(delivery_of("email", both), SmtpDelivery)
    assert isinstance(delivery_of("phone", both), SmsDelivery)


def test_the_job_survives_as_many_failures_as_the_longest_life():
    attempts = PERFORMERS["deliver_code"].attempts
    assert PERFORMERS["deliver_code"].perform is deliver_code
    waited = sum((backoff(n) for n in range(1, attempts)), timedelta(0))
    assert waited > timedelta(minutes=30)
