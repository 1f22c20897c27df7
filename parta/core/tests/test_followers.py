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

    everybody = list(followers.FOLLOWERS.values())
    while any(await asyncio.gather(*(follow_next(following, everybody) for _ in range(3)))):
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


async def place(database: Database) -> int:
    async with database.transaction() as tx:
        found: int = await tx.value("SELECT xid::text::bigint FROM followers")
        return found


@pytest.mark.parametrize(("patience", "moves"), [(0, True), (10**9, False)])
async def test_long_silence_moves_the_place(following, monkeypatch, patience, moves):
    monkeypatch.setattr(followers, "LONG_SILENCE", patience)
    async with following.transaction() as tx:
        await tx.run("CREATE TABLE silence ()")
    before = await place(following)

    await follow_all(following)

    assert (await place(following) > before) is moves


async def test_one_that_fails_does_not_stop_its_neighbour(following, pupil, monkeypatch):
    async def broken(tx: Tx, events: Sequence[FollowedEvent]) -> None:
        raise RuntimeError

    monkeypatch.setitem(followers.FOLLOWERS, "broken", Follower("broken", ("tolled",), broken))
    await start_following(following)
    await toll(following, 1, 2)

    well = await followers._follow_on(following)

    assert not well
    assert await heard(following) == [1, 2]


async def test_those_at_different_places_find_together(following, pupil, monkeypatch):
    await toll(following, 1)
    await follow_all(following)
    late = Pupil()
    monkeypatch.setitem(followers.FOLLOWERS, "late", Follower("late", ("tolled",), late.follow))
    await start_following(following)
    await toll(following, 2)
    await follow_all(following)

    async with following.transaction() as tx:
        assert await tx.value("SELECT count(DISTINCT (xid, stream, seq)) FROM followers") == 1
    assert await heard(following) == [1, 2, 2]
