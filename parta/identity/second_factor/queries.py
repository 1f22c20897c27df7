"""SQL of the second factor."""

STANDING = """
    SELECT f.person_id IS NOT NULL AS switched_on, f.totp IS NOT NULL AS totp, f.switched_on_at,
           (SELECT count(*) FROM passkeys k WHERE k.person_id = $1) AS passkeys,
           (SELECT count(*) FROM recovery_codes r WHERE r.person_id = $1 AND r.used_at IS NULL) AS recovery_codes,
           (SELECT count(*) FROM remembered_devices d WHERE d.person_id = $1 AND d.expires_at > $2) AS devices
      FROM (SELECT 1) one LEFT JOIN second_factors f ON f.person_id = $1
"""

IS_REMEMBERED = """
    SELECT EXISTS (SELECT FROM remembered_devices WHERE person_id = $1 AND token_hash = $2 AND expires_at > $3)
"""

REMEMBER_DEVICE = """
    INSERT INTO remembered_devices (person_id, token_hash, user_agent, created_at, expires_at)
    VALUES ($1, $2, $3, $4, $5)
"""

FORGET_DEVICES = "DELETE FROM remembered_devices WHERE person_id = $1"

LET_IN = (
    "UPDATE sessions SET lacks = NULL, factor_at = $3 WHERE id = $1 AND person_id = $2 AND ended_at IS NULL"
)

RENAME_SESSION = "UPDATE sessions SET token_hash = $2 WHERE id = $1 AND ended_at IS NULL"

# Sessions that came with a code alone are asked again; those that showed a factor stay.
LACK_OF_SESSION = "UPDATE sessions SET lacks = $2 WHERE id = $1 AND factor_at IS NULL"

HAS_SHOWN_FACTOR = "SELECT factor_at IS NOT NULL FROM sessions WHERE id = $1"

# ── TOTP ──

DRAFT = """
    INSERT INTO second_factor_drafts (person_id, totp, expires_at) VALUES ($1, $2, $3)
    ON CONFLICT (person_id) DO UPDATE SET totp = excluded.totp, expires_at = excluded.expires_at
"""

FIND_DRAFT = "SELECT totp FROM second_factor_drafts WHERE person_id = $1 AND expires_at > $2 FOR UPDATE"

FORGET_DRAFT = "DELETE FROM second_factor_drafts WHERE person_id = $1"

SWITCH_ON = """
    INSERT INTO second_factors (person_id, totp, last_step, switched_on_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (person_id) DO UPDATE
        SET totp = coalesce(excluded.totp, second_factors.totp),
            last_step = greatest(excluded.last_step, second_factors.last_step)
"""

FIND_TOTP = "SELECT totp FROM second_factors WHERE person_id = $1 AND totp IS NOT NULL FOR UPDATE"

# No row: this half minute's code, or a later one, was used already.
USE_STEP = "UPDATE second_factors SET last_step = $2 WHERE person_id = $1 AND last_step < $2"

REMOVE_TOTP = "UPDATE second_factors SET totp = NULL, last_step = 0 WHERE person_id = $1 AND totp IS NOT NULL"

SWITCH_OFF = "DELETE FROM second_factors WHERE person_id = $1"

REMOVE_PASSKEYS = "DELETE FROM passkeys WHERE person_id = $1"

# ── recovery codes ──

FORGET_CODES = "DELETE FROM recovery_codes WHERE person_id = $1"

ADD_CODES = "INSERT INTO recovery_codes (person_id, digest, made_at) SELECT $1, unnest($2::bytea[]), $3"

USE_CODE = "UPDATE recovery_codes SET used_at = $3 WHERE person_id = $1 AND digest = $2 AND used_at IS NULL"
