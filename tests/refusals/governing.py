"""What the matrix asks about the school itself: who comes, who applies, what groups there are and how the year changed."""

from typing import Any
from uuid import uuid4

from parta.core.db import Tx
from parta.organisations.invites.codes import digest_of as invite_digest
from parta.testing.school import School


async def fresh_governing(tx: Tx, s: School) -> dict[str, Any]:
    """A newcomer with what they came by, an application, a change of the year, a club."""
    coming = await _coming(tx, s)
    return {
        **await _applying(tx, s),
        **coming,
        "change_id": await _year(tx, s),
        "group_id": await _club(tx, s, coming["newcomer_id"]),
    }


async def _coming(tx: Tx, s: School) -> dict[str, Any]:
    """A newcomer who waits for a yes and has come as a teacher and a guardian meanwhile, and codes that work."""
    newcomer: int = await tx.value(
        "INSERT INTO people (family_name, given_name, claimed_at) VALUES ('Щеглов', 'Борис', now()) RETURNING id"
    )
    await tx.run(
        "INSERT INTO roles (person_id, organisation_id, role, confirmed_at, source)"
        " VALUES ($1, $2, 'teacher', now(), 'manual')",
        newcomer,
        s.id,
    )
    # Somebody else: an administrator's way in is mended by an operator only.
    deputy: int = await tx.value(
        "WITH made AS (INSERT INTO people (family_name, given_name, claimed_at) VALUES ('Щеглова', 'Алла', now())"
        " RETURNING id) INSERT INTO roles (person_id, organisation_id, role, limited_to, source)"
        " SELECT id, $1, 'administrator', '{}', 'manual' FROM made RETURNING person_id",
        s.id,
    )
    # One of them at a time, or the pupil's class would have more families than fit into its consent forms.
    await tx.run(
        "UPDATE guardianships g SET ended_at = now() FROM people p"
        " WHERE p.id = g.guardian_id AND g.child_id = $1 AND p.family_name = 'Щеглов' AND g.ended_at IS NULL",
        s.pupil.id,
    )
    await tx.run(
        "INSERT INTO guardianships (guardian_id, child_id, source) VALUES ($1, $2, 'manual')",
        newcomer,
        s.pupil.id,
    )
    # A family has no more than ten that work.
    await tx.run("UPDATE school_invites SET revoked_at = now() WHERE made_by = $1", s.pupil.id)
    code = uuid4().hex
    invites = [
        await tx.value(
            "INSERT INTO school_invites (organisation_id, role, class_id, child_id, digest, approval, most_uses,"
            " made_by, expires_at) VALUES ($1, $2, $3, $4, $5, true, 9, $6, now() + interval '1 day') RETURNING id",
            s.id,
            role,
            None if role == "teacher" else s.seven,
            s.pupil.id if role == "parent" else None,
            invite_digest(code if role == "teacher" else uuid4().hex),
            s.pupil.id if role == "parent" else s.head.id,
        )
        for role in ("teacher", "pupil", "parent")
    ]
    return {
        "invite_code": code,
        "invite_id": invites[1],
        "parent_invite_id": invites[2],
        "newcomer_id": newcomer,
        "deputy_id": deputy,
        "guardian_id": newcomer,
        "joining_id": await tx.value(
            "INSERT INTO school_joinings (invite_id, organisation_id, person_id, state)"
            " VALUES ($1, $2, $3, 'waiting') RETURNING id",
            invites[1],
            s.id,
            newcomer,
        ),
    }


async def _applying(tx: Tx, s: School) -> dict[str, Any]:
    """The mother's draft of an application, and a territory in which nobody here looks after anything."""
    return {
        "territory_id": await tx.value(
            "INSERT INTO organisations (type, name) VALUES ('district', 'Лесной') RETURNING id"
        ),
        "application_id": await tx.value(
            "INSERT INTO applications (applicant_id, phone, created_at, changed_at)"
            " VALUES ($1, '+79990000003', now() - interval '1 day', now()) RETURNING id",
            s.mother.id,
        ),
        "other_id": await tx.value("SELECT max(id) FROM organisations WHERE type = 'school'"),
    }


async def _year(tx: Tx, s: School) -> int:
    """A change of the school year that changed nothing, the only one of a year that was."""
    await tx.run("DELETE FROM school_year_changes WHERE organisation_id = $1", s.id)
    change_id: int = await tx.value(
        "INSERT INTO school_year_changes (organisation_id, starts_in, done, made_by, made_at)"
        " VALUES ($1, 2001, $2, $3, now()) RETURNING id",
        s.id,
        '{"raised": [], "closed_ids": [], "added_ids": []}',
        s.head.id,
    )
    return change_id


async def _club(tx: Tx, s: School, leader: int) -> int:
    """A club that the newcomer leads."""
    club: int = await tx.value(
        "INSERT INTO classes (organisation_id, kind, title) VALUES ($1, 'club', $2) RETURNING id",
        s.id,
        uuid4().hex,
    )
    await tx.run(
        "INSERT INTO enrollments (class_id, person_id, role, source) VALUES ($1, $2, 'teacher', 'manual')",
        club,
        leader,
    )
    return club
