"""SQL of territories. The kinds are written out: a territory is an organisation of one of these types."""

KINDS = "('country', 'region', 'district')"

SORT = "translate(upper(o.name), 'Ё', 'Е') COLLATE \"C\""

# Whoever administers a district with every right looks after it as its own staff do; an administrator with some
# rights does not: to decide what becomes of schools is none of them.
_STAFF = """
    (SELECT s.territory_id, s.person_id FROM current_territory_staff s
      WHERE NOT EXISTS (SELECT FROM roles r
                         WHERE r.person_id = s.person_id AND r.organisation_id = s.territory_id AND r.ended_at IS NULL
                           AND r.role = 'administrator' AND r.limited_to IS NOT NULL)
     UNION
     SELECT territory_id, person_id FROM territory_staff WHERE ended_at IS NULL)
"""

# UNION, not UNION ALL: a circle of parents must not go on for ever.
GOVERNED = f"""
    WITH RECURSIVE part (id) AS (
        SELECT territory_id FROM {_STAFF} AS s WHERE person_id = $1
        UNION
        SELECT o.id FROM organisations o JOIN part ON o.parent_id = part.id WHERE o.type IN {KINDS}
    )
    SELECT id AS territory_id FROM part
    UNION ALL
    SELECT NULL FROM roles WHERE person_id = $1 AND role = 'operator' AND ended_at IS NULL
"""

_UP = """
    WITH RECURSIVE up (id, parent_id, depth) AS (
        SELECT id, parent_id, 0 FROM organisations WHERE id = {}
        UNION
        SELECT o.id, o.parent_id, up.depth + 1 FROM organisations o JOIN up ON o.id = up.parent_id WHERE up.depth < 20
    )
"""

GOVERNS = f"""
    {_UP.format("$2")}
    SELECT EXISTS (SELECT FROM up)
       AND (EXISTS (SELECT FROM roles WHERE person_id = $1 AND role = 'operator' AND ended_at IS NULL)
            OR EXISTS (SELECT FROM up JOIN {_STAFF} AS s ON s.territory_id = up.id WHERE s.person_id = $1))
"""

# Everybody who looks after a territory: operators, and the staff of it and of all above it.
GOVERNORS = f"""
    {_UP.format("$1")}
    SELECT s.person_id FROM up JOIN {_STAFF} AS s ON s.territory_id = up.id
    UNION
    SELECT person_id FROM roles WHERE role = 'operator' AND ended_at IS NULL
    ORDER BY 1
"""

PATH = f"""
    {_UP.format("$1")}
    SELECT o.id, o.type AS kind, o.name FROM up JOIN organisations o ON o.id = up.id
     WHERE o.type IN {KINDS} ORDER BY up.depth DESC
"""

# Several at once, for a list: the names above and of each, from the country down.
PATHS = f"""
    WITH RECURSIVE up (of, id, parent_id, depth) AS (
        SELECT id, id, parent_id, 0 FROM organisations WHERE id = ANY($1::bigint[])
        UNION
        SELECT up.of, o.id, o.parent_id, up.depth + 1
          FROM organisations o JOIN up ON o.id = up.parent_id WHERE up.depth < 20
    )
    SELECT up.of, array_agg(o.name ORDER BY up.depth DESC) AS names
      FROM up JOIN organisations o ON o.id = up.id WHERE o.type IN {KINDS} GROUP BY up.of
"""

_BRIEF = f"""
    SELECT o.id, o.type AS kind, o.name, o.parent_id, o.guide_url,
           EXISTS (SELECT FROM organisations c WHERE c.parent_id = o.id AND c.closed_at IS NULL AND c.type IN {KINDS})
               AS parted,
           translate(upper(o.name), 'Ё', 'Е') AS sort
      FROM organisations o
     WHERE o.closed_at IS NULL AND o.type IN {KINDS}
"""

ROOTS = f"{_BRIEF} AND o.parent_id IS NULL AND ({SORT}, o.id) > ($1::text, $2::bigint) ORDER BY {SORT}, o.id LIMIT $3"

CHILDREN = f"{_BRIEF} AND o.parent_id = $4 AND ({SORT}, o.id) > ($1::text, $2::bigint) ORDER BY {SORT}, o.id LIMIT $3"

MINE = f"""
    {_BRIEF} AND o.id IN (SELECT territory_id FROM {_STAFF} AS s WHERE person_id = $1)
    ORDER BY {SORT}, o.id LIMIT 100
"""

TERRITORY = f"{_BRIEF} AND o.id = $1"

TERRITORY_LOCKED = f"""
    SELECT id, type AS kind, name, parent_id, guide_url FROM organisations
     WHERE id = $1 AND closed_at IS NULL AND type IN {KINDS} FOR UPDATE
"""

_BELOW = f"""
    WITH RECURSIVE below (id) AS (
        SELECT $1::bigint
        UNION
        SELECT o.id FROM organisations o JOIN below ON o.parent_id = below.id
         WHERE o.closed_at IS NULL AND o.type IN {KINDS}
    )
"""

COUNTS = f"""
    {_BELOW}, here AS (
        SELECT o.id, o.type FROM organisations o JOIN below ON o.parent_id = below.id
         WHERE o.closed_at IS NULL AND o.type NOT IN {KINDS}
    )
    SELECT (SELECT count(*) - 1 FROM below) AS territories,
           count(*) FILTER (WHERE type = 'school') AS schools,
           count(*) FILTER (WHERE type = 'vocational') AS vocational,
           count(*) FILTER (WHERE type = 'additional') AS additional,
           coalesce((SELECT count(*) FROM roles r JOIN here ON here.id = r.organisation_id
                      WHERE r.role = 'pupil' AND r.ended_at IS NULL), 0) AS pupils,
           coalesce((SELECT count(*) FROM roles r JOIN here ON here.id = r.organisation_id
                      WHERE r.role = 'teacher' AND r.ended_at IS NULL), 0) AS teachers
      FROM here
"""

ORGANISATIONS_BELOW = f"""
    {_BELOW}
    SELECT o.id, o.type, o.name, o.short_name, o.parent_id, t.name AS territory, o.inn, o.settlement,
           o.closed_at IS NOT NULL AS closed,
           (SELECT count(*) FROM roles r WHERE r.organisation_id = o.id AND r.role = 'pupil' AND r.ended_at IS NULL)
               AS pupils,
           (SELECT count(*) FROM roles r WHERE r.organisation_id = o.id AND r.role = 'teacher' AND r.ended_at IS NULL)
               AS teachers,
           translate(upper(o.name), 'Ё', 'Е') AS sort
      FROM organisations o
      JOIN below ON o.parent_id = below.id
      JOIN organisations t ON t.id = o.parent_id
     WHERE o.type NOT IN {KINDS}
       AND ($2::text = '' OR position($2 IN translate(upper(o.name || ' ' || o.short_name), 'Ё', 'Е')) > 0 OR o.inn = $2)
       AND ({SORT}, o.id) > ($3::text, $4::bigint)
     ORDER BY {SORT}, o.id LIMIT $5
"""

# ── building ──

# Two operators at once must not make one region twice.
LOCK_TREE = "SELECT pg_advisory_xact_lock(hashtextextended('territories', 0))"

NAMESAKES = f"""
    SELECT id, name FROM organisations
     WHERE closed_at IS NULL AND type = $1 AND ($2::bigint IS NULL AND parent_id IS NULL OR parent_id = $2)
       AND type IN {KINDS}
"""

ADD_TERRITORY = """
    INSERT INTO organisations (type, name, parent_id, guide_url) VALUES ($1, $2, $3, $4) RETURNING id
"""

ADD_TERRITORIES = """
    INSERT INTO organisations (type, name, parent_id)
    SELECT $1, name, parent_id FROM unnest($2::text[], $3::bigint[]) AS n (name, parent_id)
    RETURNING id, name, parent_id
"""

CHANGE_TERRITORY = "UPDATE organisations SET name = $2, parent_id = $3, guide_url = $4 WHERE id = $1"

CLOSE_TERRITORY = "UPDATE organisations SET closed_at = $2 WHERE id = $1"

HAS_BELOW = "SELECT EXISTS (SELECT FROM organisations WHERE parent_id = $1 AND closed_at IS NULL)"

PLACE = f"""
    UPDATE organisations SET parent_id = $2 WHERE id = $1 AND type NOT IN {KINDS} AND parent_id IS DISTINCT FROM $2
    RETURNING id
"""

ORGANISATION = f"SELECT EXISTS (SELECT FROM organisations WHERE id = $1 AND type NOT IN {KINDS})"

# The regions of a country, or those that stand alone, with their municipalities.
TREE_OF = f"""
    SELECT r.id AS region_id, r.name AS region, d.id AS district_id, d.name AS district
      FROM organisations r
      LEFT JOIN organisations d ON d.parent_id = r.id AND d.type = 'district' AND d.closed_at IS NULL
     WHERE r.type = 'region' AND r.closed_at IS NULL AND r.type IN {KINDS}
       AND ($1::bigint IS NULL AND r.parent_id IS NULL OR r.parent_id = $1)
"""

# ── staff ──

STAFF = """
    SELECT s.person_id AS id, p.family_name, p.given_name, p.patronymic, p.claimed_at IS NOT NULL AS claimed, s.appointed_at
      FROM territory_staff s JOIN people p ON p.id = s.person_id
     WHERE s.territory_id = $1 AND s.ended_at IS NULL ORDER BY s.id LIMIT 100
"""

COUNT_STAFF = "SELECT count(*) FROM territory_staff WHERE territory_id = $1 AND ended_at IS NULL"

APPOINT = """
    INSERT INTO territory_staff (territory_id, person_id, appointed_by, appointed_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (person_id, territory_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id
"""

DISMISS = """
    UPDATE territory_staff SET ended_at = $3 WHERE territory_id = $1 AND person_id = $2 AND ended_at IS NULL RETURNING id
"""

DISMISS_ALL = """
    UPDATE territory_staff SET ended_at = $2 WHERE territory_id = $1 AND ended_at IS NULL RETURNING person_id
"""
