"""Followers work off each event exactly once, in order, whatever fails meanwhile."""

import asyncio
from collections.abc import Iterator, Sequence

import pytest

from parta.core import followers
from parta.core.db import Database, Tx
from parta.core.events import Event
from parta.core.followers import FollowedEvent, Follower, follow_all, follow_next, start_following


class Tolled(Event, frozen=True, kw_only=True):
    """A bell tolled."""

    note: int
    room: str = "tower"

    def streams(self) -> tuple[str, ...]:
        return (self.room,)


class Pupil:
    """Writes down what it hears, in the database, and may stumble."""

    def __init__(self) -> None:
        self.stumbles = 0

    async def follow(self, tx: Tx, events: Sequence[FollowedEvent]) -> None:
        for event in events:
            await tx.run("INSERT INTO heard (seq, body) VALUES ($1, $2)", event.seq, event.body)
        if self.stumbles:
            self.stumbles -= 1
            raise RuntimeError("stumbled")


@pytest.fixture
def pupil(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pupil]:
    pupil = Pupil()
    monkeypatch.setattr(followers, "FOLLOWERS", {"pupil": Follower("pupil", ("tolled",), pupil.follow)})
    return pupil


@pytest.fixture
async def following(database: Database, pupil: Pupil) -> Database:
    async with database.transaction() as tx:
        await tx.run("CREATE TABLE heard (place bigserial, seq bigint, body text)")
    await start_following(database)
    return database


async def toll(database: Database, *notes: int) -> None:
    async with database.transaction() as tx:
        for note in notes:
            tx.emit(Tolled(note=note))


async def heard(database: Database) -> list[int]:
    async with database.transaction() as tx:
        return await tx.values("SELECT seq FROM heard ORDER BY place")


async def test_each_event_is_followed_once_and_in_order(following):
    await toll(following, 1, 2, 3)
    await follow_all(following)
    await toll(following, 4)
    await follow_all(following)
    await follow_all(following)

    assert await heard(following) == [1, 2, 3, 4]


async def test_a_batch_that_fails_is_tried_again_whole_and_leaves_nothing_half_done(following, pupil):
    await toll(following, 1, 2)
    pupil.stumbles = 1

    with pytest.raises(RuntimeError):
        await follow_all(following)
    assert await heard(following) == []
    await follow_all(following)

    assert await heard(following) == [1, 2]


async def test_nobody_is_overtaken_by_a_transaction_that_began_earlier_and_ends_later(following):
    slow = await following.begin()
    slow.emit(Tolled(note=1, room="a"))
    await slow.value("SELECT pg_current_xact_id()::text")
    await toll(following, 2)

    await follow_all(following)
    before = await heard(following)
    await slow.commit()
    await following.finish(slow)
    await follow_all(following)

    assert before == []
    assert await heard(following) == [1, 1]


async def test_two_nodes_share_the_work(following, pupil):
    await toll(following, *range(1200))

    follower = followers.FOLLOWERS["pupil"]
    while any(await asyncio.gather(*(follow_next(following, follower) for _ in range(3)))):
        pass

    assert await heard(following) == list(range(1, 1201))


async def test_a_restored_copy_goes_on_where_its_original_was(following):
    await toll(following, 1)
    await follow_all(following)
    await toll(following, 2)
    async with following.transaction() as tx:
        # In another cluster these numbers lie far in the future.
        far = "(xid::text::bigint + 1000000000)::text::xid8"
        await tx.run(f"UPDATE events SET xid = {far}")
        await tx.run(f"UPDATE followers SET xid = {far}")

    await start_following(following)
    await toll(following, 3)
    await follow_all(following)

    assert await heard(following) == [1, 2, 3]


async def test_long_silence_moves_the_place(following):
    async with following.transaction() as tx:
        await tx.run("UPDATE followers SET xid = '3'")
        before = await tx.value("SELECT xid::text::bigint FROM followers")
        await tx.run("UPDATE events SET xid = '4'")
    await followers._follow_each(following, quiet=True)

    async with following.transaction() as tx:
        after = await tx.value("SELECT xid::text::bigint FROM followers")
        far = await tx.value("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
    assert after == (far if far - before > 5000 else before)
