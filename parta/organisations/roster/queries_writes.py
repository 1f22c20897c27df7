"""SQL that makes a plan true: a statement for all rows of a kind, however many there are."""

# `workbook_of`: the organisation whose own tables this source is, one for all of them.
NEW_SOURCE = "INSERT INTO roster_sources (title, workbook_of) VALUES ($1, $2) RETURNING id"

# Ids first, so that everything else can be written by id in one pass.
NEW_IDS = "SELECT nextval(pg_get_serial_sequence($1, 'id')) FROM generate_series(1, $2::integer)"

SET_ORGS = """
    INSERT INTO organisations (id, type, name) OVERRIDING SYSTEM VALUE
    SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[])
    ON CONFLICT (id) DO UPDATE SET type = excluded.type, name = excluded.name, closed_at = NULL
"""

SET_PARENTS = """
    UPDATE organisations o SET parent_id = w.parent_id
      FROM unnest($1::bigint[], $2::bigint[]) AS w (id, parent_id) WHERE o.id = w.id
"""

CLOSE_ORGS = "UPDATE organisations SET closed_at = $2 WHERE id = ANY($1::bigint[])"

SET_YEARS = """
    INSERT INTO school_years (id, organisation_id, title, starts_on, ends_on) OVERRIDING SYSTEM VALUE
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::date[], $5::date[])
    ON CONFLICT (id) DO UPDATE
       SET title = excluded.title, starts_on = excluded.starts_on, ends_on = excluded.ends_on
"""

SET_CLASSES = """
    INSERT INTO classes (id, organisation_id, kind, title, grade, subject, school_year_id) OVERRIDING SYSTEM VALUE
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
    ON CONFLICT (id) DO UPDATE
       SET organisation_id = excluded.organisation_id, kind = excluded.kind, title = excluded.title,
           grade = excluded.grade, subject = excluded.subject, school_year_id = excluded.school_year_id,
           closed_at = NULL
"""

CLOSE_CLASSES = "UPDATE classes SET closed_at = $2 WHERE id = ANY($1::bigint[])"

# Nobody makes an administrator with more rights than their own: $8 are the organisations where whoever applies
# the roster has every right, NULL all. An administrator of a roster begins without rights anywhere else.
ADD_ROLES = """
    INSERT INTO roles (person_id, organisation_id, role, position, subject, sourced_id, confirmed_at, source, limited_to)
    SELECT w.*, $7, 'roster',
           CASE WHEN w.role = 'administrator' AND NOT coalesce(w.organisation_id = ANY($8::bigint[]), true)
                THEN '{}'::text[] END
      FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
           AS w (person_id, organisation_id, role, position, subject, sourced_id)
    ON CONFLICT (person_id, coalesce(organisation_id, 0), role) WHERE ended_at IS NULL DO NOTHING
"""

# Of a role given by hand the roster only confirms that it is so, and what was written by hand it leaves.
CORRECT_ROLES = """
    UPDATE roles r
       SET position = CASE WHEN r.source = 'roster' AND NOT r.appointed THEN w.position ELSE r.position END,
           subject = CASE WHEN r.source = 'roster' AND NOT r.appointed THEN w.subject ELSE r.subject END,
           sourced_id = CASE WHEN r.source = 'roster' THEN w.sourced_id ELSE r.sourced_id END,
           confirmed_at = coalesce(r.confirmed_at, $5)
      FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS w (id, position, subject, sourced_id)
     WHERE r.id = w.id
"""

END_ROLES = "UPDATE roles SET ended_at = $2 WHERE id = ANY($1::bigint[]) RETURNING person_id, organisation_id"

# Whom the school itself made class teacher, or no longer, the roster leaves so.
SET_ENROLLMENTS = """
    INSERT INTO enrollments AS e (class_id, person_id, role, class_teacher, sourced_id, source)
    SELECT w.*, 'roster' FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::boolean[], $5::text[]) AS w
    ON CONFLICT (class_id, person_id, role) DO UPDATE
       SET class_teacher = CASE WHEN e.ended_at IS NULL AND e.source = 'manual' THEN e.class_teacher
                                ELSE excluded.class_teacher END,
           sourced_id = excluded.sourced_id, ended_at = NULL,
           source = CASE WHEN e.ended_at IS NULL THEN e.source ELSE 'roster' END
"""

END_ENROLLMENTS = """
    UPDATE enrollments e SET ended_at = $4
      FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS w (class_id, person_id, role)
     WHERE e.class_id = w.class_id AND e.person_id = w.person_id AND e.role = w.role
"""

SET_GUARDIANSHIPS = """
    INSERT INTO guardianships AS g (guardian_id, child_id, relation, source, roster_source_id)
    SELECT w.*, 'roster', $4 FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS w
    ON CONFLICT (guardian_id, child_id) DO UPDATE
       SET relation = excluded.relation, ended_at = NULL,
           source = CASE WHEN g.ended_at IS NULL THEN g.source ELSE 'roster' END,
           roster_source_id = CASE WHEN g.ended_at IS NULL THEN g.roster_source_id ELSE $4 END
     WHERE g.ended_by IS NULL
"""

END_GUARDIANSHIPS = """
    UPDATE guardianships g SET ended_at = $3
      FROM unnest($1::bigint[], $2::bigint[]) AS w (guardian_id, child_id)
     WHERE g.guardian_id = w.guardian_id AND g.child_id = w.child_id
"""

SET_LINKS = """
    INSERT INTO roster_links (source_id, entity, sourced_id, entity_id)
    SELECT $1, w.* FROM unnest($2::text[], $3::text[], $4::bigint[]) AS w
    ON CONFLICT (source_id, entity, sourced_id) DO UPDATE SET entity_id = excluded.entity_id
"""

# Known by a number of the new year from now on.
NOTE_NAMED = "UPDATE classes SET went_up_at = NULL WHERE id = ANY($1::bigint[]) AND went_up_at IS NOT NULL"

# Chats of parents follow from whose child is in which class.
CLASSES_OF_PEOPLE = """
    SELECT DISTINCT class_id FROM current_enrollments WHERE person_id = ANY($1::bigint[]) AND role = 'pupil'
"""

ORGS_OF_CLASSES = "SELECT DISTINCT organisation_id FROM classes WHERE id = ANY($1::bigint[])"

# A child's class concerns the guardians, whether the child has ever signed in or not.
CLAIMED = """
    SELECT id FROM people
     WHERE claimed_at IS NOT NULL
       AND (id = ANY($1::bigint[])
            OR id IN (SELECT guardian_id FROM guardianships WHERE child_id = ANY($1::bigint[]) AND ended_at IS NULL))
     ORDER BY id
"""

ANALYZE = "ANALYZE people, organisations, classes, roles, enrollments, guardianships"
