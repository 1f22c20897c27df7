"""HTTP of notifications: choices, devices, letters, and the words of a push."""

from typing import Annotated, Any

import msgspec
from litestar import delete, get, patch, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta

from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.identity.access import Person
from parta.notifications import digests, subscriptions
from parta.notifications.choices import Change, change_choices
from parta.notifications.digests import Digest
from parta.notifications.kinds import Kind
from parta.notifications.overview import Notifications, read_notifications
from parta.notifications.push_sending import What
from parta.notifications.showing import ShownNotification, show_notification

MOST_SHOWN = 100  # notifications a device has on its screen
LARGEST_ID = 2**63 - 1

Token = Annotated[str, Meta(min_length=1, max_length=100)]


class NewChoices(msgspec.Struct, frozen=True, kw_only=True):
    """What to change; absent stays."""

    kinds: dict[Kind, Change] = msgspec.field(default_factory=dict)
    show_text: bool | None = None


class PushKeys(msgspec.Struct, frozen=True):
    """A browser's keys, in base64url (RFC 8291)."""

    p256dh: Annotated[str, Meta(max_length=200)]
    auth: Annotated[str, Meta(max_length=100)]


class NewSubscription(msgspec.Struct, frozen=True):
    """What `PushSubscription.toJSON()` gives."""

    endpoint: Annotated[str, Meta(max_length=2000)]
    keys: PushKeys


class NewDigest(msgspec.Struct, frozen=True):
    """The letters to send, or null for none."""

    digest: Digest | None


@get("/me/notifications", tags=["notifications"])
async def read_mine(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Notifications:
    """What I am told of and how, and what this installation offers."""
    return await read_notifications(tx, of=me)


@patch("/me/notifications", tags=["notifications"])
async def change_mine(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[NewChoices]
) -> Notifications:
    """Be told of other things, or otherwise."""
    await change_choices(tx, data.kinds, show_text=data.show_text, by=me.id)
    return await read_notifications(tx, of=me)


@put("/me/push-subscription", status_code=204, tags=["notifications"])
async def subscribe(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[NewSubscription]
) -> None:
    """Reach this device when Parta is closed; ends with the session."""
    await subscriptions.subscribe(
        tx,
        endpoint=data.endpoint,
        p256dh=data.keys.p256dh,
        auth=data.keys.auth,
        session_id=me.session_id,
        by=me.id,
    )


@delete("/me/push-subscription", tags=["notifications"])
async def unsubscribe(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> None:
    """Reach this device no more."""
    await subscriptions.unsubscribe(tx, me.session_id)


@put("/me/mail-digest", tags=["notifications"])
async def set_digest(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[NewDigest]
) -> Notifications:
    """Get letters about unread messages, or no more of them."""
    await digests.set_digest(tx, data.digest, by=me)
    return await read_notifications(tx, of=me)


@post("/mail-digests/{token:str}", status_code=204, tags=["notifications"])
async def end_digest(tx: NamedDependency[Tx], token: FromPath[Token]) -> None:
    """End the letters by the link that stands in each of them (RFC 8058); needs no signing in."""
    await digests.end_digest(tx, token)


@get("/notifications/{what:str}", tags=["notifications"])
async def show(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    what: FromPath[What],
    conversation_id: Annotated[int, QueryParameter(ge=0, le=LARGEST_ID)] = 0,
    number: Annotated[int, QueryParameter(ge=0, le=LARGEST_ID - 1)] = 0,
    shown: Annotated[str, QueryParameter(max_length=4000)] = "",
) -> ShownNotification:
    """The words of a push, for the device it came to. `shown=42:17,43:5` are the notifications it shows already."""
    return await show_notification(tx, what, conversation_id, number, shown=_shown(shown), to=me)


def _shown(text: str) -> dict[int, int]:
    pairs = [pair.split(":") for pair in text.split(",") if pair][:MOST_SHOWN]
    if not all(len(pair) == 2 and all(one.isdecimal() and len(one) < 19 for one in pair) for pair in pairs):
        raise Invalid("invalid", field="shown")
    return {int(chat): int(number) for chat, number in pairs}


handlers: list[Any] = [read_mine, change_mine, subscribe, unsubscribe, set_digest, end_digest, show]
