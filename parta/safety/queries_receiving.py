"""SQL of following a newcomer who became the person the school expected."""

# What a guardian has chosen for an expected child stays.
FOLLOW = (
    "UPDATE quiet_hours SET person_id = $1 WHERE person_id = $2",
    """
    UPDATE safe_modes SET person_id = $1, chosen_by = CASE chosen_by WHEN $2 THEN $1 ELSE chosen_by END
     WHERE person_id = $2 AND NOT EXISTS (SELECT FROM safe_modes WHERE person_id = $1)
    """,
)
