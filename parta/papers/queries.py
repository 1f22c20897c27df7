"""SQL of papers: what is known of an organisation; all of it is read, nothing is kept."""

ORGANISATION = "SELECT name AS organisation, inn FROM organisations WHERE id = $1"

# Positions are words of the school's own; the one who heads it is usually called so.
STAFF = """
    SELECT concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) AS name, max(r.position) AS position,
           bool_or(r.role = 'administrator') AS administrator
      FROM current_roles r JOIN people p ON p.id = r.person_id AND p.erased_at IS NULL
     WHERE r.organisation_id = $1 AND r.role IN ('administrator', 'teacher')
       AND (r.role = 'administrator' OR r.position <> '')
     GROUP BY p.id
     ORDER BY bool_or(r.role = 'administrator') DESC, p.search_name, p.id
     LIMIT 50
"""

CLASSES = """
    SELECT c.id, c.title FROM classes c
     WHERE c.organisation_id = $1 AND c.kind = 'homeroom' AND c.closed_at IS NULL
     ORDER BY length(c.grade), c.grade, c.title, c.id LIMIT 300
"""

CLASS_TITLE = "SELECT title FROM classes WHERE id = $1 AND organisation_id = $2 AND closed_at IS NULL"

# A pupil with no guardian here stands once, without one.
FAMILIES = """
    SELECT p.id AS child_id, concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) AS child,
           coalesce(concat_ws(' ', g.family_name, g.given_name, nullif(g.patronymic, '')), '') AS guardian,
           row_number() OVER (PARTITION BY p.id ORDER BY g.search_name, g.id) = 1 AS first
      FROM current_enrollments e
      JOIN people p ON p.id = e.person_id AND p.erased_at IS NULL
      LEFT JOIN (current_guardianships s JOIN people g ON g.id = s.guardian_id AND g.erased_at IS NULL)
             ON s.child_id = p.id
     WHERE e.class_id = $1 AND e.role = 'pupil'
     ORDER BY p.search_name, p.id, g.search_name, g.id
     LIMIT $2
"""
