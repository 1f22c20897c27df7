"""Calling people to what waits for them: by ids alone, and in quiet hours only where it cannot wait."""

from datetime import timedelta
from typing import Any

import msgspec

from parta.core.clock import now
from parta.core.summoning import Summoned
from parta.testing.world import Actor, World


async def summon(world: World, *people: Actor, **more: Any) -> None:
    async with world.database.transaction() as tx:
        await tx.run("DELETE FROM jobs WHERE kind = 'push_news'")
        tx.emit(Summoned(people=[one.id for one in people], **more))


async def pushes(world: World) -> list[tuple[dict[str, Any], list[int], bool]]:
    """What will be pushed, to whom, and whether it waits."""
    async with world.database.transaction() as tx:
        rows = await tx.connection.fetch(
            "SELECT body::text AS body, due_at FROM jobs WHERE kind = 'push_news' ORDER BY due_at"
        )
    found = []
    for row in rows:
        job = msgspec.json.decode(row["body"])
        found.append((job["note"], job["people"], row["due_at"] > now() + timedelta(minutes=5)))
    return found


async def test_a_call_is_pushed_by_ids_alone_and_shown_in_neutral_words(world: World) -> None:
    head = await world.person()
    await summon(world, head, cause="held", conversation_id=77)
    note = {"kind": "held", "conversation_id": 77, "urgent": True}
    assert await pushes(world) == [(note, [head.id], False)]
    shown = (await head.get("/notifications/alert?conversation_id=0&number=0")).json()
    assert (shown["title"], shown["body"], shown["path"]) == ("Нужно ваше внимание", "", "/settings/alerts")


async def test_quiet_hours_are_broken_only_for_what_cannot_wait(world: World) -> None:
    quiet, other = await world.person(), await world.person()
    until = (now() + timedelta(hours=3)).isoformat()
    assert (await quiet.put("/me/quiet-hours/snooze", {"until": until})).status_code == 200
    await summon(world, quiet, other, cause="report")
    assert [(people, waits) for _, people, waits in await pushes(world)] == [
        ([other.id], False),
        ([quiet.id], True),
    ]
    await summon(world, quiet, cause="alert", at_night=True)
    assert [(people, waits) for _, people, waits in await pushes(world)] == [([quiet.id], False)]


async def test_who_does_not_want_it_is_not_told(world: World) -> None:
    head = await world.person()
    await head.patch("/me/notifications", {"kinds": {"duty": {"push": False}}})
    await summon(world, head, cause="report")
    assert await pushes(world) == []
