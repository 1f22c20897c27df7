"""SQL of workbooks: who is here, and what an export writes."""

ORGANISATION = "SELECT id, type, name, closed_at IS NOT NULL AS closed FROM organisations WHERE id = $1"

SOURCE = "SELECT id FROM roster_sources WHERE workbook_of = $1"

# Everybody with a role or a place here, and the families of the pupils.
MEMBERS = """
    SELECT r.person_id FROM roles r WHERE r.organisation_id = $1 AND r.ended_at IS NULL
    UNION
    SELECT e.person_id FROM current_enrollments e WHERE e.organisation_id = $1
    UNION
    SELECT g.guardian_id
      FROM roles r
      JOIN guardianships g ON g.child_id = r.person_id AND g.ended_at IS NULL
     WHERE r.organisation_id = $1 AND r.role = 'pupil' AND r.ended_at IS NULL
"""
