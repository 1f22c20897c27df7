"""Crowds for tests and benchmarks: many invented people, large chats, open sessions, in a few statements each."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from parta.core.blobs import Blobs
from parta.core.clock import now
from parta.core.db import Tx
from parta.demo import names
from parta.demo.residents import read_ids, settle
from parta.demo.town import build_town
from parta.identity.documents import documents_of
from parta.identity.expected import expect_people
from parta.identity.names import FullName
from parta.identity.restoring import restore_claims
from parta.identity.sessions import Device, OpenedSession, start_session
from parta.identity.settings import IdentitySettings
from parta.messaging.creating import start_group
from parta.messaging.membership import join

SESSION_LIFETIME = timedelta(days=1)


async def invent_people(tx: Tx, count: int, *, seed: int = 1) -> list[int]:
    """Add people without roles who have signed in and agreed to everything; their ids."""
    dice = Random(f"{seed}/crowd")
    people = await expect_people(tx, [_invent_name(dice) for _ in range(count)])
    documents = documents_of(tx.configuration.get(IdentitySettings))
    await restore_claims(tx, people, documents=documents, at=now())
    return people


async def invent_town(tx: Tx, blobs: Blobs, people: int, *, seed: int = 1) -> dict[str, int]:
    """Import a whole town of about `people` people with its schools, classes and chats; ids by roster key."""
    moment = now()
    await settle(tx, blobs, build_town(people, seed=seed, today=moment.date()), moment)
    return await read_ids(tx, "user")


async def invent_chat(tx: Tx, people: Sequence[int], *, title: str = "Большой чат") -> int:
    """Start a group owned by the first of the people with all of them in it, whatever the contact rules say."""
    owner, *others = people
    # Nobody is out of one's own reach, so a group with oneself alone breaks no rule.
    conversation_id = await start_group(tx, title, [owner], parents_only=False, by=owner)
    if others:
        await join(tx, conversation_id, others)
    return conversation_id


async def open_sessions(tx: Tx, people: Sequence[int]) -> list[OpenedSession]:
    """Sign people in on a device each; the tokens for cookies, in the order of the people."""
    return [await start_session(tx, person, device=Device(), lifetime=SESSION_LIFETIME) for person in people]


def _invent_name(dice: Random) -> FullName:
    female = dice.choice((True, False))
    surname = names.choose_surname(dice)
    father = names.choose_given(dice, female=False, grown_up=True)
    return FullName(
        names.feminine_surname(surname) if female else surname,
        names.choose_given(dice, female=female, grown_up=False),
        names.patronymic(father, female=female),
    )
