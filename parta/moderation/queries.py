"""SQL of complaining."""

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('reporting:' || $1::bigint, 0))"

# The moment of the oldest report that counts: a day after it there is room again.
REPORTED_BEFORE = """
    SELECT created_at FROM reports WHERE reporter_id = $1 AND created_at > $2
     ORDER BY created_at DESC OFFSET $3 LIMIT 1
"""

DOUBTFUL = """
    SELECT count(*) FILTER (WHERE c.outcome = 'dismissed') >= 5
           AND count(*) FILTER (WHERE c.outcome = 'dismissed') * 2 > count(*)
      FROM reports r JOIN report_cases c ON c.id = r.case_id
     WHERE r.reporter_id = $1 AND r.created_at > $2 AND c.state = 'decided'
"""

ORGANISATIONS_OF = """
    SELECT DISTINCT organisation_id FROM current_roles
     WHERE person_id = ANY($1::bigint[]) AND organisation_id IS NOT NULL ORDER BY 1
"""

# Whoever answers for a chat: the other one of two, or its first owner; nobody where the roster keeps it.
ANSWERABLE = """
    SELECT m.person_id FROM members m JOIN conversations c ON c.id = m.conversation_id
     WHERE c.id = $1 AND m.left_at IS NULL AND m.person_id <> $2 AND c.automatic IS NULL
       AND (c.kind = 'direct' OR m.role = 'owner')
     ORDER BY m.joined_at, m.person_id LIMIT 1
"""

# One case for a thing, however many complain of it at one moment; the first evidence stays.
OPEN_CASE = """
    INSERT INTO report_cases AS c (target_kind, target_id, conversation_id, accused_id, organisation_ids, opened_at,
                                   due_at, evidence, file_ids)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (target_kind, target_id) WHERE state = 'open'
    DO UPDATE SET organisation_ids = ARRAY(
        SELECT DISTINCT o FROM unnest(c.organisation_ids || excluded.organisation_ids) AS o ORDER BY o)
    RETURNING id, organisation_ids, due_at, xmax = 0 AS fresh
"""

ADD_REPORT = """
    INSERT INTO reports (case_id, reporter_id, kind, words, created_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (case_id, reporter_id) DO NOTHING
    RETURNING id
"""

# Whoever administers these organisations or what stands above them, but is neither accused nor complains.
MODERATORS = """
    WITH RECURSIVE above (id) AS (
        SELECT unnest(organisation_ids) FROM report_cases WHERE id = $1
        UNION
        SELECT o.parent_id FROM organisations o JOIN above a ON o.id = a.id WHERE o.parent_id IS NOT NULL
    )
    SELECT DISTINCT r.person_id FROM roles r, report_cases c
     WHERE c.id = $1 AND r.ended_at IS NULL AND r.person_id IS DISTINCT FROM c.accused_id
       AND (r.role = 'administrator' AND r.organisation_id IN (SELECT id FROM above)
            AND (r.limited_to IS NULL OR 'moderation' = ANY(r.limited_to))
            AND NOT EXISTS (SELECT FROM reports x WHERE x.case_id = c.id AND x.reporter_id = r.person_id)
            OR r.role = 'operator' AND c.for_operators)
     ORDER BY 1 LIMIT 500
"""

GIVE_TO_OPERATORS = "UPDATE report_cases SET for_operators = true WHERE id = $1 AND NOT for_operators"

REPORTS_OF = """
    SELECT r.id, c.target_kind, r.kind, r.words, r.created_at, c.state, c.outcome, c.answer, c.decided_at,
           c.accused_id, v.title AS chat_title
      FROM reports r JOIN report_cases c ON c.id = r.case_id
      LEFT JOIN conversations v ON v.id = c.conversation_id
     WHERE r.reporter_id = $1 AND r.id < $2
     ORDER BY r.id DESC LIMIT $3
"""

MEASURES_OF = """
    SELECT m.id, m.kind, m.reason, m.until, m.taken_at, m.lifted_at, v.title AS chat_title
      FROM measures m LEFT JOIN conversations v ON v.id = m.conversation_id
     WHERE m.person_id = $1 AND m.id < $2
     ORDER BY m.id DESC LIMIT $3
"""
