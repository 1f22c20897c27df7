"""SQL of counting cases; $1 … $4 as in the list of cases, $5 and $6 the period in which they were opened."""

from parta.moderation.queries_cases import VISIBLE

_CASES = f"""
    WITH cases AS (
        SELECT c.* FROM report_cases c
         WHERE {VISIBLE} AND ($4::bigint IS NULL OR c.organisation_ids @> ARRAY[$4])
           AND c.opened_at >= $5 AND c.opened_at < $6
    )
"""

TOTALS = f"""{_CASES}
    SELECT count(*) AS cases, count(*) FILTER (WHERE state = 'open') AS open,
           count(*) FILTER (WHERE overdue_at IS NOT NULL) AS overdue,
           count(*) FILTER (WHERE outcome = 'dismissed') AS dismissed,
           count(*) FILTER (WHERE outcome = 'acted') AS acted,
           (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - opened_at)))::bigint
               AS median_seconds,
           max(extract(epoch FROM decided_at - opened_at))::bigint AS longest_seconds
      FROM cases
"""

BY_KIND = f"""{_CASES}
    SELECT r.kind, count(*) AS reports, count(DISTINCT k.id) AS cases,
           count(DISTINCT k.id) FILTER (WHERE k.outcome = 'acted') AS acted,
           count(DISTINCT k.id) FILTER (WHERE k.outcome = 'dismissed') AS dismissed
      FROM cases k JOIN reports r ON r.case_id = k.id
     GROUP BY r.kind ORDER BY count(*) DESC, r.kind
"""

BY_MEASURE = f"""{_CASES}
    SELECT m.kind, count(*) AS taken, count(m.lifted_at) AS lifted
      FROM cases k JOIN measures m ON m.case_id = k.id
     GROUP BY m.kind ORDER BY count(*) DESC, m.kind
"""
