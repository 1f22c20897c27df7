"""SQL of keeping people out."""

# Stronger than what a foreign key takes: whoever opens a session for this person waits here, or we wait for them.
LOCK_PERSON_WHOLLY = "SELECT id FROM people WHERE id = $1 FOR UPDATE"

SUSPEND = """
    INSERT INTO suspensions (person_id, reason, until, suspended_by, suspended_at) VALUES ($1, $2, $3, $4, $5)
    RETURNING id
"""

LIFT_SUSPENSIONS = """
    UPDATE suspensions SET lifted_at = $2 WHERE person_id = $1 AND lifted_at IS NULL
"""

# Of several the longest is told.
SUSPENSION = """
    SELECT reason, until FROM suspensions
     WHERE person_id = $1 AND lifted_at IS NULL AND coalesce(until > $2, true)
     ORDER BY until DESC NULLS FIRST, id DESC LIMIT 1
"""
