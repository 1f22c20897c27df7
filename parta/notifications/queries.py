"""SQL of what people have chosen."""

# The role that decides what is usual; the same order as in a person's brief.
CHOICES_OF = """
    SELECT p.id AS person_id, main.role, coalesce(c.kinds, '{}')::text AS kinds, coalesce(c.show_text, true) AS show_text
      FROM people p
      LEFT JOIN notification_choices c ON c.person_id = p.id
      LEFT JOIN LATERAL (
          SELECT r.role FROM current_roles r
           WHERE r.person_id = p.id AND r.role <> 'operator'
           ORDER BY array_position(ARRAY['administrator', 'teacher', 'pupil', 'parent'], r.role), r.id LIMIT 1
      ) main ON true
     WHERE p.id = ANY($1::bigint[])
"""

SET_CHOICES = """
    INSERT INTO notification_choices (person_id, kinds, show_text) VALUES ($1, $2, $3)
    ON CONFLICT (person_id) DO UPDATE SET kinds = excluded.kinds, show_text = excluded.show_text
"""
