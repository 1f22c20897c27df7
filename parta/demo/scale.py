"""Crowds for tests and benchmarks: many invented people, large chats, open sessions, in a few statements each."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

import msgspec

from parta.core.blobs import Blobs
from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.demo import names, queries
from parta.demo.queries import ChatRow
from parta.demo.residents import read_ids, settle
from parta.demo.town import build_one_class, build_town
from parta.identity.documents import documents_of
from parta.identity.expected import expect_people
from parta.identity.names import FullName
from parta.identity.restoring import restore_claims
from parta.identity.sessions import Device, OpenedSession, start_session
from parta.identity.settings import IdentitySettings

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


class Crowd(msgspec.Struct, frozen=True):
    """A class with its chat: who owns it, who is in it."""

    chat_id: int
    teacher_id: int
    pupil_ids: list[int]


async def invent_class(db: Database, pupils: int, *, seed: int = 1) -> Crowd:
    """Import a school of one class, however large: its chat has all of them, and the contact rules hold in it."""
    moment = now()
    town = build_one_class(pupils, seed=seed, today=moment.date())
    async with db.transaction() as tx:
        await settle(tx, db.blobs, town, moment)
    # The chat is made by the commit that brought the roster in.
    async with db.transaction() as tx:
        ids = await read_ids(tx, "user", "class")
        rows = await tx.rows(queries.CHATS, into=ChatRow)
    [room] = town.classrooms
    chat = next(row.id for row in rows if row.automatic == "class" and row.class_id == ids[room.key])
    return Crowd(chat, ids[room.teacher], [ids[key] for key in room.pupils])


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
