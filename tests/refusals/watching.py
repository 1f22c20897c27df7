"""What the matrix asks about keeping watch: complaints, photographs that wait, words and calls for help."""

from typing import Any
from uuid import uuid4

from parta.core.db import Tx
from parta.testing.school import School
from parta.testing.world import World


async def fresh_watching(tx: Tx, world: World, chat: int, s: School) -> dict[str, Any]:
    """A case and a measure, a watched word and an alert, a photograph."""
    return {
        **await _complaint(tx, chat, s),
        **await _watched(tx, s),
        **await _portrait(tx, world, s),
    }


async def _complaint(tx: Tx, chat: int, s: School) -> dict[str, Any]:
    """Words of the father that the geographer complained of; and the mother, who was warned and has forgotten it."""
    case, warned = [
        await tx.value(
            "INSERT INTO report_cases (target_kind, target_id, conversation_id, accused_id, organisation_ids,"
            " opened_at, due_at) VALUES ('person', $1, $2, $3, $4, now(), now() + interval '1 day') RETURNING id",
            target,
            chat,
            accused,
            [s.id],
        )
        for target, accused in ((_new_number(), s.father.id), (_new_number(), s.mother.id))
    ]
    await tx.run(
        "INSERT INTO reports (case_id, reporter_id, kind, created_at) VALUES ($1, $2, 'insult', now())",
        case,
        s.geographer.id,
    )
    measure: int = await tx.value(
        "INSERT INTO measures (case_id, kind, person_id, organisation_ids, reason, taken_by, taken_at)"
        " VALUES ($1, 'warn', $2, $3, 'Вежливо', $4, now()) RETURNING id",
        warned,
        s.mother.id,
        [s.id],
        s.head.id,
    )
    return {"case_id": case, "measure_id": measure}


async def _portrait(tx: Tx, world: World, s: School) -> dict[str, Any]:
    """A photograph of the classmate that waits."""
    key = f"portraits/{uuid4().hex}"
    for size in ("large", "small"):
        await world.application.database.blobs.put(f"{key}-{size}.webp", b"RIFF")
    await tx.run("DELETE FROM portraits WHERE person_id = $1", s.classmate.id)
    version: int = await tx.value(
        "INSERT INTO portraits (person_id, state, blob_key, created_at) VALUES ($1, 'waiting', $2, now()) RETURNING id",
        s.classmate.id,
        key,
    )
    return {"version": version, "portrait_id": version}


async def _watched(tx: Tx, s: School) -> dict[str, Any]:
    """A word of the school's list, and a call for help that the teacher, who is named, has not closed yet."""
    await tx.run("INSERT INTO word_lists (organisation_id) VALUES ($1) ON CONFLICT DO NOTHING", s.id)
    await tx.run(
        "INSERT INTO alert_staff (organisation_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        s.id,
        s.class_teacher.id,
    )
    await tx.run(
        "UPDATE crisis_alerts SET state = 'closed', closed_at = now() WHERE organisation_id = $1", s.id
    )
    return {
        "word_id": await tx.value(
            "INSERT INTO watched_words (organisation_id, phrase, key, act, added_at)"
            " VALUES ($1, 'слово', $2, 'hold', now()) RETURNING id",
            s.id,
            uuid4().hex,
        ),
        "alert_id": await tx.value(
            "INSERT INTO crisis_alerts (organisation_id, author_id, chat_kind, sentence, said_at, last_said_at)"
            " VALUES ($1, $2, 'group', 'Не хочу жить', now(), now()) RETURNING id",
            s.id,
            s.pupil.id,
        ),
    }


def _new_number() -> int:
    """One open case is enough for a thing, and the matrix asks again and again."""
    return uuid4().int % 10**12
