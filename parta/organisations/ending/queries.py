"""SQL of renaming, closing and joining organisations."""

ORGANISATION = """
    SELECT id, type, name, short_name, inn, settlement, parent_id, closed_at
      FROM organisations WHERE id = $1 AND type NOT IN ('country', 'region', 'district')
"""

# In the order of ids, so that two joined crosswise at one moment wait for one another.
LOCK = "SELECT id FROM organisations WHERE id = ANY($1::bigint[]) ORDER BY id FOR UPDATE"

RENAME = "UPDATE organisations SET name = $2, short_name = $3 WHERE id = $1"

COUNTS = """
    SELECT count(DISTINCT person_id) AS people,
           count(DISTINCT person_id) FILTER (WHERE role = 'pupil') AS pupils,
           count(DISTINCT person_id) FILTER (WHERE role = 'teacher') AS teachers,
           count(DISTINCT person_id) FILTER (WHERE role = 'parent') AS parents,
           (SELECT count(*) FROM classes c WHERE c.organisation_id = $1 AND c.closed_at IS NULL) AS classes,
           (SELECT count(*) FROM school_invites i
             WHERE i.organisation_id = $1 AND i.revoked_at IS NULL AND i.expires_at > $2 AND i.uses < i.most_uses)
               AS invites
      FROM roles WHERE organisation_id = $1 AND ended_at IS NULL
"""

IN_BOTH = """
    SELECT count(*) FROM roles a
      JOIN roles b ON b.organisation_id = $2 AND b.person_id = a.person_id AND b.role = a.role AND b.ended_at IS NULL
     WHERE a.organisation_id = $1 AND a.ended_at IS NULL
"""

SAME_TITLES = """
    SELECT count(*) FROM classes a
     WHERE a.organisation_id = $1 AND a.closed_at IS NULL
       AND EXISTS (SELECT FROM classes b WHERE b.organisation_id = $2 AND b.closed_at IS NULL
                      AND b.kind = a.kind AND lower(b.title) = lower(a.title))
"""

CLOSE = "UPDATE organisations SET closed_at = $2 WHERE id = $1"

REOPEN = "UPDATE organisations SET closed_at = NULL WHERE id = $1"

END_ROLES = """
    UPDATE roles SET ended_at = $2 WHERE organisation_id = $1 AND ended_at IS NULL RETURNING person_id
"""

# What was given anew meanwhile, by a roster that opened the organisation, is not given twice.
BEGIN_ROLES = """
    UPDATE roles r SET ended_at = NULL
     WHERE r.organisation_id = $1 AND r.ended_at = $2
       AND NOT EXISTS (SELECT FROM roles c WHERE c.organisation_id = $1 AND c.person_id = r.person_id
                          AND c.role = r.role AND c.ended_at IS NULL)
    RETURNING person_id
"""

FORGET_ENDING = """
    UPDATE organisation_endings SET undone_at = $2, undone_by = $3 WHERE organisation_id = $1 AND undone_at IS NULL
"""

ADD_ENDING = """
    INSERT INTO organisation_endings (organisation_id, into_id, reason, ended_by, ended_at) VALUES ($1, $2, $3, $4, $5)
"""

ENDING = """
    SELECT e.into_id, i.name AS into_name, e.reason, e.ended_at
      FROM organisation_endings e LEFT JOIN organisations i ON i.id = e.into_id
     WHERE e.organisation_id = $1 AND e.undone_at IS NULL
"""

# ── joining: $1 goes into $2 ──

# The role that stays learns what the other one knew.
ENRICH_DOUBLES = """
    UPDATE roles b
       SET position = CASE WHEN b.position = '' THEN a.position ELSE b.position END,
           subject = CASE WHEN b.subject = '' THEN a.subject ELSE b.subject END,
           confirmed_at = coalesce(b.confirmed_at, a.confirmed_at)
      FROM roles a
     WHERE a.organisation_id = $1 AND a.ended_at IS NULL
       AND b.organisation_id = $2 AND b.person_id = a.person_id AND b.role = a.role AND b.ended_at IS NULL
"""

END_DOUBLES = """
    UPDATE roles a SET ended_at = $3
      FROM roles b
     WHERE a.organisation_id = $1 AND a.ended_at IS NULL
       AND b.organisation_id = $2 AND b.person_id = a.person_id AND b.role = a.role AND b.ended_at IS NULL
    RETURNING a.person_id
"""

MOVE_ROLES = """
    UPDATE roles SET organisation_id = $2 WHERE organisation_id = $1 AND ended_at IS NULL RETURNING person_id
"""

# A year that both have is one year.
SAME_YEARS = """
    SELECT a.id AS old_id, min(b.id) AS new_id
      FROM school_years a
      JOIN school_years b ON b.organisation_id = $2 AND (b.title, b.starts_on, b.ends_on) = (a.title, a.starts_on, a.ends_on)
     WHERE a.organisation_id = $1 GROUP BY a.id
"""

REPOINT_CLASSES = """
    UPDATE classes c SET school_year_id = y.new_id
      FROM unnest($1::bigint[], $2::bigint[]) AS y (old_id, new_id) WHERE c.school_year_id = y.old_id
"""

REPOINT_YEAR_LINKS = """
    UPDATE roster_links l SET entity_id = y.new_id
      FROM unnest($1::bigint[], $2::bigint[]) AS y (old_id, new_id) WHERE l.entity = 'year' AND l.entity_id = y.old_id
"""

MOVE_YEARS = (
    "UPDATE school_years SET organisation_id = $2 WHERE organisation_id = $1 AND id <> ALL($3::bigint[])"
)

MOVE_CLASSES = "UPDATE classes SET organisation_id = $2 WHERE organisation_id = $1 RETURNING id"

MOVE_INVITES = "UPDATE school_invites SET organisation_id = $2 WHERE organisation_id = $1"

MOVE_JOININGS = "UPDATE school_joinings SET organisation_id = $2 WHERE organisation_id = $1"

# A roster that goes on naming the old organisation fills the new one and does not rename it.
MOVE_LINKS = "UPDATE roster_links SET entity_id = $2, joined_id = coalesce(joined_id, $1) WHERE entity = 'org' AND entity_id = $1"

MOVE_IMPORTS = """
    UPDATE roster_imports SET organisation_ids = array_append(array_remove(array_remove(organisation_ids, $1), $2), $2)
     WHERE state = 'previewed' AND organisation_ids @> ARRAY[$1::bigint]
"""

MOVE_BRANCHES = "UPDATE organisations SET parent_id = $2 WHERE parent_id = $1 AND id <> $2"
