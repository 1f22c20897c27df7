"""Everything the settings page of notifications shows."""

from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.identity.access import Person
from parta.notifications.choices import choices_of
from parta.notifications.digests import Digest, digest_of, letters_allowed, proven_address
from parta.notifications.kinds import Kind, Signals
from parta.notifications.push_key import public_part, push_key
from parta.notifications.settings import NotificationsSettings
from parta.notifications.subscriptions import is_subscribed


class KindOfNews(msgspec.Struct, frozen=True):
    """One kind and how it is told."""

    kind: Kind
    push: bool
    sound: bool
    mail: bool


class PushHere(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the school allows push, through which foreign hosts, and whether this device is subscribed.

    `key` is what a browser subscribes with; null where push is off.
    """

    allowed: bool
    hosts: list[str]
    key: str | None
    subscribed: bool


class MailHere(msgspec.Struct, frozen=True, kw_only=True):
    """Whether letters can be had at all, where they go, and which the person asked for."""

    state: Literal["ready", "off", "no_address"]
    address: str | None
    digest: Digest | None


class Notifications(msgspec.Struct, frozen=True, kw_only=True):
    """What a person is told of, and how."""

    kinds: list[KindOfNews]
    show_text: bool
    push: PushHere
    mail: MailHere


async def read_notifications(tx: Tx, *, of: Person) -> Notifications:
    """The person's choices and what this installation offers."""
    row = (await choices_of(tx, [of.id]))[of.id]
    return Notifications(
        kinds=[_kind(kind, signals) for kind, signals in row.signals().items()],
        show_text=row.show_text,
        push=await _push(tx, of),
        mail=await _mail(tx, of),
    )


def _kind(kind: Kind, signals: Signals) -> KindOfNews:
    return KindOfNews(kind, signals.push, signals.sound, signals.mail)


async def _push(tx: Tx, of: Person) -> PushHere:
    settings = tx.configuration.get(NotificationsSettings)
    if not settings.push:
        return PushHere(allowed=False, hosts=[], key=None, subscribed=False)
    return PushHere(
        allowed=True,
        hosts=list(settings.push_hosts),
        key=public_part(await push_key(tx)),
        subscribed=await is_subscribed(tx, of.session_id),
    )


async def _mail(tx: Tx, of: Person) -> MailHere:
    address = await proven_address(tx, of.id)
    if not letters_allowed(tx):
        return MailHere(state="off", address=address, digest=None)
    if address is None:
        return MailHere(state="no_address", address=None, digest=None)
    return MailHere(state="ready", address=address, digest=await digest_of(tx, of.id))
