"""SQL of consents of guardians, withdrawals and the register."""

IS_GUARDIAN = (
    "SELECT EXISTS (SELECT FROM current_guardianships g WHERE g.guardian_id = $1 AND g.child_id = $2)"
)

CHILD = """
    SELECT id, family_name, given_name, patronymic FROM people WHERE id = $1 AND erased_at IS NULL
"""

GUARDIAN_CONSENTS = """
    SELECT g.document, g.version, g.given_at, g.way, g.signed_on,
           coalesce(concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')), '') AS by_person,
           g.guardian_name, coalesce(g.guardian_id = $2, false) AS mine
      FROM guardian_consents g LEFT JOIN people p ON p.id = g.guardian_id
     WHERE g.child_id = $1 AND g.withdrawn_at IS NULL
     ORDER BY g.id DESC LIMIT 100
"""

GIVE_FOR_CHILD = """
    INSERT INTO guardian_consents (child_id, guardian_id, document, version, way, given_at)
    VALUES ($1, $2, $3, $4, 'here', $5)
    ON CONFLICT (child_id, coalesce(guardian_id, 0), guardian_name, document, version) WHERE withdrawn_at IS NULL
    DO NOTHING
"""

NOTE_PAPER = """
    INSERT INTO guardian_consents (child_id, guardian_name, document, version, way, signed_on, noted_by, given_at)
    VALUES ($1, $2, $3, $4, 'paper', $5, $6, $7)
    ON CONFLICT (child_id, coalesce(guardian_id, 0), guardian_name, document, version) WHERE withdrawn_at IS NULL
    DO NOTHING
"""

WITHDRAW_FOR_CHILD = """
    UPDATE guardian_consents SET withdrawn_at = $3
     WHERE child_id = $1 AND guardian_id = $2 AND withdrawn_at IS NULL
"""

END_FOR_ERASED = """
    UPDATE guardian_consents SET withdrawn_at = $2
     WHERE (child_id = $1 OR guardian_id = $1) AND withdrawn_at IS NULL
"""

FORGET_NAMES_ON_PAPER = (
    "UPDATE guardian_consents SET guardian_name = '—' WHERE child_id = $1 AND way = 'paper'"
)

# A guardian's paper is taken back by a guardian's paper; what was agreed to here its giver takes back here.
END_ON_PAPER = """
    UPDATE guardian_consents SET withdrawn_at = $2 WHERE child_id = $1 AND way = 'paper' AND withdrawn_at IS NULL
"""

KEEP_PAPER = """
    INSERT INTO consent_papers (organisation_id, person_id, what, document, signed_by, signed_on, remark, noted_by, noted_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""

FORGET_WORDS_ON_PAPERS = "UPDATE consent_papers SET signed_by = '—', remark = '' WHERE person_id = $1"

# NULL: nobody of this organisation.
IS_PUPIL_HERE = """
    SELECT bool_or(role = 'pupil') FROM current_roles WHERE person_id = $1 AND organisation_id = $2
"""

# ── withdrawal ────────────────────────────────────────────────────────────

LOCK_PERSON = "SELECT id FROM people WHERE id = $1 AND erased_at IS NULL FOR NO KEY UPDATE"

IS_LAST_OPERATOR = """
    SELECT count(*) FILTER (WHERE person_id = $1) > 0 AND count(*) FILTER (WHERE person_id <> $1) = 0
      FROM current_roles WHERE role = 'operator'
"""

ADD_WITHDRAWAL = """
    INSERT INTO withdrawals (person_id, asked_by, asked_at, erase_at, on_paper_of) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (person_id) WHERE taken_back_at IS NULL AND erased_at IS NULL DO NOTHING
    RETURNING id
"""

WITHDRAWAL_OF = """
    SELECT w.id, w.asked_by, w.asked_at, w.erase_at, w.on_paper_of IS NOT NULL AS on_paper,
           coalesce(w.on_paper_of = 'guardian', w.asked_by <> w.person_id) AS by_guardian
      FROM withdrawals w WHERE w.person_id = $1 AND w.taken_back_at IS NULL AND w.erased_at IS NULL
"""

TAKE_BACK = """
    UPDATE withdrawals SET taken_back_at = $2, taken_back_by = $3
     WHERE person_id = $1 AND taken_back_at IS NULL AND erased_at IS NULL
"""

DUE_WITHDRAWAL = """
    SELECT person_id FROM withdrawals
     WHERE id = $1 AND erase_at <= $2 AND taken_back_at IS NULL AND erased_at IS NULL FOR UPDATE
"""

CARRIED_OUT = "UPDATE withdrawals SET erased_at = $2 WHERE id = $1"

CLOSE_OPEN = """
    UPDATE withdrawals SET erased_at = $2 WHERE person_id = $1 AND taken_back_at IS NULL AND erased_at IS NULL
"""

ARCHIVES = "SELECT id FROM own_archives WHERE person_id = $1 OR about_id = $1"

# ── the register ──────────────────────────────────────────────────────────

REGISTER = """
    SELECT p.id AS person_id, p.family_name, p.given_name, p.patronymic, p.search_name, r.roles,
           own.version AS own_version, own.given_at AS own_given_at,
           g.version AS guardian_version, g.given_at AS guardian_given_at, g.way AS guardian_way,
           g.signed_on, coalesce(g.name, '') AS guardian_name, w.asked_at AS withdrawn_at, w.erase_at,
           coalesce(b.what, '') AS paper, coalesce(b.document, '') AS paper_document,
           coalesce(b.signed_by, '') AS paper_signed_by, b.signed_on AS paper_signed_on, coalesce(b.remark, '') AS paper_remark
      FROM (SELECT person_id, array_agg(DISTINCT role ORDER BY role) AS roles FROM current_roles
             WHERE organisation_id = $1 GROUP BY person_id) r
      JOIN people p ON p.id = r.person_id AND p.erased_at IS NULL
      LEFT JOIN LATERAL (
          SELECT c.version, c.given_at FROM consents c
           WHERE c.person_id = p.id AND c.document = 'privacy' AND c.withdrawn_at IS NULL
           ORDER BY c.id DESC LIMIT 1) own ON true
      LEFT JOIN LATERAL (
          SELECT c.version, c.given_at, c.way, c.signed_on,
                 CASE WHEN c.guardian_id IS NULL THEN c.guardian_name
                      ELSE concat_ws(' ', q.family_name, q.given_name, nullif(q.patronymic, '')) END AS name
            FROM guardian_consents c LEFT JOIN people q ON q.id = c.guardian_id
           WHERE c.child_id = p.id AND c.document = 'privacy' AND c.withdrawn_at IS NULL
           ORDER BY c.id DESC LIMIT 1) g ON true
      LEFT JOIN LATERAL (
          SELECT c.what, c.document, c.signed_by, c.signed_on, c.remark FROM consent_papers c
           WHERE c.person_id = p.id AND c.organisation_id = $1 ORDER BY c.id DESC LIMIT 1) b ON true
      LEFT JOIN withdrawals w ON w.person_id = p.id AND w.taken_back_at IS NULL AND w.erased_at IS NULL
     WHERE (p.search_name, p.id) > ($2, $3::bigint)
       AND CASE $4::text WHEN 'without' THEN own.version IS NULL
                         WHEN 'minors' THEN 'pupil' = ANY(r.roles) AND g.version IS NULL
                         WHEN 'withdrawn' THEN w.asked_at IS NOT NULL
                         ELSE true END
     ORDER BY p.search_name, p.id
     LIMIT $5
"""

# ── terms ─────────────────────────────────────────────────────────────────

# Known from a list and gone from it, never signed in, or signed in long ago and nobody here since.
LEFT_OVER = """
    SELECT p.id FROM people p
     WHERE p.erased_at IS NULL
       AND coalesce(p.last_seen_at, p.claimed_at, p.created_at) < CASE WHEN p.claimed_at IS NULL THEN $1::timestamptz ELSE $2::timestamptz END
       AND NOT EXISTS (SELECT FROM roles r WHERE r.person_id = p.id
                          AND coalesce(r.ended_at, 'infinity') > CASE WHEN p.claimed_at IS NULL THEN $1::timestamptz ELSE $2::timestamptz END)
       AND NOT EXISTS (SELECT FROM enrollments e WHERE e.person_id = p.id
                          AND coalesce(e.ended_at, 'infinity') > CASE WHEN p.claimed_at IS NULL THEN $1::timestamptz ELSE $2::timestamptz END)
       AND NOT EXISTS (SELECT FROM guardianships g WHERE p.id IN (g.guardian_id, g.child_id)
                          AND coalesce(g.ended_at, 'infinity') > CASE WHEN p.claimed_at IS NULL THEN $1::timestamptz ELSE $2::timestamptz END)
     ORDER BY p.id LIMIT $3
"""

FORGET_OLD_CONSENTS = """
    DELETE FROM guardian_consents WHERE withdrawn_at < $1
"""

FORGET_OLD_PAPERS = """
    DELETE FROM consent_papers c USING people p WHERE p.id = c.person_id AND p.erased_at < $1
"""

FORGET_OLD_WITHDRAWALS = """
    DELETE FROM withdrawals WHERE coalesce(erased_at, taken_back_at) < $1
"""
