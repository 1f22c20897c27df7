"""SQL of quiet hours."""

_COLUMNS = """
    SELECT p.id AS person_id, p.time_zone, coalesce(q.kept, false) AS kept,
           coalesce(q.periods, '[]')::text AS periods, q.snoozed_until, coalesce(q.shown, true) AS shown,
           coalesce((SELECT jsonb_agg(period) FROM guardian_quiet_hours k
                       JOIN current_guardianships g ON g.guardian_id = k.guardian_id AND g.child_id = k.child_id
                      CROSS JOIN LATERAL jsonb_array_elements(k.periods) AS one (period)
                      WHERE k.child_id = p.id), '[]')::text AS guarded
"""

QUIET_HOURS_OF = f"{_COLUMNS} FROM people p LEFT JOIN quiet_hours q ON q.person_id = p.id WHERE p.id = $1"

# Only those who asked for silence at all, or whose guardians did, are looked at.
QUIET_AMONG = f"""
    {_COLUMNS} FROM people p LEFT JOIN quiet_hours q ON q.person_id = p.id
     WHERE p.id IN (SELECT person_id FROM quiet_hours
                     WHERE person_id = ANY($1::bigint[]) AND (kept OR snoozed_until > $2)
                     UNION
                    SELECT child_id FROM guardian_quiet_hours WHERE child_id = ANY($1::bigint[]))
"""

SET_QUIET_HOURS = """
    INSERT INTO quiet_hours (person_id, kept, periods, shown, changed_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (person_id) DO UPDATE
       SET kept = excluded.kept, periods = excluded.periods, shown = excluded.shown, changed_at = excluded.changed_at
"""

SNOOZE = """
    INSERT INTO quiet_hours (person_id, snoozed_until, changed_at) VALUES ($1, $2, $3)
    ON CONFLICT (person_id) DO UPDATE SET snoozed_until = excluded.snoozed_until, changed_at = excluded.changed_at
"""

ALLOW_URGENT = """
    INSERT INTO quiet_exceptions (organisation_id, allowed_by, allowed_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
"""

FORBID_URGENT = "DELETE FROM quiet_exceptions WHERE organisation_id = $1"

IS_URGENT_ALLOWED = "SELECT EXISTS (SELECT FROM quiet_exceptions WHERE organisation_id = $1)"

# The chat's own organisation; where a chat has none, one in which the author works.
MAY_BREAK_SILENCE = """
    SELECT EXISTS (
        SELECT FROM quiet_exceptions e
         WHERE CASE WHEN $1::bigint IS NOT NULL THEN e.organisation_id = $1
                    ELSE e.organisation_id IN (SELECT organisation_id FROM current_roles
                                                WHERE person_id = $2 AND role IN ('teacher', 'administrator')) END)
"""
