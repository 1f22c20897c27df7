"""SQL of telling whether somebody who came by an invite is in the roster already."""

# Nobody has come in as these yet. Who is kept out does not come in by another's word either.
EXPECTED = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic, r.role
      FROM current_roles r JOIN people p ON p.id = r.person_id
     WHERE r.organisation_id = $1 AND r.role = ANY($2::text[]) AND p.claimed_at IS NULL AND p.erased_at IS NULL
       AND NOT EXISTS (SELECT FROM suspensions s WHERE s.person_id = p.id AND s.lifted_at IS NULL)
     ORDER BY p.id LIMIT 5000
"""

# By what the one who decides tells them apart: own classes of a pupil, children of a parent with their classes.
DETAILS = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic, r.role, r.subject,
           array(SELECT e.class_id FROM current_enrollments e
                  WHERE e.person_id = p.id AND e.organisation_id = $1 AND e.role = 'pupil' AND e.kind = 'homeroom'
                  ORDER BY e.class_id) AS class_ids,
           array(SELECT e.title FROM current_enrollments e
                  WHERE e.person_id = p.id AND e.organisation_id = $1 AND e.role = 'pupil' AND e.kind = 'homeroom'
                  ORDER BY e.class_id) AS class_titles,
           array(SELECT g.child_id FROM current_guardianships g
                   JOIN current_roles k ON k.person_id = g.child_id AND k.organisation_id = $1 AND k.role = 'pupil'
                  WHERE g.guardian_id = p.id ORDER BY g.child_id) AS child_ids,
           array(SELECT DISTINCT e.class_id FROM current_guardianships g
                   JOIN current_enrollments e ON e.person_id = g.child_id AND e.organisation_id = $1
                                             AND e.role = 'pupil' AND e.kind = 'homeroom'
                  WHERE g.guardian_id = p.id) AS child_class_ids,
           (SELECT count(*) FROM current_guardianships g WHERE g.child_id = p.id)::int AS guardians
      FROM current_roles r JOIN people p ON p.id = r.person_id
     WHERE r.organisation_id = $1 AND r.role = ANY($3::text[]) AND p.id = ANY($2::bigint[])
       AND p.claimed_at IS NULL AND p.erased_at IS NULL
       AND NOT EXISTS (SELECT FROM suspensions s WHERE s.person_id = p.id AND s.lifted_at IS NULL)
"""

# What else comes with a profile: every role anywhere, and being the guardian of pupils anywhere.
COMES_WITH = """
    SELECT r.person_id, r.organisation_id, r.role, coalesce(o.type = 'additional', false) AS additional
      FROM current_roles r LEFT JOIN organisations o ON o.id = r.organisation_id
     WHERE r.person_id = ANY($1::bigint[])
    UNION
    SELECT g.guardian_id, k.organisation_id, 'parent', o.type = 'additional'
      FROM current_guardianships g
      JOIN current_roles k ON k.person_id = g.child_id AND k.role = 'pupil'
      JOIN organisations o ON o.id = k.organisation_id
     WHERE g.guardian_id = ANY($1::bigint[])
    UNION
    SELECT person_id, NULL, 'territory', false FROM current_territory_staff WHERE person_id = ANY($1::bigint[])
"""

IS_ADDITIONAL = "SELECT type = 'additional' FROM organisations WHERE id = $1"

# Whoever is or was anything anywhere has a life of their own, which is not made one with another's.
WITH_HISTORY = """
    SELECT p.id FROM people p
     WHERE p.id = ANY($1::bigint[])
       AND (EXISTS (SELECT FROM roles WHERE person_id = p.id)
            OR EXISTS (SELECT FROM enrollments WHERE person_id = p.id)
            OR EXISTS (SELECT FROM territory_staff WHERE person_id = p.id)
            OR EXISTS (SELECT FROM guardianships WHERE guardian_id = p.id)
            OR EXISTS (SELECT FROM guardianships WHERE child_id = p.id))
"""

WAS_RECEIVED = """
    SELECT EXISTS (SELECT FROM people p JOIN current_roles r ON r.person_id = p.id
                    WHERE p.id = $1 AND r.organisation_id = $2 AND r.role = $3 AND p.claimed_at IS NOT NULL)
"""

WHO_ASKED = "SELECT person_id FROM school_joinings WHERE id = $1 AND organisation_id = $2"

MOVE_JOININGS = """
    UPDATE school_joinings j SET person_id = $1
     WHERE j.person_id = $2
       AND NOT EXISTS (SELECT FROM school_joinings s WHERE s.person_id = $1 AND s.invite_id = j.invite_id)
"""
