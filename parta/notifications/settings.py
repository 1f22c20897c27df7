"""The options of notifying."""

from datetime import timedelta
from typing import Annotated

from msgspec import Meta

from parta.core.config import Secret, Settings


class NotificationsSettings(Settings, section="notifications"):
    """What may leave the server to tell people of news."""

    push: Annotated[
        bool,
        Meta(
            description="Lets browsers be told through the push services of their makers, which are foreign hosts; they learn no words, only when something comes."
        ),
    ] = False
    push_hosts: Annotated[
        tuple[str, ...],
        Meta(description="The push services that may be used; *.example.com means every host below it."),
    ] = (
        "fcm.googleapis.com",
        "updates.push.services.mozilla.com",
        "*.push.apple.com",
        "*.notify.windows.com",
    )
    push_private_addresses: Annotated[
        bool,
        Meta(
            description="Lets push services stand at private addresses and without TLS: for one of your own inside the network."
        ),
    ] = False
    push_key: Annotated[
        Secret | None,
        Meta(
            description="The private VAPID key (PEM, or 32 bytes in base64url); by default one is made at first start and kept in the database."
        ),
    ] = None
    push_contact: Annotated[
        str,
        Meta(
            description="How a push service reaches who runs this server: mailto:… or https://…; by default the address people open."
        ),
    ] = ""
    push_timeout: Annotated[timedelta, Meta(description="How long a push service may think.")] = timedelta(
        seconds=10
    )
    push_at_once: Annotated[
        int,
        Meta(ge=1, le=200, description="How many requests to push services one process has open at once."),
    ] = 20
    mail_digests: Annotated[
        bool,
        Meta(
            description="Lets people ask for a letter about unread messages; needs PARTA_IDENTITY_SMTP_HOST."
        ),
    ] = True
