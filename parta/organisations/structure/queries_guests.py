"""SQL of communities of several organisations: who is invited, who has come, what ends."""

# ── the community's own organisation ──

# Territories that nobody works in have nobody to send. $3 is a whole ИНН or empty.
CANDIDATES = """
    SELECT o.id, o.name, o.short_name, o.settlement, o.inn, g.state
      FROM organisations o
      LEFT JOIN community_guests g ON g.class_id = $1 AND g.organisation_id = o.id
     WHERE o.closed_at IS NULL AND o.id <> $2 AND o.type NOT IN ('country', 'region')
       AND (o.type <> 'district'
            OR EXISTS (SELECT FROM roles w WHERE w.organisation_id = o.id AND w.ended_at IS NULL))
       AND ($3 <> '' AND o.inn = $3
            OR translate(lower(concat_ws(' ', o.name, o.short_name, o.settlement)), 'ё', 'е') LIKE ALL ($4::text[]))
     ORDER BY o.name COLLATE "C", o.id
     LIMIT 20
"""

# Held against being closed at the same moment.
INVITABLE = """
    SELECT id FROM organisations
     WHERE id = $1 AND id <> $2 AND closed_at IS NULL AND type NOT IN ('country', 'region') FOR SHARE
"""

COUNT_GUESTS = (
    "SELECT count(*) FROM community_guests WHERE class_id = $1 AND state IN ('waiting', 'accepted')"
)

# Whoever declined, or left, is invited anew; nothing comes back if the organisation is in it, or invited, already.
INVITE = """
    INSERT INTO community_guests AS g (class_id, organisation_id, state, invited_by, invited_at)
    VALUES ($1, $2, 'waiting', $3, $4)
        ON CONFLICT (class_id, organisation_id)
        DO UPDATE SET state = 'waiting', invited_by = $3, invited_at = $4, decided_by = NULL, decided_at = NULL
     WHERE g.state IN ('declined', 'left')
    RETURNING id
"""

GUESTS = """
    SELECT o.id, o.name, o.short_name, o.settlement, g.state, g.invited_at, g.decided_at, g.id AS place,
           (SELECT count(*) FROM enrollments e
             WHERE e.class_id = g.class_id AND e.guest_of = g.organisation_id AND e.ended_at IS NULL) AS people
      FROM community_guests g JOIN organisations o ON o.id = g.organisation_id
     WHERE g.class_id = $1 AND ($2::bigint IS NULL OR g.organisation_id = $2) AND g.id > $3
     ORDER BY g.id
     LIMIT $4
"""

# ── the guests ──

_PART = """
    SELECT g.class_id, g.organisation_id, g.state, c.organisation_id AS host_id, c.title, g.invited_at, g.id AS place,
           h.name AS host_name, h.short_name AS host_short_name, o.name AS guest_name,
           (SELECT count(*) FROM enrollments e
             WHERE e.class_id = g.class_id AND e.guest_of = g.organisation_id AND e.ended_at IS NULL) AS people
      FROM community_guests g
      JOIN classes c ON c.id = g.class_id AND c.closed_at IS NULL
      JOIN organisations h ON h.id = c.organisation_id AND h.closed_at IS NULL
      JOIN organisations o ON o.id = g.organisation_id AND o.closed_at IS NULL
     WHERE g.organisation_id = $1 AND g.state IN ('waiting', 'accepted')
"""

PARTS = f"{_PART} AND g.id < $2 ORDER BY g.id DESC LIMIT $3"

PART = f"{_PART} AND g.class_id = $2"

PART_LOCKED = f"{PART} FOR UPDATE OF g"

DECIDE = """
    UPDATE community_guests SET state = $3, decided_by = $4, decided_at = $5
     WHERE class_id = $1 AND organisation_id = $2
"""

OWN_PEOPLE = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic, p.claimed_at IS NOT NULL AS claimed,
           e.role, false AS class_teacher, false AS of_roster,
           EXISTS (SELECT FROM current_roles r WHERE r.person_id = p.id AND r.role = 'teacher'
                      AND r.confirmed_at IS NOT NULL) AS confirmed_teacher,
           NULL AS guest_of, p.search_name, 0 AS rank
      FROM enrollments e JOIN people p ON p.id = e.person_id AND p.erased_at IS NULL
     WHERE e.class_id = $1 AND e.guest_of = $2 AND e.ended_at IS NULL
       AND (p.search_name, p.id) > ($3::text COLLATE "C", $4::bigint)
     ORDER BY p.search_name, p.id
     LIMIT $5
"""

COUNT_OWN_PEOPLE = """
    SELECT count(*) FROM enrollments WHERE class_id = $1 AND guest_of = $2 AND ended_at IS NULL
"""

# Somebody may be in it by working in its own organisation, too, or as another one's guest.
IN_ALREADY = """
    SELECT person_id FROM enrollments WHERE class_id = $1 AND person_id = ANY($2::bigint[]) AND ended_at IS NULL
"""

END_PLACES = """
    UPDATE enrollments SET ended_at = $3
     WHERE class_id = $1 AND guest_of = $2 AND ended_at IS NULL RETURNING person_id
"""

# ── organisations that end ──

# However one of them was closed: by hand, or by a roster.
END_PARTS_OF_CLOSED = """
    UPDATE community_guests g SET state = 'left', decided_at = $2
      FROM classes c, organisations h, organisations o
     WHERE c.id = g.class_id AND h.id = c.organisation_id AND o.id = g.organisation_id
       AND g.state IN ('waiting', 'accepted')
       AND (c.organisation_id = ANY($1::bigint[]) OR g.organisation_id = ANY($1::bigint[]))
       AND (c.closed_at IS NOT NULL OR h.closed_at IS NOT NULL OR o.closed_at IS NOT NULL)
    RETURNING g.class_id, g.organisation_id, c.organisation_id AS host_id
"""

# $1 is joined to $2, the classes of $1 have moved already. What both take part in, they take part in as one.
ENRICH_PARTS = """
    UPDATE community_guests b SET state = a.state, decided_by = a.decided_by, decided_at = a.decided_at
      FROM community_guests a
     WHERE a.organisation_id = $1 AND b.organisation_id = $2 AND b.class_id = a.class_id
       AND (a.state = 'accepted' AND b.state <> 'accepted' OR a.state = 'waiting' AND b.state IN ('declined', 'left'))
"""

MOVE_PARTS = """
    UPDATE community_guests a SET organisation_id = $2
     WHERE a.organisation_id = $1
       AND NOT EXISTS (SELECT FROM community_guests b WHERE b.class_id = a.class_id AND b.organisation_id = $2)
"""

MOVE_GUESTS = "UPDATE enrollments SET guest_of = $2 WHERE guest_of = $1 AND ended_at IS NULL"

# Nobody is a guest at home, and what was doubled is one.
END_DOUBLED_PARTS = """
    UPDATE community_guests g SET state = 'left', decided_at = $3
      FROM classes c
     WHERE c.id = g.class_id AND g.state IN ('waiting', 'accepted')
       AND (g.organisation_id = $1 OR g.organisation_id = $2 AND c.organisation_id = $2)
"""

BE_AT_HOME = """
    UPDATE enrollments e SET guest_of = NULL
      FROM classes c WHERE c.id = e.class_id AND c.organisation_id = $1 AND e.guest_of = $1 AND e.ended_at IS NULL
"""
