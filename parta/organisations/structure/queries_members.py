"""SQL of who is in a class or group, and of putting people in and out."""

MEMBERS = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic, p.claimed_at IS NOT NULL AS claimed,
           e.role, e.class_teacher, e.source = 'roster' AS of_roster,
           EXISTS (SELECT FROM current_roles r WHERE r.person_id = p.id AND r.role = 'teacher'
                      AND r.confirmed_at IS NOT NULL) AS confirmed_teacher,
           o.name AS guest_of, p.search_name,
           CASE WHEN e.class_teacher THEN 0 WHEN e.role = 'teacher' THEN 1 ELSE 2 END AS rank
      FROM enrollments e
      JOIN people p ON p.id = e.person_id AND p.erased_at IS NULL
      LEFT JOIN organisations o ON o.id = e.guest_of
     WHERE e.class_id = $1 AND e.ended_at IS NULL
       AND (CASE WHEN e.class_teacher THEN 0 WHEN e.role = 'teacher' THEN 1 ELSE 2 END, p.search_name, p.id)
           > ($2::int, $3::text COLLATE "C", $4::bigint)
     ORDER BY CASE WHEN e.class_teacher THEN 0 WHEN e.role = 'teacher' THEN 1 ELSE 2 END, p.search_name, p.id
     LIMIT $5
"""

# Of these people those who are what the place asks for: pupils, or staff, of the organisation. The rows are locked
# against a role that ends at the same moment.
FITTING = """
    SELECT r.person_id FROM roles r JOIN people p ON p.id = r.person_id AND p.erased_at IS NULL
     WHERE r.organisation_id = $1 AND r.person_id = ANY($2::bigint[]) AND r.ended_at IS NULL
       AND CASE WHEN $3 = 'pupil' THEN r.role = 'pupil' ELSE r.role IN ('teacher', 'administrator') END
       FOR SHARE OF r
"""

OTHER_HOMEROOMS = """
    SELECT e.class_id, e.person_id, e.source = 'roster' AS of_roster
      FROM enrollments e JOIN classes c ON c.id = e.class_id
     WHERE c.organisation_id = $1 AND c.kind = 'homeroom' AND c.closed_at IS NULL AND c.id <> $2
       AND e.role = 'pupil' AND e.ended_at IS NULL AND e.person_id = ANY($3::bigint[])
"""

ENROL = """
    INSERT INTO enrollments AS e (class_id, person_id, role, source, guest_of)
    SELECT $1, person_id, $3, 'manual', $4 FROM unnest($2::bigint[]) AS w (person_id)
        ON CONFLICT (class_id, person_id, role)
        DO UPDATE SET ended_at = NULL, source = 'manual', class_teacher = false, guest_of = excluded.guest_of
     WHERE e.ended_at IS NOT NULL
    RETURNING person_id
"""

PLACE = """
    SELECT role, class_teacher, source = 'roster' AS of_roster, guest_of FROM enrollments
     WHERE class_id = $1 AND person_id = $2 AND role = $3 AND ended_at IS NULL FOR UPDATE
"""

END_PLACE = """
    UPDATE enrollments SET ended_at = $4, class_teacher = false
     WHERE class_id = $1 AND person_id = ANY($2::bigint[]) AND role = $3 AND ended_at IS NULL RETURNING person_id
"""

# What was decided by hand is the hand's from now on: a roster neither ends it nor names another.
RELIEVE_CLASS_TEACHERS = """
    UPDATE enrollments SET class_teacher = false, source = 'manual'
     WHERE class_id = $1 AND class_teacher AND ended_at IS NULL AND person_id IS DISTINCT FROM $2
    RETURNING person_id
"""

APPOINT_CLASS_TEACHER = """
    INSERT INTO enrollments AS e (class_id, person_id, role, class_teacher, source)
    VALUES ($1, $2, 'teacher', true, 'manual')
        ON CONFLICT (class_id, person_id, role)
        DO UPDATE SET ended_at = NULL, source = 'manual', class_teacher = true
     WHERE e.ended_at IS NOT NULL OR NOT e.class_teacher
    RETURNING person_id
"""

GUARDIANS = """
    SELECT DISTINCT guardian_id FROM current_guardianships WHERE child_id = ANY($1::bigint[])
"""

# Places given by hand end with the role they rest on, here or, for a guest, there.
END_ORPHANED_PLACES = """
    UPDATE enrollments e SET ended_at = $2, class_teacher = false
      FROM classes c
     WHERE c.id = e.class_id AND e.person_id = ANY($1::bigint[]) AND e.ended_at IS NULL AND e.source = 'manual'
       AND NOT EXISTS (
               SELECT FROM current_roles r
                WHERE r.person_id = e.person_id AND r.organisation_id = coalesce(e.guest_of, c.organisation_id)
                  AND CASE WHEN e.role = 'pupil' THEN r.role = 'pupil'
                           ELSE r.role IN ('teacher', 'administrator') END)
    RETURNING c.organisation_id, e.class_id
"""

WRITE_POSITION = """
    UPDATE roles SET position = $4, subject = $5, appointed = true
     WHERE person_id = $1 AND organisation_id = $2 AND role = $3 AND ended_at IS NULL
    RETURNING id
"""
