"""SQL of identity."""

import msgspec

from parta.identity.contacts import ContactKind

# ── limits ────────────────────────────────────────────────────────────────

# The row is the lock: of two requests at one moment the second sees what the first took.
# No row comes back when nothing may be taken now.
TAKE_FROM_LIMIT = """
    INSERT INTO sign_in_limits AS l (key, taken, next_at, window_ends_at)
    VALUES ($1, 1, $2::timestamptz + $5::interval, $2::timestamptz + $4::interval)
    ON CONFLICT (key) DO UPDATE SET
        taken = CASE WHEN l.window_ends_at <= $2 THEN 1 ELSE l.taken + 1 END,
        next_at = $2 + least($5::interval * power(2, CASE WHEN l.window_ends_at <= $2 THEN 0 ELSE l.taken END), '1 hour'),
        window_ends_at = CASE WHEN l.window_ends_at <= $2 THEN $2 + $4::interval ELSE l.window_ends_at END
    WHERE l.next_at <= $2 AND (l.window_ends_at <= $2 OR l.taken < $3)
    RETURNING next_at
"""

LIMIT_OPENS_AT = """
    SELECT CASE WHEN taken < $2 THEN next_at ELSE greatest(next_at, window_ends_at) END
      FROM sign_in_limits WHERE key = $1
"""

TAKEN_FROM_LIMIT = "SELECT taken FROM sign_in_limits WHERE key = $1"

FORGET_LIMIT = "DELETE FROM sign_in_limits WHERE key = $1"

# ── codes ─────────────────────────────────────────────────────────────────


class TriedCode(msgspec.Struct, frozen=True):
    """A code on which one try has just been spent."""

    kind: ContactKind
    value: str
    code_hash: bytes
    salt: bytes
    tries_left: int


ADD_CODE = """
    INSERT INTO sign_in_codes (id, kind, value, code_hash, salt, tries_left, expires_at, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""

# The try is spent before the guess is compared, under the row's lock until commit:
# a thousand guesses at once get the same few tries as one after another.
SPEND_TRY = """
    UPDATE sign_in_codes SET tries_left = tries_left - 1
     WHERE id = $1 AND used_at IS NULL AND tries_left > 0 AND expires_at > $2
    RETURNING kind, value, code_hash, salt, tries_left
"""

# Signing in kills every other code of the contact as well.
# Skipping those that are being entered at this very moment: their transactions hold them and
# wait for this contact's person, and each waiting for the other is a deadlock.
USE_CODES = """
    UPDATE sign_in_codes SET used_at = $3
     WHERE id IN (SELECT id FROM sign_in_codes WHERE kind = $1 AND value = $2 AND used_at IS NULL
                     FOR UPDATE SKIP LOCKED)
"""

IS_CODE_ALIVE = """
    SELECT EXISTS (SELECT FROM sign_in_codes
                    WHERE id = $1 AND used_at IS NULL AND tries_left > 0 AND expires_at > $2)
"""

# ── people and contacts ───────────────────────────────────────────────────


class HeldContact(msgspec.Struct, frozen=True):
    """A contact and whose it is."""

    id: int
    person_id: int


FIND_CONTACT = "SELECT id, person_id FROM contacts WHERE kind = $1 AND value = $2"

# People before contacts, here as in expected.py: a sign-in and a roster being applied
# wait for each other instead of meeting crosswise.
LOCK_PERSON = "SELECT id FROM people WHERE id = $1 FOR NO KEY UPDATE"

LOCK_CONTACT = "SELECT id, person_id FROM contacts WHERE kind = $1 AND value = $2 FOR UPDATE"

PROVE_CONTACT = "UPDATE contacts SET proven_at = $2 WHERE id = $1 AND proven_at IS NULL"

CLAIM_PERSON = "UPDATE people SET claimed_at = $2 WHERE id = $1 AND claimed_at IS NULL"

ADD_CLAIMED_PERSON = """
    INSERT INTO people (family_name, given_name, patronymic, locale, claimed_at)
    VALUES ($1, $2, $3, $4, $5) RETURNING id
"""

ADD_PROVEN_CONTACT = """
    INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (kind, value) DO NOTHING
"""

FORGET_UNUSED_PERSON = "DELETE FROM people WHERE id = $1"

SET_PREFERENCES = """
    UPDATE people SET locale = coalesce($2, locale), time_zone = coalesce($3, time_zone) WHERE id = $1
"""

CONTACTS_OF = """
    SELECT kind, value, proven_at IS NOT NULL AS proven FROM contacts WHERE person_id = $1 ORDER BY kind DESC, id
"""

# ── sessions ──────────────────────────────────────────────────────────────


ADD_SESSION = """
    INSERT INTO sessions (person_id, token_hash, user_agent, ip, created_at, last_seen_at, expires_at, lacks, factor_at)
    VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8) RETURNING id
"""

IS_SIGNED_IN = """
    SELECT EXISTS (SELECT FROM sessions WHERE person_id = $1 AND ended_at IS NULL AND expires_at > $2)
"""

PERSON_OF_COOKIE = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic, p.locale, p.time_zone,
           s.id AS session_id, s.last_seen_at
      FROM sessions s JOIN people p ON p.id = s.person_id
     WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND s.lacks IS NULL AND p.erased_at IS NULL
"""

HOLDER_OF_COOKIE = """
    SELECT s.id AS session_id, p.id AS person_id, p.family_name, p.given_name, s.lacks
      FROM sessions s JOIN people p ON p.id = s.person_id
     WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND p.erased_at IS NULL
"""

# SKIP LOCKED: ten requests of one page at once must not queue up to note the same thing.
TOUCH_SESSION = """
    WITH stale AS (
        SELECT id, person_id FROM sessions WHERE id = $1 AND last_seen_at < $3 FOR UPDATE SKIP LOCKED
    ), touched AS (
        UPDATE sessions s SET last_seen_at = $2, expires_at = $4 FROM stale WHERE s.id = stale.id
    )
    UPDATE people p SET last_seen_at = $2
      FROM (SELECT q.id FROM people q JOIN stale ON stale.person_id = q.id FOR NO KEY UPDATE OF q SKIP LOCKED) seen
     WHERE p.id = seen.id
"""

MARK_SEEN = "UPDATE people SET last_seen_at = greatest(last_seen_at, $2) WHERE id = $1"

SESSIONS_OF = """
    SELECT id, user_agent, ip, created_at, last_seen_at, id = $2 AS current
      FROM sessions
     WHERE person_id = $1 AND ended_at IS NULL AND expires_at > $3
     ORDER BY id = $2 DESC, last_seen_at DESC, id DESC
     LIMIT 200
"""

END_SESSION = """
    UPDATE sessions SET ended_at = $3 WHERE id = $2 AND person_id = $1 AND ended_at IS NULL AND expires_at > $3
"""

END_SESSIONS = """
    UPDATE sessions SET ended_at = $3
     WHERE person_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $2
    RETURNING id
"""

# ── consents ──────────────────────────────────────────────────────────────

CONSENTS_IN_FORCE = "SELECT document, version FROM consents WHERE person_id = $1 AND withdrawn_at IS NULL"

GIVE_CONSENT = """
    INSERT INTO consents (person_id, document, version, given_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (person_id, document, version) WHERE withdrawn_at IS NULL DO NOTHING
"""

CONSENTS_OF = """
    SELECT document, version, given_at, withdrawn_at FROM consents WHERE person_id = $1 ORDER BY id DESC LIMIT 200
"""

# ── retention ─────────────────────────────────────────────────────────────

FORGET_OLD = (
    "DELETE FROM sign_in_codes WHERE expires_at < $1",
    "DELETE FROM passkey_challenges WHERE expires_at < $1",
    "DELETE FROM second_factor_drafts WHERE expires_at < $1",
    "DELETE FROM remembered_devices WHERE expires_at < $1",
    "DELETE FROM sign_in_limits WHERE window_ends_at < $1 AND next_at < $1",
    "DELETE FROM sessions WHERE coalesce(ended_at, expires_at) < $1::timestamptz - interval '90 days'",
)

SHOW_PORTRAIT = "UPDATE people SET portrait = $2 WHERE id = $1 AND portrait <> $2"
