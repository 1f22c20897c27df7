"""SQL of the chats that the roster makes: what should be, compared with what is, a set at a time.

$1 is always the organisations concerned.
"""

# Who should be in which chat. `rank` orders those who may own it: 0 is the natural owner, NULL never owns.
# A teacher of the class is in no parents-only chat, even as somebody's parent.
WANTED = """
    wanted AS (
        SELECT 'teachers' AS automatic, r.organisation_id, 0::bigint AS class_id, r.person_id,
               min(CASE WHEN r.role = 'administrator' THEN 0 WHEN r.position ILIKE 'директор%' THEN 1 ELSE 2 END)
                   AS rank
          FROM current_roles r
         WHERE r.organisation_id = ANY($1::bigint[]) AND r.role IN ('teacher', 'administrator')
         GROUP BY r.organisation_id, r.person_id
        UNION ALL
        SELECT CASE e.kind WHEN 'homeroom' THEN 'class' ELSE 'subject' END, e.organisation_id, e.class_id, e.person_id,
               min(CASE WHEN e.role <> 'teacher' THEN NULL WHEN e.class_teacher THEN 0 ELSE 1 END)
          FROM current_enrollments e
         WHERE e.organisation_id = ANY($1::bigint[])
           AND (e.kind <> 'homeroom' OR e.role = 'pupil' OR e.class_teacher
                OR NOT EXISTS (SELECT FROM current_enrollments t WHERE t.class_id = e.class_id AND t.class_teacher))
         GROUP BY e.kind, e.organisation_id, e.class_id, e.person_id
        UNION ALL
        SELECT 'class_parents', p.organisation_id, p.class_id, p.person_id, min(p.rank)
          FROM (SELECT e.organisation_id, e.class_id, g.guardian_id AS person_id, NULL::int AS rank
                  FROM current_enrollments e JOIN current_guardianships g ON g.child_id = e.person_id
                 WHERE e.organisation_id = ANY($1::bigint[]) AND e.kind = 'homeroom' AND e.role = 'pupil'
                UNION ALL
                SELECT e.organisation_id, e.class_id, e.person_id, 0
                  FROM current_enrollments e
                 WHERE e.organisation_id = ANY($1::bigint[]) AND e.kind = 'homeroom' AND e.class_teacher) p
         GROUP BY p.organisation_id, p.class_id, p.person_id
        UNION ALL
        SELECT DISTINCT 'parents_only', e.organisation_id, e.class_id, g.guardian_id, 0
          FROM current_enrollments e JOIN current_guardianships g ON g.child_id = e.person_id
         WHERE e.organisation_id = ANY($1::bigint[]) AND e.kind = 'homeroom' AND e.role = 'pupil'
           AND NOT EXISTS (SELECT FROM current_enrollments t
                            WHERE t.class_id = e.class_id AND t.person_id = g.guardian_id AND t.role = 'teacher')
    )
"""

# A chat needs somebody who may own it: where no teacher is named, the school's administrators step in.
STEPPING_IN = """
    owned AS (
        SELECT automatic, organisation_id, class_id FROM wanted
         GROUP BY 1, 2, 3 HAVING min(rank) IS NOT NULL
    ), complete AS (
        -- An administrator may be in already, as a parent: one row for each person.
        SELECT automatic, organisation_id, class_id, person_id, min(rank) AS rank
          FROM (SELECT * FROM wanted
                UNION ALL
                SELECT w.automatic, w.organisation_id, w.class_id, r.person_id, 3
                  FROM (SELECT DISTINCT automatic, organisation_id, class_id FROM wanted
                        EXCEPT SELECT * FROM owned) w
                  JOIN current_roles r ON r.organisation_id = w.organisation_id AND r.role = 'administrator') both_ways
         GROUP BY 1, 2, 3, 4
    )
"""

# Taken first and in the order of ids, as sending takes them: whoever talks meanwhile waits instead of deadlocking.
LOCK_CHATS = """
    SELECT id FROM conversations
     WHERE organisation_id = ANY($1::bigint[]) AND kind = 'group' ORDER BY id FOR NO KEY UPDATE
"""

CLOSED_AMONG = (
    "SELECT id FROM organisations WHERE id = ANY($1::bigint[]) AND closed_at IS NOT NULL ORDER BY id"
)

# A closed organisation's chats keep their people, so that nobody loses what was said to them; the moment is that of
# the closing, by which opening it again finds them.
CLOSE_ALL = """
    UPDATE conversations c SET closed_at = o.closed_at
      FROM organisations o
     WHERE c.organisation_id = ANY($1::bigint[]) AND o.id = c.organisation_id AND o.closed_at IS NOT NULL
       AND c.closed_at IS NULL AND c.kind = 'group'
    RETURNING c.id, c.title
"""

OPEN_AGAIN = """
    UPDATE conversations SET closed_at = NULL
     WHERE organisation_id = $1 AND closed_at = $2 AND kind = 'group'
    RETURNING id, title
"""

COUNT_OPEN = (
    "SELECT count(*) FROM conversations WHERE organisation_id = $1 AND kind = 'group' AND closed_at IS NULL"
)

# The staff chat of an organisation that was joined to another becomes an ordinary group of its own people: the
# other one has a staff chat already, which takes them in.
RELEASE_STAFF_CHATS = """
    UPDATE conversations c SET automatic = NULL, title = left(c.title || ' — ' || coalesce(nullif(o.short_name, ''), o.name), 100)
      FROM organisations o
     WHERE o.id = c.organisation_id AND c.organisation_id = $1 AND c.automatic IS NOT NULL AND c.class_id IS NULL
    RETURNING c.id, c.title
"""

KEEP_MEMBERS = (
    "UPDATE members SET source = 'manual' WHERE conversation_id = ANY($1::bigint[]) AND source = 'automatic'"
)

MOVE_CHATS = "UPDATE conversations SET organisation_id = $2 WHERE organisation_id = $1"

MAKE_CHATS = f"""
    WITH {WANTED}, {STEPPING_IN}
    INSERT INTO conversations AS c (kind, title, organisation_id, automatic, class_id, parents_only)
    SELECT 'group', left(CASE k.automatic
               WHEN 'teachers' THEN 'Учительская'
               -- «7 «Б» класс», but not «Homeroom 7 класс».
               WHEN 'class' THEN CASE WHEN cl.title ~ '^[0-9]' AND cl.title !~* 'класс' THEN cl.title || ' класс'
                                      ELSE cl.title END
               WHEN 'class_parents' THEN 'Родители ' || cl.title || ' и классный руководитель'
               WHEN 'parents_only' THEN 'Родители ' || cl.title
               ELSE CASE WHEN cl.kind = 'club' AND cl.title !~* 'кружок' THEN 'Кружок «' || cl.title || '»'
                         WHEN cl.kind = 'section' AND cl.title !~* 'секция' THEN 'Секция «' || cl.title || '»'
                         ELSE cl.title END END, 100),
           k.organisation_id, k.automatic, nullif(k.class_id, 0), k.automatic = 'parents_only'
      FROM (SELECT automatic, organisation_id, class_id FROM complete
             GROUP BY 1, 2, 3 HAVING min(rank) IS NOT NULL) k
      LEFT JOIN classes cl ON cl.id = k.class_id
     ORDER BY k.automatic, k.organisation_id, k.class_id
        ON CONFLICT (automatic, organisation_id, coalesce(class_id, 0)) WHERE automatic IS NOT NULL
        DO UPDATE SET title = excluded.title, closed_at = NULL
         WHERE c.title <> excluded.title OR c.closed_at IS NOT NULL
    RETURNING id, title, xmax = 0 AS made
"""

# Whoever was added by hand before the roster wanted them is the roster's from now on.
ADOPT_WANTED = f"""
    WITH {WANTED}, {STEPPING_IN}
    UPDATE members m SET source = 'automatic'
      FROM complete w
      JOIN conversations c ON c.automatic = w.automatic AND c.organisation_id = w.organisation_id
                          AND coalesce(c.class_id, 0) = w.class_id
     WHERE m.conversation_id = c.id AND m.person_id = w.person_id AND m.source = 'manual' AND m.left_at IS NULL
"""

JOIN_WANTED = f"""
    WITH {WANTED}, {STEPPING_IN}, joined AS (
        INSERT INTO members AS m (conversation_id, person_id, role, source, read_number)
        SELECT c.id, w.person_id, 'member', 'automatic', c.last_number
          FROM complete w
          JOIN conversations c ON c.automatic = w.automatic AND c.organisation_id = w.organisation_id
                              AND coalesce(c.class_id, 0) = w.class_id
         ORDER BY c.id, w.person_id
            ON CONFLICT (conversation_id, person_id)
            DO UPDATE SET left_at = NULL, source = 'automatic', joined_at = now(), role = 'member'
             WHERE m.left_at IS NOT NULL
        RETURNING conversation_id, person_id
    )
    SELECT j.conversation_id, j.person_id, p.claimed_at IS NOT NULL AS claimed
      FROM joined j JOIN people p ON p.id = j.person_id
     ORDER BY j.conversation_id, j.person_id
"""

# Who no longer belongs: the roster put them in and would not do so today, or they left the organisation
# altogether, which ends hand-made groups of the organisation for them, too. A closed class keeps its
# people, so that a year's talk can still be read.
LEAVING = f"""
    WITH {WANTED}, {STEPPING_IN}, present AS (
        SELECT m.conversation_id, m.person_id, m.source, c.automatic, c.organisation_id,
               coalesce(c.class_id, 0) AS class_id
          FROM conversations c
          JOIN members m ON m.conversation_id = c.id AND m.left_at IS NULL
         WHERE c.organisation_id = ANY($1::bigint[]) AND c.kind = 'group'
    ), going AS (
        SELECT p.conversation_id, p.person_id
          FROM present p
          LEFT JOIN classes cl ON cl.id = p.class_id
          LEFT JOIN complete w ON w.automatic = p.automatic AND w.organisation_id = p.organisation_id
                              AND w.class_id = p.class_id AND w.person_id = p.person_id
         WHERE p.automatic IS NOT NULL AND p.source = 'automatic' AND cl.closed_at IS NULL AND w.person_id IS NULL
         UNION
        SELECT p.conversation_id, p.person_id
          FROM present p
          JOIN (SELECT person_id, organisation_id FROM roles WHERE organisation_id = ANY($1::bigint[])
                EXCEPT
                SELECT person_id, organisation_id FROM current_roles WHERE organisation_id = ANY($1::bigint[])) gone
            ON gone.person_id = p.person_id AND gone.organisation_id = p.organisation_id
         -- A guest of a community may have worked here once.
         WHERE NOT EXISTS (SELECT FROM current_enrollments e
                            WHERE e.class_id = p.class_id AND e.person_id = p.person_id AND e.guest_of IS NOT NULL)
    ), gone AS (
        UPDATE members m SET left_at = now() FROM going g
         WHERE m.conversation_id = g.conversation_id AND m.person_id = g.person_id
        RETURNING m.conversation_id, m.person_id
    )
    SELECT g.conversation_id, g.person_id, p.claimed_at IS NOT NULL AS claimed
      FROM gone g JOIN people p ON p.id = g.person_id
     ORDER BY g.conversation_id, g.person_id
"""

# The best-ranked own the chat. Parents own their own chat by whoever came first; nobody is demoted there.
OWNERS = f"""
    WITH {WANTED}, {STEPPING_IN}, best AS (
        SELECT automatic, organisation_id, class_id, min(rank) AS rank FROM complete GROUP BY 1, 2, 3
    ), due AS (
        SELECT c.id AS conversation_id, w.person_id,
               CASE WHEN w.rank = b.rank THEN 'owner' ELSE 'member' END AS role
          FROM complete w
          JOIN best b ON b.automatic = w.automatic AND b.organisation_id = w.organisation_id
                     AND b.class_id = w.class_id
          JOIN conversations c ON c.automatic = w.automatic AND c.organisation_id = w.organisation_id
                              AND coalesce(c.class_id, 0) = w.class_id
         WHERE w.automatic <> 'parents_only'
    )
    UPDATE members m SET role = due.role
      FROM due
     WHERE m.conversation_id = due.conversation_id AND m.person_id = due.person_id AND m.left_at IS NULL
       AND m.source = 'automatic'
       AND (due.role = 'owner' AND m.role <> 'owner' OR due.role = 'member' AND m.role = 'owner')
    RETURNING m.conversation_id, m.person_id, m.role
"""

OWNERLESS = """
    SELECT c.id FROM conversations c
     WHERE c.organisation_id = ANY($1::bigint[]) AND c.kind = 'group' AND c.closed_at IS NULL
       AND NOT EXISTS (SELECT FROM members m
                        WHERE m.conversation_id = c.id AND m.role = 'owner' AND m.left_at IS NULL)
"""

CLOSE_EMPTY = """
    UPDATE conversations c SET closed_at = $2
     WHERE c.organisation_id = ANY($1::bigint[]) AND c.automatic IS NOT NULL AND c.closed_at IS NULL
       AND (EXISTS (SELECT FROM classes cl WHERE cl.id = c.class_id AND cl.closed_at IS NOT NULL)
            OR NOT EXISTS (SELECT FROM members m WHERE m.conversation_id = c.id AND m.left_at IS NULL))
    RETURNING id, title
"""

CHATS_OF_CLASSES = """
    SELECT DISTINCT ON (c.id) c.id, c.title, m.person_id AS owner_id
      FROM conversations c
      JOIN members m ON m.conversation_id = c.id AND m.role = 'owner' AND m.left_at IS NULL
     WHERE c.class_id = ANY($1::bigint[]) AND c.automatic IN ('class', 'class_parents', 'parents_only')
       AND c.closed_at IS NULL
     ORDER BY c.id, m.person_id
"""
