"""What the matrix asks about communities of several organisations.

The school has two, in one of which the neighbour is a guest; the neighbour has two, into one of which the school is
asked, and in the other of which the newcomer takes part for it.
"""

from typing import Any
from uuid import uuid4

from parta.core.db import Tx
from parta.testing.school import School
from parta.testing.world import Actor


async def fresh_meetings(tx: Tx, s: School, neighbour: Actor, newcomer: int) -> dict[str, Any]:
    """Make the four; `neighbour` administers the other school."""
    there: int = await tx.value(
        "SELECT organisation_id FROM roles WHERE person_id = $1 AND role = 'administrator'", neighbour.id
    )
    meeting, quiet = await _community(tx, s.id), await _community(tx, s.id)
    asked, visited = await _community(tx, there), await _community(tx, there)
    for class_id, guest, state in (
        (meeting, there, "accepted"),
        (asked, s.id, "waiting"),
        (visited, s.id, "accepted"),
    ):
        await tx.run(
            "INSERT INTO community_guests (class_id, organisation_id, state, invited_by, invited_at)"
            " VALUES ($1, $2, $3, $4, now())",
            class_id,
            guest,
            state,
            neighbour.id,
        )
    await tx.run(
        "INSERT INTO enrollments (class_id, person_id, role, source, guest_of)"
        " VALUES ($1, $2, 'member', 'manual', $3)",
        visited,
        newcomer,
        s.id,
    )
    return {
        "meeting_id": meeting,
        "quiet_meeting_id": quiet,
        "guest_id": there,
        "asked_community_id": asked,
        "community_id": visited,
    }


def meeting_of(path: str, places: dict[str, Any]) -> dict[str, Any]:
    """Which of them a path is about."""
    if path.endswith("/guests/{guest_id}"):
        return {"group_id": places["meeting_id"]}
    if path.endswith(("/guests", "/guest-candidates")):
        return {"group_id": places["quiet_meeting_id"]}
    if path.endswith("/communities/{community_id}/answer"):
        return {"community_id": places["asked_community_id"]}
    return {}


async def _community(tx: Tx, organisation_id: int) -> int:
    community: int = await tx.value(
        "INSERT INTO classes (organisation_id, kind, title) VALUES ($1, 'community', $2) RETURNING id",
        organisation_id,
        uuid4().hex,
    )
    return community
