"""SQL of moving to another phone or address."""

_COLUMNS = """
    m.id, m.person_id, m.contact_id, m.old_kind, m.old_value, m.new_kind, m.new_value, m.reason, m.keeps_sessions,
    m.started_by, m.started_at, m.expires_at, m.help_asked_at, m.new_proven_at, m.old_confirmed_at, m.confirmed_by,
    m.done_at
"""

# People before contacts and in the order of ids, as everywhere in identity.
LOCK_PEOPLE = "SELECT id FROM people WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE"

FIND_OWN_CONTACT = "SELECT id, kind, value FROM contacts WHERE person_id = $1 AND kind = $2 AND value = $3"

FIND_CONTACT_BY_ID = "SELECT id, kind, value FROM contacts WHERE person_id = $1 AND id = $2"

CONTACTS_OF = """
    SELECT id, kind, value, proven_at IS NOT NULL AS proven FROM contacts WHERE person_id = $1 ORDER BY kind DESC, id
     LIMIT 50
"""

HOLDER = "SELECT person_id FROM contacts WHERE kind = $1 AND value = $2"

CLOSE_EXPIRED = """
    UPDATE contact_moves SET cancelled_at = expires_at
     WHERE person_id = $1 AND done_at IS NULL AND cancelled_at IS NULL AND expires_at <= $2
"""

START = f"""
    INSERT INTO contact_moves AS m (person_id, contact_id, old_kind, old_value, new_kind, new_value, reason,
                                    keeps_sessions, started_by, started_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (person_id) WHERE done_at IS NULL AND cancelled_at IS NULL DO NOTHING
    RETURNING {_COLUMNS}
"""

FIND = f"""
    SELECT {_COLUMNS} FROM contact_moves m
     WHERE m.id = $1 AND m.person_id = $2 AND m.done_at IS NULL AND m.cancelled_at IS NULL AND m.expires_at > $3
"""

CURRENT_OF = f"""
    SELECT {_COLUMNS} FROM contact_moves m
     WHERE m.person_id = $1 AND m.done_at IS NULL AND m.cancelled_at IS NULL AND m.expires_at > $2
"""

NOTE_NEW = f"""
    UPDATE contact_moves m SET new_proven_at = coalesce(new_proven_at, $2) WHERE id = $1 RETURNING {_COLUMNS}
"""

NOTE_OLD = f"""
    UPDATE contact_moves m SET old_confirmed_at = coalesce(old_confirmed_at, $2), confirmed_by = $3
     WHERE id = $1 RETURNING {_COLUMNS}
"""

ASK_FOR_HELP = "UPDATE contact_moves SET help_asked_at = coalesce(help_asked_at, $2) WHERE id = $1"

CANCEL = "UPDATE contact_moves SET cancelled_at = $2, cancelled_by = $3 WHERE id = $1"

NOTE_DONE = f"UPDATE contact_moves m SET done_at = $2 WHERE id = $1 RETURNING {_COLUMNS}"

# No row: somebody took it a moment earlier.
TAKE_NEW = """
    INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (kind, value) DO NOTHING RETURNING id
"""

LEAVE_OLD = (
    "DELETE FROM contacts WHERE id = $1 AND person_id = $2 AND kind = $3 AND value = $4 RETURNING created_at"
)

NOTE_FORMER = """
    INSERT INTO former_contacts (person_id, kind, value, held_from, held_until, moved_by)
    VALUES ($1, $2, $3, $4, $5, $6)
"""

FORMER_OF = """
    SELECT kind, value, held_from, held_until FROM former_contacts
     WHERE person_id = $1 ORDER BY id DESC LIMIT 50
"""

WHO_AWAITS = """
    SELECT a.person_id FROM awaited_contacts a JOIN people p ON p.id = a.person_id
     WHERE a.kind = $1 AND a.value = $2 AND p.erased_at IS NULL ORDER BY a.id LIMIT 1
"""

GIVE_AWAITED = """
    WITH given AS (DELETE FROM awaited_contacts WHERE person_id = $1 AND kind = $2 AND value = $3)
    INSERT INTO contacts (person_id, kind, value) VALUES ($1, $2, $3) ON CONFLICT (kind, value) DO NOTHING
"""
