"""SQL of helping people to come in."""

IS_HERE = """
    SELECT EXISTS (SELECT FROM current_roles r JOIN people p ON p.id = r.person_id
                    WHERE r.person_id = $1 AND r.organisation_id = $2 AND p.erased_at IS NULL)
"""

# Where this person is on the staff; NULL for an operator, and for staff of a territory, whom an operator alone helps.
STAFF_PLACES = """
    SELECT organisation_id, role FROM current_roles
     WHERE person_id = $1 AND role IN ('teacher', 'administrator', 'operator')
     UNION ALL
    SELECT NULL, 'territory' FROM current_territory_staff WHERE person_id = $1
"""

PERSON_OF_MOVE = """
    SELECT person_id FROM contact_moves
     WHERE id = $1 AND (started_by <> person_id OR help_asked_at IS NOT NULL)
"""

MOVES_HERE = """
    SELECT m.id, m.person_id, p.family_name, p.given_name, p.patronymic, s.family_name AS starter_family_name,
           s.given_name AS starter_given_name
      FROM contact_moves m JOIN people p ON p.id = m.person_id JOIN people s ON s.id = m.started_by
     WHERE m.done_at IS NULL AND m.cancelled_at IS NULL AND m.expires_at > $2
       AND (m.started_by <> m.person_id OR m.help_asked_at IS NOT NULL)
       AND EXISTS (SELECT FROM current_roles r WHERE r.person_id = m.person_id AND r.organisation_id = $1)
       AND m.id < $3
     ORDER BY m.id DESC
     LIMIT $4
"""
