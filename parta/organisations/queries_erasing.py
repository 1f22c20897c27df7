"""SQL of letting somebody who is erased go."""

PLACES = """
    SELECT DISTINCT organisation_id FROM roles
     WHERE person_id = $1 AND ended_at IS NULL AND organisation_id IS NOT NULL
"""

CLASSES = "SELECT DISTINCT class_id FROM current_enrollments WHERE person_id = $1"

FAMILY = """
    SELECT guardian_id FROM current_guardianships WHERE child_id = $1
    UNION SELECT child_id FROM current_guardianships WHERE guardian_id = $1
"""

END = (
    "UPDATE roles SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL",
    "UPDATE enrollments SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL",
    "UPDATE guardianships SET ended_at = $2 WHERE $1 IN (guardian_id, child_id) AND ended_at IS NULL",
    "UPDATE territory_staff SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL",
    "UPDATE school_invites SET revoked_at = $2 WHERE $1 IN (made_by, child_id, expected_id) AND revoked_at IS NULL",
)

# Or the next roster would give the name back.
FORGET_LINKS = "DELETE FROM roster_links WHERE entity = 'user' AND entity_id = $1"

FORGET_GUESSES = "DELETE FROM invite_guesses WHERE person_id = $1"

FORGET_BIRTH_DATE = "DELETE FROM birth_dates WHERE person_id = $1"
