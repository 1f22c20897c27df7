"""SQL of chats that follow the contact rules."""

# Chats of two: direct ones, and groups in which two are left of whom one is a pupil.
PAIRS = """
    SELECT c.id, c.kind, c.title, c.pair_low AS low, c.pair_high AS high,
           c.closed_at IS NOT NULL AS closed, c.held_by_rules
      FROM conversations c
      JOIN members me ON me.conversation_id = c.id AND me.person_id = ANY($1::bigint[])
     WHERE c.kind = 'direct'
     UNION
    SELECT c.id, c.kind, c.title, min(m.person_id), max(m.person_id), c.closed_at IS NOT NULL, c.held_by_rules
      FROM conversations c
      JOIN members m ON m.conversation_id = c.id AND m.left_at IS NULL
     WHERE c.kind = 'group' AND c.automatic IS NULL AND c.members_count = 2
       AND c.id IN (SELECT conversation_id FROM members WHERE person_id = ANY($1::bigint[]) AND left_at IS NULL)
       AND NOT EXISTS (SELECT FROM accompanied_chats a WHERE a.conversation_id = c.id)
       AND EXISTS (SELECT FROM members p
                     JOIN current_roles r ON r.person_id = p.person_id AND r.role = 'pupil'
                    WHERE p.conversation_id = c.id AND p.left_at IS NULL)
     GROUP BY c.id
     ORDER BY id
"""

# A child's class joins the parents to its teachers and to each other.
GUARDIANS_OF = "SELECT guardian_id FROM current_guardianships WHERE child_id = ANY($1::bigint[])"

# Groups that somebody came into or left: who is there, and whose group it is.
HAND_MADE = """
    SELECT c.id, c.title, coalesce(c.created_by, 0) AS maker, c.members_count,
           c.closed_at IS NOT NULL AS closed, c.held_by_rules,
           array(SELECT m.person_id FROM members m WHERE m.conversation_id = c.id AND m.left_at IS NULL LIMIT 200) AS people
      FROM conversations c
     WHERE c.id = ANY($1::bigint[]) AND c.kind = 'group' AND c.automatic IS NULL
       AND NOT EXISTS (SELECT FROM accompanied_chats a WHERE a.conversation_id = c.id)
     ORDER BY c.id
"""

HAS_PUPIL = "SELECT EXISTS (SELECT FROM current_roles WHERE person_id = ANY($1::bigint[]) AND role = 'pupil')"

HOLD = """
    UPDATE conversations SET closed_at = $2, held_by_rules = true WHERE id = ANY($1::bigint[]) AND closed_at IS NULL
"""

RELEASE = """
    UPDATE conversations SET closed_at = NULL, held_by_rules = false WHERE id = ANY($1::bigint[])
"""

ACCOMPANIED = """
    SELECT a.conversation_id AS id, c.title, a.teacher_id, a.pupil_id, c.closed_at IS NOT NULL AS closed,
           c.held_by_rules
      FROM accompanied_chats a JOIN conversations c ON c.id = a.conversation_id
     WHERE a.teacher_id = ANY($1::bigint[]) OR a.pupil_id = ANY($1::bigint[])
        OR a.conversation_id IN (SELECT conversation_id FROM members
                                  WHERE person_id = ANY($1::bigint[]) AND left_at IS NULL AND source = 'automatic')
     ORDER BY a.conversation_id
"""

FIND_ACCOMPANIED = "SELECT conversation_id FROM accompanied_chats WHERE teacher_id = $1 AND pupil_id = $2"

ADD_ACCOMPANIED = """
    INSERT INTO accompanied_chats (conversation_id, teacher_id, pupil_id) VALUES ($1, $2, $3)
"""

IS_ACCOMPANIED = "SELECT EXISTS (SELECT FROM accompanied_chats WHERE conversation_id = $1)"

# Of the two the pupil is who works nowhere.
PUPIL_OF = """
    SELECT r.person_id FROM current_roles r
     WHERE r.person_id = ANY($1::bigint[]) AND r.role = 'pupil'
     ORDER BY EXISTS (SELECT FROM current_roles s WHERE s.person_id = r.person_id AND s.role IN ('teacher', 'administrator')),
              r.person_id
     LIMIT 1
"""

# Who may be the second grown-up for pupil $1 beside teacher $2: the guardians; where none of them uses Parta, a
# class teacher, and then an administrator of the pupil's school.
ADULTS = """
    WITH able AS (
        SELECT g.guardian_id AS person_id, 0 AS rank FROM current_guardianships g WHERE g.child_id = $1
        UNION ALL
        SELECT t.teacher_id, 1 FROM teaching t WHERE t.pupil_id = $1 AND t.class_teacher
        UNION ALL
        SELECT a.person_id, 2 FROM current_roles r
          JOIN current_roles a ON a.organisation_id = r.organisation_id AND a.role = 'administrator'
         WHERE r.person_id = $1 AND r.role = 'pupil'
    ), present AS (
        SELECT a.person_id, min(a.rank) AS rank FROM able a
          JOIN people p ON p.id = a.person_id AND p.claimed_at IS NOT NULL AND p.erased_at IS NULL
         WHERE a.person_id NOT IN ($1, $2)
         GROUP BY a.person_id
    )
    SELECT person_id FROM (
        SELECT person_id, rank, row_number() OVER (ORDER BY person_id) AS place FROM present
         WHERE rank = (SELECT min(rank) FROM present)) chosen
     WHERE rank = 0 OR place = 1
     ORDER BY person_id LIMIT 10
"""

PUT_THERE = """
    SELECT person_id FROM members
     WHERE conversation_id = $1 AND source = 'automatic' AND left_at IS NULL ORDER BY person_id
"""

STAYS_BY_RULES = """
    SELECT EXISTS (SELECT FROM members m JOIN accompanied_chats a ON a.conversation_id = m.conversation_id
                    WHERE m.conversation_id = $1 AND m.person_id = $2 AND m.source = 'automatic' AND m.left_at IS NULL)
"""

ADOPT = "UPDATE members SET source = $3 WHERE conversation_id = $1 AND person_id = ANY($2::bigint[]) AND source <> $3"

NAMES = """
    SELECT string_agg(family_name || ' ' || given_name, ', ' ORDER BY id = $2 DESC) FROM people WHERE id IN ($1, $2)
"""
