"""SQL of photographs."""

# What a person is to each organisation, and what that has decided; what it has not decided waits for approval.
RULES = """
    SELECT coalesce(CASE WHEN r.role <> 'pupil' THEN p.adults
                         WHEN EXISTS (SELECT FROM current_enrollments e
                                       WHERE e.person_id = $1 AND e.role = 'pupil' AND e.kind = 'homeroom'
                                         AND e.organisation_id = r.organisation_id
                                         AND substring(e.grade FROM '[0-9]{1,4}')::int BETWEEN 1 AND 4)
                         THEN p.juniors ELSE p.pupils END, 'approval')
      FROM current_roles r LEFT JOIN portrait_policies p ON p.organisation_id = r.organisation_id
     WHERE r.person_id = $1 AND r.organisation_id IS NOT NULL
"""

POLICY = "SELECT adults, pupils, juniors FROM portrait_policies WHERE organisation_id = $1"

SET_POLICY = """
    INSERT INTO portrait_policies (organisation_id, adults, pupils, juniors) VALUES ($1, $2, $3, $4)
    ON CONFLICT (organisation_id) DO UPDATE
       SET adults = excluded.adults, pupils = excluded.pupils, juniors = excluded.juniors
"""

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('portrait:' || $1::bigint, 0))"

OWN = "SELECT id, state, blob_key, reason FROM portraits WHERE person_id = $1"

ADD = """
    INSERT INTO portraits (person_id, state, blob_key, created_at) VALUES ($1, $2, $3, $4) RETURNING id
"""

FORGET = "DELETE FROM portraits WHERE person_id = $1 AND state = ANY($2::text[]) RETURNING blob_key"

FIND = "SELECT id, person_id, state, blob_key FROM portraits WHERE id = $1 AND person_id = $2"

# Who administers an organisation decides about its people.
WAITING = """
    SELECT p.id, p.person_id, p.created_at FROM portraits p
     WHERE p.state = 'waiting' AND p.id > $2
       AND EXISTS (SELECT FROM current_roles r WHERE r.person_id = p.person_id AND r.organisation_id = $1)
     ORDER BY p.id LIMIT $3
"""

WAITING_ONE = """
    SELECT p.id, p.person_id, p.state, p.blob_key FROM portraits p
     WHERE p.state = 'waiting' AND p.id = $2
       AND EXISTS (SELECT FROM current_roles r WHERE r.person_id = p.person_id AND r.organisation_id = $1)
       FOR NO KEY UPDATE OF p
"""

SHOW = "UPDATE portraits SET state = 'shown', decided_by = $2 WHERE id = $1"

REFUSE = "UPDATE portraits SET state = 'refused', decided_by = $2, reason = $3 WHERE id = $1"

BELONGS_HERE = "SELECT EXISTS (SELECT FROM current_roles WHERE person_id = $2 AND organisation_id = $1)"

IS_ADMINISTERED = """
    SELECT EXISTS (SELECT FROM current_roles r WHERE r.person_id = $1
                      AND ($2::bigint[] IS NULL OR r.organisation_id = ANY($2::bigint[])))
"""
