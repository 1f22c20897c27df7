"""SQL of birth dates and of coming of age."""

BORN_ON = "SELECT born_on FROM birth_dates WHERE person_id = $1"

SET_BIRTH_DATE = """
    INSERT INTO birth_dates AS b (person_id, born_on, told_by) VALUES ($1, $2, $3)
        ON CONFLICT (person_id) DO UPDATE SET born_on = excluded.born_on, told_by = excluded.told_by
         WHERE b.born_on <> excluded.born_on
"""

# Whoever told the date decided it for the school, so no roster begins the guardianship anew.
CAME_OF_AGE = """
    SELECT g.child_id, g.guardian_id, b.told_by,
           (SELECT r.organisation_id FROM current_roles r
             WHERE r.person_id = g.child_id AND r.role = 'pupil' ORDER BY r.organisation_id LIMIT 1) AS organisation_id
      FROM birth_dates b JOIN guardianships g ON g.child_id = b.person_id AND g.ended_at IS NULL
     WHERE b.born_on <= $1::date - interval '18 years' AND ($3::bigint IS NULL OR b.person_id = $3)
     ORDER BY g.child_id, g.guardian_id LIMIT $2
"""
