"""What the matrix asks about coming in: a key of the mother, and a move the school began for the pupil."""

from typing import Any
from uuid import uuid4

from parta.core.db import Tx
from parta.testing.school import School

# One phone is one person: the pupil's, whoever asks.
PUPILS_PHONE = "+79990009001"


async def fresh_ways(tx: Tx, s: School, newcomer: int) -> dict[str, Any]:
    """A key, an open move of the pupil, and a contact of whoever came by an invite."""
    await tx.run("DELETE FROM passkeys WHERE person_id = $1", s.mother.id)
    key: int = await tx.value(
        "INSERT INTO passkeys (person_id, credential_id, public_key, user_handle, sign_count, name, created_at)"
        " VALUES ($1, $2, '', '', 0, 'Телефон', now()) RETURNING id",
        s.mother.id,
        uuid4().bytes,
    )
    # The key is not her last way in.
    await tx.run(
        "INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, 'phone', '+79990009002', now())"
        " ON CONFLICT (kind, value) DO NOTHING",
        s.mother.id,
    )
    await tx.run("UPDATE contact_moves SET cancelled_at = now() WHERE person_id = $1", s.pupil.id)
    await tx.run(
        "INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, 'phone', $2, now())"
        " ON CONFLICT (kind, value) DO NOTHING",
        s.pupil.id,
        PUPILS_PHONE,
    )
    move: int = await tx.value(
        "INSERT INTO contact_moves (person_id, contact_id, old_kind, old_value, new_kind, new_value, started_by,"
        " started_at, expires_at)"
        " SELECT $1, id, kind, value, 'email', $2, $3, now(), now() + interval '1 day' FROM contacts"
        " WHERE person_id = $1 RETURNING id",
        s.pupil.id,
        f"{uuid4().hex}@school.example",
        s.geographer.id,
    )
    contact: int = await tx.value(
        "INSERT INTO contacts (person_id, kind, value) VALUES ($1, 'email', $2) RETURNING id",
        newcomer,
        f"{uuid4().hex}@school.example",
    )
    return {"passkey_id": key, "move_id": move, "contact_id": contact}
