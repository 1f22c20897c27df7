"""SQL of cases as those who decide see them."""

# $1 who asks, $2 what they administer, $3 whether they are an operator. Nobody decides about themselves, and an
# administrator not about their own complaint.
VISIBLE = """
    c.accused_id IS DISTINCT FROM $1
    AND (c.organisation_ids && $2::bigint[]
         AND NOT EXISTS (SELECT FROM reports own WHERE own.case_id = c.id AND own.reporter_id = $1)
         OR $3 AND c.for_operators)
"""

ADMINISTERS = """
    EXISTS (SELECT FROM roles a WHERE a.person_id = {} AND a.role IN ('administrator', 'operator') AND a.ended_at IS NULL)
"""

COLUMNS = f"""
    c.id, c.target_kind, c.target_id, c.state, c.accused_id, c.conversation_id, c.organisation_ids, c.for_operators,
    c.opened_at, c.due_at, c.overdue_at, c.taken_by, c.outcome, c.decided_at, c.decided_by, c.reason, c.answer,
    c.erased_at IS NOT NULL AS erased, {ADMINISTERS.format("c.accused_id")} AS about_administrator, v.title AS chat_title, v.kind AS chat_kind
"""

_FROM = "FROM report_cases c LEFT JOIN conversations v ON v.id = c.conversation_id"

# The words complained of, in brief.
_EXCERPT = """
    coalesce((SELECT left(m ->> 'body', 200) FROM jsonb_array_elements(c.evidence -> 'messages') AS m
               WHERE (m ->> 'reported')::boolean LIMIT 1), '') AS excerpt
"""

_WITHIN = "AND ($4::bigint IS NULL OR c.organisation_ids @> ARRAY[$4])"

OPEN_CASES = f"""
    SELECT {COLUMNS}, {_EXCERPT} {_FROM}
     WHERE {VISIBLE} {_WITHIN} AND c.state = 'open' AND (NOT $5 OR c.taken_by = $1)
       AND (c.due_at, c.id) > ($6::timestamptz, $7::bigint)
     ORDER BY c.due_at, c.id LIMIT $8
"""

DECIDED_CASES = f"""
    SELECT {COLUMNS}, {_EXCERPT} {_FROM}
     WHERE {VISIBLE} {_WITHIN} AND c.state = 'decided' AND (c.decided_at, c.id) < ($5::timestamptz, $6::bigint)
     ORDER BY c.decided_at DESC, c.id DESC LIMIT $7
"""

COUNT_OPEN = f"""
    SELECT count(*) AS open, count(*) FILTER (WHERE c.overdue_at IS NOT NULL) AS overdue,
           count(*) FILTER (WHERE c.taken_by = $1) AS mine
      FROM report_cases c WHERE {VISIBLE} AND c.state = 'open'
"""

VISIBLE_CASE = f"SELECT {COLUMNS}, {_EXCERPT} {_FROM} WHERE {VISIBLE} AND c.id = $4"

VISIBLE_CASE_LOCKED = f"{VISIBLE_CASE} FOR UPDATE OF c"

EVIDENCE = "SELECT evidence::text FROM report_cases WHERE id = $1"

KINDS_OF = """
    SELECT case_id, kind, count(*) AS count FROM reports WHERE case_id = ANY($1::bigint[])
     GROUP BY case_id, kind ORDER BY case_id, count(*) DESC, kind
"""

# Those who complain, with what became of what they complained of before.
REPORTS_IN = """
    SELECT r.id, r.reporter_id, r.kind, r.words, r.created_at,
           (SELECT count(*) FROM reports e JOIN report_cases k ON k.id = e.case_id
             WHERE e.reporter_id = r.reporter_id AND e.id < r.id) AS earlier,
           (SELECT count(*) FROM reports e JOIN report_cases k ON k.id = e.case_id
             WHERE e.reporter_id = r.reporter_id AND e.id < r.id AND k.outcome = 'dismissed') AS dismissed
      FROM reports r WHERE r.case_id = $1 ORDER BY r.id LIMIT 100
"""

EARLIER_CASES = f"""
    SELECT {COLUMNS}, {_EXCERPT} {_FROM}
     WHERE {VISIBLE} AND c.accused_id = $4 AND c.id <> $5 ORDER BY c.id DESC LIMIT 20
"""

_MEASURE = f"""
    SELECT m.id, m.case_id, m.kind, m.person_id, m.conversation_id, m.message_id, m.organisation_ids, m.reason, m.until,
           m.taken_by, m.taken_at, m.lifted_by, m.lifted_at,
           {ADMINISTERS.format("m.person_id")} AS about_administrator
      FROM measures m
"""

MEASURES_IN = f"{_MEASURE} WHERE m.case_id = ANY($1::bigint[]) ORDER BY m.id DESC LIMIT 200"

MEASURE_OF_VISIBLE_CASE = f"""
    {_MEASURE} JOIN report_cases c ON c.id = m.case_id WHERE {VISIBLE} AND m.id = $4 FOR UPDATE OF m
"""

OTHER_MEASURES = f"""
    {_MEASURE} WHERE m.person_id = $1 AND m.kind = ANY($2::text[]) AND m.lifted_at IS NULL AND m.id <> $3
       AND coalesce(m.until > $4, true)
     ORDER BY m.id
"""

WIDE_BANS = f"""
    {_MEASURE} WHERE m.person_id = ANY($1::bigint[]) AND m.kind = 'wide_write_ban' AND m.lifted_at IS NULL
       AND coalesce(m.until > $2, true)
     ORDER BY m.id
"""

TAKE = "UPDATE report_cases SET taken_by = $2, taken_at = $3 WHERE id = $1"

GIVE_BACK = "UPDATE report_cases SET taken_by = NULL, taken_at = NULL WHERE id = $1"

MARK_OVERDUE = f"""
    UPDATE report_cases c SET overdue_at = $2, for_operators = true
     WHERE id = $1 AND state = 'open' AND overdue_at IS NULL
    RETURNING CASE WHEN {ADMINISTERS.format("c.accused_id")} THEN NULL ELSE organisation_ids[1] END AS organisation_id
"""

DECIDE = """
    UPDATE report_cases
       SET state = 'decided', outcome = $2, reason = $3, answer = $4, decided_by = $5, decided_at = $6
     WHERE id = $1
"""

REPORTERS = "SELECT id, reporter_id FROM reports WHERE case_id = $1 ORDER BY id"

ADD_MEASURE = """
    INSERT INTO measures (case_id, kind, person_id, conversation_id, message_id, organisation_ids, reason, until,
                          taken_by, taken_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id
"""

LIFT_MEASURE = "UPDATE measures SET lifted_by = $2, lifted_at = $3 WHERE id = $1"

ROLES_ELSEWHERE = """
    SELECT EXISTS (SELECT FROM current_roles
                    WHERE person_id = $1 AND (organisation_id IS NULL OR organisation_id <> ALL($2::bigint[])))
"""

ERASE_EVIDENCE = """
    WITH old AS (SELECT id, file_ids FROM report_cases WHERE id = $1 AND state = 'decided' AND erased_at IS NULL
                    FOR UPDATE)
    UPDATE report_cases c SET evidence = NULL, file_ids = '{}', erased_at = $2
      FROM old WHERE c.id = old.id
    RETURNING old.file_ids, c.target_kind, c.target_id
"""

ERASE_WORDS = "UPDATE reports SET words = '' WHERE case_id = $1"

KEPT_FILES = """
    SELECT DISTINCT f.id FROM report_cases c, unnest(c.file_ids) AS f (id)
     WHERE c.erased_at IS NULL AND c.file_ids && $1::bigint[] AND f.id = ANY($1::bigint[])
"""

SHOWS_FILE = f"""
    SELECT EXISTS (SELECT FROM report_cases c
                    WHERE {VISIBLE} AND c.erased_at IS NULL AND c.file_ids @> ARRAY[$4::bigint])
"""

_MOVED = "organisation_ids = array_append(array_remove(array_remove(organisation_ids, $1), $2), $2)"

MOVE_TO_ORGANISATION = (
    f"UPDATE report_cases SET {_MOVED} WHERE organisation_ids @> ARRAY[$1::bigint]",
    f"UPDATE measures SET {_MOVED} WHERE organisation_ids @> ARRAY[$1::bigint]",
    "UPDATE noted_messages SET organisation_id = $2 WHERE organisation_id = $1",
    # Where the same pupil's words wait at both, each alert stays where it is.
    """
    UPDATE crisis_alerts a SET organisation_id = $2
     WHERE organisation_id = $1 AND NOT EXISTS (
           SELECT FROM crisis_alerts b
            WHERE b.organisation_id = $2 AND b.author_id = a.author_id AND b.state <> 'closed')
    """,
)
