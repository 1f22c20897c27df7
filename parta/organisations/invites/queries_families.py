"""SQL of families, and of roles put right by hand."""

GUARDIANS_SHOWN = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic, g.relation, s.source = 'roster' AS of_roster,
           p.claimed_at IS NOT NULL AS claimed,
           EXISTS (SELECT FROM current_roles r WHERE r.person_id = p.id AND r.role = 'teacher'
                      AND r.confirmed_at IS NOT NULL) AS confirmed_teacher
      FROM current_guardianships g
      JOIN guardianships s ON s.guardian_id = g.guardian_id AND s.child_id = g.child_id
      JOIN people p ON p.id = g.guardian_id
     WHERE g.child_id = $1 ORDER BY p.search_name, p.id LIMIT 50
"""

END_GUARDIANSHIP = """
    UPDATE guardianships SET ended_at = $3, ended_by = $4
     WHERE guardian_id = $1 AND child_id = $2 AND ended_at IS NULL
    RETURNING child_id
"""

# A parent's role in a school ends with the last child there.
CHILDLESS_HERE = """
    SELECT NOT EXISTS (SELECT FROM current_guardianships g JOIN current_roles r ON r.person_id = g.child_id
                        WHERE g.guardian_id = $1 AND r.organisation_id = $2 AND r.role = 'pupil')
"""

ROLES_HELD = """
    SELECT role, position, subject, confirmed_at IS NOT NULL AS confirmed, source = 'roster' AS of_roster FROM roles
     WHERE person_id = $1 AND organisation_id = $2 AND ended_at IS NULL ORDER BY role
"""

LOCK_ROLE = """
    SELECT source, confirmed_at IS NOT NULL AS confirmed FROM roles
     WHERE person_id = $1 AND organisation_id = $2 AND role = $3 AND ended_at IS NULL FOR UPDATE
"""

END_ROLE = """
    UPDATE roles SET ended_at = $4
     WHERE person_id = $1 AND organisation_id = $2 AND role = $3 AND ended_at IS NULL RETURNING id
"""

END_MANUAL_PARENTHOOD = """
    UPDATE roles SET ended_at = $3
     WHERE person_id = $1 AND organisation_id = $2 AND role = 'parent' AND source = 'manual' AND ended_at IS NULL
"""

END_PLACES = """
    UPDATE enrollments e SET ended_at = $4
      FROM classes c
     WHERE c.id = e.class_id AND c.organisation_id = $2 AND e.person_id = $1 AND e.role = $3 AND e.ended_at IS NULL
    RETURNING e.class_id
"""

END_FAMILY_HERE = """
    UPDATE guardianships g SET ended_at = $3, ended_by = $4
     WHERE g.guardian_id = $1 AND g.ended_at IS NULL
       AND EXISTS (SELECT FROM current_roles r
                    WHERE r.person_id = g.child_id AND r.organisation_id = $2 AND r.role = 'pupil')
    RETURNING g.child_id
"""

UNCONFIRM = """
    UPDATE roles SET confirmed_at = NULL
     WHERE person_id = $1 AND organisation_id = $2 AND role = 'teacher' AND ended_at IS NULL AND confirmed_at IS NOT NULL
    RETURNING id
"""
