"""SQL of passkeys."""

ADD_CHALLENGE = """
    INSERT INTO passkey_challenges (id, purpose, person_id, challenge, user_handle, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6)
"""

# An answer takes the question away, right or wrong: nothing is answered twice.
TAKE_CHALLENGE = """
    DELETE FROM passkey_challenges
     WHERE id = $1 AND purpose = $2 AND person_id IS NOT DISTINCT FROM $3 AND expires_at > $4
    RETURNING challenge, user_handle
"""

HANDLE_OF = "SELECT user_handle FROM passkeys WHERE person_id = $1 LIMIT 1"

CREDENTIALS_OF = "SELECT credential_id FROM passkeys WHERE person_id = $1 ORDER BY id LIMIT 50"

# The person's row is the lock: the limit holds however many come at once.
LOCK_PERSON = "SELECT id FROM people WHERE id = $1 FOR NO KEY UPDATE"

COUNT_OF = "SELECT count(*) FROM passkeys WHERE person_id = $1"

ADD = """
    INSERT INTO passkeys (person_id, credential_id, public_key, user_handle, sign_count, transports, name, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (credential_id) DO NOTHING
    RETURNING id, name, created_at, last_used_at
"""

LIST_OF = """
    SELECT id, name, created_at, last_used_at FROM passkeys WHERE person_id = $1 ORDER BY id LIMIT 50
"""

RENAME = "UPDATE passkeys SET name = $3 WHERE id = $1 AND person_id = $2"

IS_OF = "SELECT EXISTS (SELECT FROM passkeys WHERE id = $1 AND person_id = $2)"

REMOVE = "DELETE FROM passkeys WHERE id = $1 AND person_id = $2"

# Locked: of two answers with one count only the first is taken.
FIND = """
    SELECT k.id, k.person_id, k.public_key, k.sign_count, k.user_handle
      FROM passkeys k JOIN people p ON p.id = k.person_id
     WHERE k.credential_id = $1 AND p.erased_at IS NULL
       FOR NO KEY UPDATE OF k
"""

NOTE_USE = "UPDATE passkeys SET sign_count = $2, last_used_at = $3 WHERE id = $1"
