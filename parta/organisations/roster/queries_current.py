"""SQL that reads the state a bundle is compared with. ORDER BY only where the answer depends on it."""

# Organisations of this source that were joined to another one.
JOINED_ORGS = (
    "SELECT sourced_id FROM roster_links WHERE source_id = $1 AND entity = 'org' AND joined_id IS NOT NULL"
)

LINKS = "SELECT entity, sourced_id, entity_id FROM roster_links WHERE source_id = $1"

# Sources whose organisations this bundle names, with the names these have here. $2: only among these, NULL for all.
SOURCES_OF_ORGS = """
    SELECT l.source_id, l.sourced_id, o.name
      FROM roster_links l
      JOIN organisations o ON o.id = coalesce(l.joined_id, l.entity_id)
      JOIN roster_sources s ON s.id = l.source_id AND s.workbook_of IS NULL
     WHERE l.entity = 'org' AND l.sourced_id = ANY($1::text[])
       AND ($2::bigint[] IS NULL OR l.entity_id = ANY($2))
     ORDER BY l.source_id
"""

# Sources whose people or classes this bundle names. At most two are needed: two alike are one too many.
SOURCES_OF_PEOPLE = """
    SELECT l.source_id, count(*) AS matches
      FROM roster_links l
      JOIN roster_sources s ON s.id = l.source_id AND s.workbook_of IS NULL
     WHERE l.entity IN ('user', 'class') AND l.sourced_id = ANY($1::text[])
       AND ($2::bigint[] IS NULL OR EXISTS (
               SELECT FROM roster_links o
                WHERE o.source_id = l.source_id AND o.entity = 'org' AND o.entity_id = ANY($2)))
     GROUP BY l.source_id
     ORDER BY matches DESC, l.source_id
     LIMIT 2
"""

# How many of these people, by sourcedId, are called here as they are called there.
COUNT_NAMESAKES = """
    SELECT count(*) FILTER (WHERE translate(lower(p.family_name || ' ' || p.given_name), 'ё', 'е') = w.name)::float
           / greatest(count(*), 1)
      FROM unnest($2::text[], $3::text[]) AS w (sourced_id, name)
      JOIN roster_links l ON l.source_id = $1 AND l.entity = 'user' AND l.sourced_id = w.sourced_id
      JOIN people p ON p.id = l.entity_id
"""

# Organisations that a first roster may recognise by name. For an operator ($1 NULL) only those made by hand:
# «Школа № 1» of another town has a roster of its own.
UNLINKED_ORGS = """
    SELECT o.id, o.type, o.name, o.parent_id, o.closed_at IS NOT NULL AS closed
      FROM organisations o
     WHERE o.closed_at IS NULL AND ($1::bigint[] IS NULL OR o.id = ANY($1))
       AND NOT EXISTS (SELECT FROM roster_links l
                        WHERE l.entity = 'org' AND l.entity_id = o.id
                          AND ($1::bigint[] IS NULL OR l.source_id = $2))
     ORDER BY o.id
"""

ORGS = """
    SELECT o.id, o.type, o.name, o.parent_id, o.closed_at IS NOT NULL AS closed
      FROM organisations o
     WHERE o.closed_at IS NULL AND ($1::bigint[] IS NULL OR o.id = ANY($1))
       AND NOT EXISTS (SELECT FROM roster_links l
                        WHERE l.entity = 'org' AND l.entity_id = o.id AND l.source_id = $2)
     ORDER BY o.id
"""

ORGS = """
    SELECT id, type, name, parent_id, closed_at IS NOT NULL AS closed FROM organisations WHERE id = ANY($1::bigint[])
"""

YEARS = "SELECT id, title, starts_on, ends_on FROM school_years WHERE organisation_id = ANY($1::bigint[])"

CLASSES = """
    SELECT id, organisation_id, kind, title, grade, subject, school_year_id, closed_at IS NOT NULL AS closed,
           went_up_at IS NOT NULL AS went_up
      FROM classes WHERE organisation_id = ANY($1::bigint[])
     ORDER BY id
"""

PEOPLE = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic, p.claimed_at IS NOT NULL AS claimed,
           (SELECT count(*) FROM roles r WHERE r.person_id = p.id AND r.ended_at IS NULL) AS active_roles,
           $2::bigint[] IS NOT NULL AND EXISTS (
               SELECT FROM roles r
                WHERE r.person_id = p.id AND r.ended_at IS NULL
                  AND (r.organisation_id IS NULL OR r.organisation_id <> ALL($2))) AS elsewhere,
           EXISTS (SELECT FROM roster_links l
                    WHERE l.entity = 'user' AND l.entity_id = p.id
                      AND l.source_id IS DISTINCT FROM $3::bigint) AS shared
      FROM people p
     WHERE p.id = ANY($1::bigint[]) AND p.erased_at IS NULL
"""

CONTACTS = """
    SELECT person_id, kind, value, proven_at IS NOT NULL AS proven
      FROM contacts WHERE person_id = ANY($1::bigint[])
     ORDER BY id
"""

HELD_CONTACTS = """
    SELECT c.person_id, c.kind, c.value, c.proven_at IS NOT NULL AS proven
      FROM unnest($1::text[], $2::text[]) AS w (kind, value)
      JOIN contacts c ON c.kind = w.kind AND c.value = w.value
"""

ROLES = """
    SELECT id, person_id, organisation_id, role, position, subject,
           confirmed_at IS NOT NULL AS confirmed, source, sourced_id, appointed,
           role = 'administrator' AND limited_to IS NULL AS chief
      FROM roles WHERE organisation_id = ANY($1::bigint[]) AND ended_at IS NULL
"""

ENROLLMENTS = """
    SELECT e.class_id, e.person_id, e.role, e.class_teacher, e.source, e.sourced_id
      FROM enrollments e
      JOIN classes c ON c.id = e.class_id
     WHERE c.organisation_id = ANY($1::bigint[]) AND e.ended_at IS NULL
"""

GUARDIANSHIPS = """
    SELECT guardian_id, child_id, relation, roster_source_id
      FROM guardianships
     WHERE ended_at IS NULL
       AND (guardian_id = ANY($1::bigint[]) OR child_id = ANY($1) OR roster_source_id = $2::bigint)
"""
