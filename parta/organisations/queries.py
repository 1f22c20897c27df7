"""SQL of organisations, roles and the lists administrators read."""

# UNION, not UNION ALL: a circle of parents must not go on for ever.
ADMINISTERED = """
    WITH RECURSIVE administered (id, limited_to) AS (
        SELECT organisation_id, limited_to FROM roles
         WHERE person_id = $1 AND role = 'administrator' AND ended_at IS NULL
        UNION
        SELECT o.id, a.limited_to FROM organisations o JOIN administered a ON o.parent_id = a.id
    )
    SELECT id AS organisation_id, limited_to FROM administered
    UNION ALL
    SELECT NULL, NULL FROM roles WHERE person_id = $1 AND role = 'operator' AND ended_at IS NULL
"""

ORGANISATION_EXISTS = "SELECT EXISTS (SELECT FROM organisations WHERE id = $1)"

FOUND_ORGANISATION = """
    INSERT INTO organisations (type, name, short_name, parent_id, settlement, inn, kpp, ogrn)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
"""

# ── roles ──

GRANT_ROLE = """
    INSERT INTO roles (person_id, organisation_id, role, position, subject, confirmed_at, source)
    VALUES ($1, $2, $3, $4, $5, $6, 'manual')
    ON CONFLICT (person_id, coalesce(organisation_id, 0), role) WHERE ended_at IS NULL
    DO UPDATE SET position = CASE WHEN excluded.position <> '' THEN excluded.position ELSE roles.position END,
                  subject = CASE WHEN excluded.subject <> '' THEN excluded.subject ELSE roles.subject END,
                  confirmed_at = coalesce(roles.confirmed_at, excluded.confirmed_at)
            WHERE roles.confirmed_at IS NULL
               OR excluded.position NOT IN ('', roles.position)
               OR excluded.subject NOT IN ('', roles.subject)
    RETURNING id
"""

WITHDRAW_ROLE = """
    UPDATE roles SET ended_at = $4
     WHERE person_id = $1 AND organisation_id IS NOT DISTINCT FROM $2 AND role = $3 AND ended_at IS NULL
    RETURNING id
"""

# Both operators withdrawing each other at one moment wait here for one another.
LOCK_OPERATORS = "SELECT person_id FROM roles WHERE role = 'operator' AND ended_at IS NULL FOR UPDATE"

CHILDREN_OF = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic
      FROM current_guardianships g JOIN people p ON p.id = g.child_id
     WHERE g.guardian_id = $1 AND p.erased_at IS NULL ORDER BY p.id LIMIT 50
"""

# The same among those who have every right in an organisation.
LOCK_CHIEFS = """
    SELECT person_id FROM roles
     WHERE organisation_id = $1 AND role = 'administrator' AND limited_to IS NULL AND ended_at IS NULL
     ORDER BY id FOR UPDATE
"""

# Accounts that a guardian's profile opened for a child, where the guardian is one no more.
NAMED_BY_STRANGERS = """
    SELECT o.person_id AS child_id, o.named_by AS guardian_id
      FROM outside_identities o
     WHERE o.named_by IS NOT NULL AND (o.person_id = ANY($1::bigint[]) OR o.named_by = ANY($1::bigint[]))
       AND NOT EXISTS (SELECT FROM current_guardianships g
                        WHERE g.guardian_id = o.named_by AND g.child_id = o.person_id)
     ORDER BY o.person_id, o.named_by LIMIT 1000
"""

CLASSES_OF_PERSON = "SELECT class_id FROM current_enrollments WHERE person_id = $1 AND organisation_id = $2"

PERSON_EXISTS = "SELECT EXISTS (SELECT FROM people WHERE id = $1 AND erased_at IS NULL)"

IS_PUPIL = "SELECT EXISTS (SELECT FROM roles WHERE person_id = $1 AND role = 'pupil' AND ended_at IS NULL)"

HOLDER = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic, c.proven_at IS NOT NULL AS proven
      FROM contacts c JOIN people p ON p.id = c.person_id
     WHERE c.kind = $1 AND c.value = $2
"""

IS_ON_THE_STAFF = """
    SELECT EXISTS (SELECT FROM current_roles
                    WHERE person_id = $1 AND role IN ('teacher', 'administrator', 'operator')
                      AND confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM current_territory_staff WHERE person_id = $1)
"""

# ── lists ──

# In a list a territory that nobody works in is no organisation: the tree has a page of its own.
# $2: an operator sees all organisations, others those where they are somebody or that they administer ($3).
ORGANISATIONS = """
    SELECT o.id, o.type, o.name, o.short_name, o.parent_id, o.time_zone, o.closed_at IS NOT NULL AS closed,
           $2 OR o.id = ANY($3::bigint[]) AS administered, translate(upper(o.name), 'Ё', 'Е') AS sort
      FROM organisations o
     WHERE ($2 OR (o.closed_at IS NULL AND (
               o.id = ANY($3) OR EXISTS (SELECT FROM roles r WHERE r.person_id = $1 AND r.organisation_id = o.id
                                            AND r.ended_at IS NULL))))
       AND (o.id = $4 OR $4::bigint IS NULL AND o.type NOT IN ('country', 'region') AND (
               o.type <> 'district'
               OR EXISTS (SELECT FROM roles w WHERE w.organisation_id = o.id AND w.ended_at IS NULL)
               OR EXISTS (SELECT FROM roster_links l WHERE l.entity = 'org' AND l.entity_id = o.id)))
       AND (translate(upper(o.name), 'Ё', 'Е') COLLATE "C", o.id) > ($5::text, $6::bigint)
     ORDER BY translate(upper(o.name), 'Ё', 'Е') COLLATE "C", o.id
     LIMIT $7
"""

COUNTS = """
    SELECT count(DISTINCT person_id) FILTER (WHERE role = 'pupil') AS pupils,
           count(DISTINCT person_id) FILTER (WHERE role = 'parent') AS parents,
           count(DISTINCT person_id) FILTER (WHERE role = 'teacher') AS teachers,
           (SELECT count(*) FROM classes c WHERE c.organisation_id = $1 AND c.closed_at IS NULL) AS classes
      FROM roles WHERE organisation_id = $1 AND ended_at IS NULL
"""

# $3: staff see every class, others their own. 10-A comes after 9-A: the grade is ordered as a number.
CLASSES = """
    SELECT c.id, c.kind, c.title, c.grade, c.subject,
           (SELECT count(*) FROM enrollments e WHERE e.class_id = c.id AND e.ended_at IS NULL AND e.role = 'pupil')
               AS pupils
      FROM classes c
     WHERE c.organisation_id = $1 AND c.closed_at IS NULL
       AND ($3 OR EXISTS (SELECT FROM enrollments e
                           WHERE e.class_id = c.id AND e.person_id = $2 AND e.ended_at IS NULL))
     ORDER BY c.kind, nullif(regexp_replace(c.grade, '[^0-9]', '', 'g'), '')::numeric NULLS LAST, c.title, c.id
"""

IS_STAFF = """
    SELECT EXISTS (SELECT FROM current_roles
                    WHERE person_id = $1 AND organisation_id = $2 AND role IN ('teacher', 'administrator'))
"""

PEOPLE = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic, p.claimed_at IS NOT NULL AS claimed, p.search_name
      FROM people p
     WHERE EXISTS (SELECT FROM roles r WHERE r.person_id = p.id AND r.organisation_id = $1 AND r.ended_at IS NULL
                      AND ($2::text IS NULL OR r.role = $2))
       AND ($3::bigint IS NULL OR EXISTS (
               SELECT FROM current_enrollments e
                WHERE e.person_id = p.id AND e.class_id = $3 AND e.organisation_id = $1))
       AND ($4::text = '' OR position($4 IN p.search_name) > 0)
       AND (p.search_name, p.id) > ($5::text, $6::bigint)
       AND p.erased_at IS NULL
     ORDER BY p.search_name, p.id
     LIMIT $7
"""

ROLES_OF = """
    SELECT person_id, role, position, subject, confirmed_at IS NOT NULL AS confirmed
      FROM current_roles WHERE organisation_id = $1 AND person_id = ANY($2::bigint[])
     ORDER BY person_id, array_position(ARRAY['administrator', 'teacher', 'parent', 'pupil'], role)
"""

CLASSES_OF = """
    SELECT person_id, class_id AS id, title, kind, role, class_teacher
      FROM current_enrollments WHERE organisation_id = $1 AND person_id = ANY($2::bigint[])
     ORDER BY person_id, kind, title
"""
