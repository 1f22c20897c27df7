"""The options of identity."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from parta.core.config import Secret, Settings


class IdentitySettings(Settings, section="identity"):
    """How people prove who they are, and how codes reach them."""

    code_lifetime: Annotated[
        timedelta, Meta(description="How long a one-time code works; at most 30 minutes.")
    ] = timedelta(minutes=10)
    code_tries: Annotated[int, Meta(ge=1, le=10, description="How many wrong guesses kill a code.")] = 5
    resend_interval: Annotated[
        timedelta,
        Meta(description="The pause before a second code; it doubles with every further one, up to an hour."),
    ] = timedelta(seconds=60)
    codes_per_contact: Annotated[
        int,
        Meta(ge=1, description="How many codes one phone or address may get in a day without signing in."),
    ] = 10
    codes_per_address: Annotated[
        int,
        Meta(
            ge=1,
            description="How many codes may be asked for from one network address in an hour (a school is one).",
        ),
    ] = 300
    codes_in_all: Annotated[
        int, Meta(ge=1, description="How many codes the whole installation gives out in an hour.")
    ] = 5000
    wrong_per_address: Annotated[
        int, Meta(ge=1, description="How many wrong codes one network address may enter in an hour.")
    ] = 200
    wrong_in_all: Annotated[
        int, Meta(ge=1, description="How many wrong codes everybody together may enter in an hour.")
    ] = 5000
    session_lifetime: Annotated[
        timedelta, Meta(description="A device not used for this long must sign in again.")
    ] = timedelta(days=60)
    phone_region: Annotated[
        str, Meta(description="The country whose numbers may be written without +, two letters.")
    ] = "RU"
    documents_dir: Annotated[
        Path | None,
        Meta(
            description="The installation's own agreement.ru.md, privacy.ru.md (and .en.md) instead of the package's."
        ),
    ] = None

    smtp_host: Annotated[
        str, Meta(description="The mail server that sends codes; empty: codes by mail go to the log.")
    ] = ""
    smtp_port: Annotated[int, Meta(ge=1, le=65535, description="The port of the mail server.")] = 587
    smtp_security: Annotated[
        Literal["starttls", "tls", "none"],
        Meta(description="starttls (587), tls (465), or none for a mail server on this very machine."),
    ] = "starttls"
    smtp_user: Annotated[str, Meta(description="The user at the mail server; empty: none.")] = ""
    smtp_password: Annotated[Secret, Meta(description="The password at the mail server.")] = Secret("")
    smtp_sender: Annotated[str, Meta(description="The address letters come from.")] = "parta@localhost"

    sms_url: Annotated[
        str,
        Meta(
            description="The address of the SMS gateway; may contain {phone} and {text}. Empty: codes by SMS go to the log."
        ),
    ] = ""
    sms_method: Annotated[
        Literal["POST", "GET", "PUT"], Meta(description="The method of the gateway's request.")
    ] = "POST"
    sms_body: Annotated[
        str,
        Meta(
            description="The request's body with {phone} and {text}: a JSON object, or a form like to={phone}&msg={text}."
        ),
    ] = '{"phone": "{phone}", "text": "{text}"}'
    sms_headers: Annotated[
        Secret,
        Meta(
            description='Headers of the request as a JSON object, for example {"Authorization": "Bearer …"}.'
        ),
    ] = Secret("{}")
    delivery_timeout: Annotated[
        timedelta, Meta(description="How long a mail server or a gateway may think.")
    ] = timedelta(seconds=15)
