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
    outside_timeout: Annotated[
        timedelta, Meta(description="How long VK ID, ЕСИА or an OpenID provider may think over one question.")
    ] = timedelta(seconds=10)


class VkIdSettings(Settings, section="vk_id"):
    """Signing in with VK ID; off until the client id is set."""

    client_id: Annotated[
        str, Meta(description="The number of the application at VK ID; empty: no signing in with VK ID.")
    ] = ""
    address: Annotated[str, Meta(description="Where VK ID answers.")] = "https://id.vk.ru"
    phone: Annotated[
        bool,
        Meta(
            description="Ask VK ID for the checked phone; needs a business profile there. Without it VK ID lets in only whom it was linked to."
        ),
    ] = True


class EsiaSettings(Settings, section="esia"):
    """Signing in through Госуслуги (ЕСИА); off until the client id is set."""

    client_id: Annotated[
        str,
        Meta(
            description="The mnemonic of the information system at ЕСИА; empty: no signing in through Госуслуги."
        ),
    ] = ""
    address: Annotated[
        str,
        Meta(description="Where ЕСИА answers; the test contour is https://esia-portal1.test.gosuslugi.ru."),
    ] = "https://esia.gosuslugi.ru"
    version: Annotated[
        Literal["v2", "v1"],
        Meta(
            description="The form of requests: v2 (v2/ac and v3/te, with the certificate's hash) or v1 (ac and te, PKCS#7)."
        ),
    ] = "v2"
    scope: Annotated[
        str, Meta(description="What ЕСИА is asked for, as the application for access names it.")
    ] = "openid fullname mobile email kid_fullname"
    certificate_hash: Annotated[
        str, Meta(description="The hash of the system's certificate (client_certificate_hash), for v2.")
    ] = ""
    sign_command: Annotated[
        str,
        Meta(
            description="A program that signs its input and writes the signature's octets: the way to GOST keys."
        ),
    ] = ""
    check_command: Annotated[
        str,
        Meta(
            description="A program that checks GOST tokens: the text at its input, the signature in PARTA_SIGNATURE; ends with 0 or 1."
        ),
    ] = ""
    certificate: Annotated[
        Path | None, Meta(description="The system's certificate (PEM), where an RSA key signs.")
    ] = None
    key: Annotated[Path | None, Meta(description="The system's RSA key (PEM), where no program signs.")] = (
        None
    )
    key_password: Annotated[Secret, Meta(description="The password of that key; empty: none.")] = Secret("")
    token_certificate: Annotated[
        Path | None,
        Meta(description="The certificate of ЕСИА itself (PEM), by which RS256 tokens are checked."),
    ] = None


class OpenIdSettings(Settings, section="openid"):
    """Signing in by the installation's own OpenID Connect provider; off until issuer and client id are set."""

    issuer: Annotated[
        str, Meta(description="The provider's issuer, exactly as it names itself; empty: no such signing in.")
    ] = ""
    client_id: Annotated[str, Meta(description="The client's name at the provider.")] = ""
    client_secret: Annotated[Secret, Meta(description="The client's secret at the provider.")] = Secret("")
    title: Annotated[str, Meta(description="What the provider is called on the button.")] = "OpenID"
    scope: Annotated[str, Meta(description="What the provider is asked for.")] = "openid email phone"


class SignInSettings(Settings, section="sign_in"):
    """What is asked of those who come in, besides the code."""

    staff_second_factor: Annotated[
        Literal["off", "offered", "required"],
        Meta(
            description="The second factor of staff: off, offered (as each likes), or required of all teachers, administrators and operators."
        ),
    ] = "offered"
    remembered_for: Annotated[
        timedelta,
        Meta(description="How long a device that its owner trusts is not asked for the second factor again."),
    ] = timedelta(days=30)
    key: Annotated[
        Secret | None,
        Meta(
            description="What encrypts the secrets of the second factor; the same on all nodes. By default a file in data_dir."
        ),
    ] = None
