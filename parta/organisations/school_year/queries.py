"""SQL of the change of the school year."""

LAST_GRADE = "SELECT last_grade FROM organisations WHERE id = $1"

SET_LAST_GRADE = "UPDATE organisations SET last_grade = $2 WHERE id = $1 AND last_grade <> $2"

# `people` tells apart two states of a class in which the same number of people are.
CLASSES = """
    SELECT c.id, c.kind, c.title, c.grade, c.subject, c.school_year_id,
           EXISTS (SELECT FROM roster_links l WHERE l.entity = 'class' AND l.entity_id = c.id) AS of_roster,
           (SELECT count(*) FROM enrollments e WHERE e.class_id = c.id AND e.ended_at IS NULL AND e.role = 'pupil')
               AS pupils,
           coalesce((SELECT md5(string_agg(e.role || e.person_id || e.class_teacher, ',' ORDER BY e.role, e.person_id))
                       FROM enrollments e WHERE e.class_id = c.id AND e.ended_at IS NULL), '') AS people
      FROM classes c
     WHERE c.organisation_id = $1 AND c.closed_at IS NULL AND c.kind IN ('homeroom', 'subject')
     ORDER BY c.kind, length(c.grade), c.grade, c.title COLLATE "C", c.id
"""

# Pupils of the classes that leave, unless another class of the organisation keeps them.
LEAVERS = """
    SELECT DISTINCT e.person_id FROM enrollments e
     WHERE e.class_id = ANY($2::bigint[]) AND e.role = 'pupil' AND e.ended_at IS NULL
       AND NOT EXISTS (SELECT FROM current_enrollments o
                        WHERE o.person_id = e.person_id AND o.organisation_id = $1 AND o.role = 'pupil'
                          AND o.kind = 'homeroom' AND o.class_id <> ALL($2))
     ORDER BY e.person_id
"""

# Parents whose every child here leaves.
LEAVING_PARENTS = """
    SELECT r.person_id FROM roles r
     WHERE r.organisation_id = $1 AND r.role = 'parent' AND r.ended_at IS NULL
       AND EXISTS (SELECT FROM current_guardianships g
                    WHERE g.guardian_id = r.person_id AND g.child_id = ANY($2::bigint[]))
       AND NOT EXISTS (SELECT FROM current_guardianships g
                         JOIN current_roles p ON p.person_id = g.child_id AND p.role = 'pupil'
                                             AND p.organisation_id = $1
                        WHERE g.guardian_id = r.person_id AND g.child_id <> ALL($2::bigint[]))
     ORDER BY r.person_id
"""

GUARDIANS = """
    SELECT DISTINCT guardian_id FROM current_guardianships WHERE child_id = ANY($1::bigint[]) ORDER BY guardian_id
"""

CHANGES = """
    SELECT id, organisation_id, starts_in, done, made_at FROM school_year_changes
     WHERE organisation_id = $1 AND undone_at IS NULL AND ($2::bigint IS NULL OR id = $2)
     ORDER BY id DESC LIMIT 1
"""

BEGUN = """
    SELECT EXISTS (SELECT FROM school_year_changes
                    WHERE organisation_id = $1 AND starts_in = $2 AND undone_at IS NULL)
"""

YEAR = "SELECT id FROM school_years WHERE organisation_id = $1 AND starts_on = $2 ORDER BY id LIMIT 1"

ADD_YEAR = """
    INSERT INTO school_years (organisation_id, title, starts_on, ends_on) VALUES ($1, $2, $3, $4) RETURNING id
"""

RAISE_CLASSES = """
    UPDATE classes c SET title = w.title, grade = w.grade, school_year_id = $4, went_up_at = $5
      FROM unnest($1::bigint[], $2::text[], $3::text[]) AS w (id, title, grade) WHERE c.id = w.id
"""

CLOSE_CLASSES = "UPDATE classes SET closed_at = $2 WHERE id = ANY($1::bigint[])"

END_PLACES_IN = """
    UPDATE enrollments SET ended_at = $2 WHERE class_id = ANY($1::bigint[]) AND ended_at IS NULL
    RETURNING person_id
"""

END_PLACES_OF = """
    UPDATE enrollments e SET ended_at = $3
      FROM classes c
     WHERE c.id = e.class_id AND c.organisation_id = $1 AND e.person_id = ANY($2::bigint[])
       AND e.role = 'pupil' AND e.ended_at IS NULL
"""

END_ROLES = """
    UPDATE roles SET ended_at = $4
     WHERE organisation_id = $1 AND person_id = ANY($2::bigint[]) AND role = $3 AND ended_at IS NULL
"""

ADD_CLASSES = """
    INSERT INTO classes (organisation_id, kind, title, grade, school_year_id)
    SELECT $1, 'homeroom', w.title, w.grade, $4 FROM unnest($2::text[], $3::text[]) AS w (title, grade)
    RETURNING id
"""

KEEP_CHANGE = """
    INSERT INTO school_year_changes (organisation_id, starts_in, done, made_by, made_at)
    VALUES ($1, $2, $3, $4, $5) RETURNING id
"""

# ── taking it back ──

# Whatever makes it impossible: what went up is no longer as it was left, what was closed is open, a role that ended
# was given anew, somebody is in a class that was added, a roster was applied, a title is taken.
BUILT_UPON = """
    SELECT EXISTS (SELECT FROM unnest($2::bigint[], $3::text[], $4::text[]) AS w (id, title, grade)
                     JOIN classes c ON c.id = w.id
                    WHERE c.closed_at IS NOT NULL OR c.title <> w.title OR c.grade <> w.grade)
        OR EXISTS (SELECT FROM classes c WHERE c.id = ANY($5::bigint[]) AND c.closed_at IS DISTINCT FROM $7)
        OR EXISTS (SELECT FROM roles o
                     JOIN roles n ON n.person_id = o.person_id AND n.organisation_id = $1 AND n.role = o.role
                                 AND n.ended_at IS NULL
                    WHERE o.organisation_id = $1 AND o.ended_at = $7)
        OR EXISTS (SELECT FROM enrollments e WHERE e.class_id = ANY($6::bigint[]))
        OR EXISTS (SELECT FROM roster_imports i
                    WHERE i.applied_at >= $7 AND (i.organisation_ids IS NULL OR $1 = ANY(i.organisation_ids)))
        OR EXISTS (SELECT FROM classes c
                    WHERE c.organisation_id = $1 AND c.kind = 'homeroom' AND c.closed_at IS NULL
                      AND c.id <> ALL($2::bigint[]) AND c.id <> ALL($6::bigint[]) AND lower(c.title) = ANY($8::text[]))
"""

LOWER_CLASSES = """
    UPDATE classes c SET title = w.title, grade = w.grade, school_year_id = w.year_id, went_up_at = NULL
      FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[]) AS w (id, title, grade, year_id)
     WHERE c.id = w.id
"""

REOPEN_CLASSES = "UPDATE classes SET closed_at = NULL WHERE id = ANY($1::bigint[])"

REOPEN_PLACES = """
    UPDATE enrollments e SET ended_at = NULL
      FROM classes c
     WHERE c.id = e.class_id AND c.organisation_id = $1 AND e.ended_at = $2
    RETURNING e.person_id
"""

REOPEN_ROLES = """
    UPDATE roles SET ended_at = NULL WHERE organisation_id = $1 AND ended_at = $2 RETURNING person_id
"""

NOTE_UNDONE = "UPDATE school_year_changes SET undone_by = $2, undone_at = $3 WHERE id = $1"
