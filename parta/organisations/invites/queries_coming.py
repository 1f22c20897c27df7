"""SQL of coming by an invite."""

# ── guessing ──

GUESSES = """
    SELECT count(*) FILTER (WHERE person_id = $1 AND guessed_at > $3)::int AS mine,
           count(*) FILTER (WHERE network = $2)::int AS around
      FROM invite_guesses WHERE (person_id = $1 OR network = $2) AND guessed_at > $4
"""

NOTE_GUESS = "INSERT INTO invite_guesses (person_id, network, guessed_at) VALUES ($1, $2, $3)"

# Guesses of one person come one after another, so that a hundred at once are counted as a hundred.
LOCK_GUESSER = "SELECT id FROM people WHERE id = $1 FOR NO KEY UPDATE"

# Guesses from one network, too, or a crowd at one moment would all see a count that lets each of them through.
LOCK_NETWORK = "SELECT pg_advisory_xact_lock(hashtextextended('invite guesses ' || $1, 0))"

FORGET_GUESSES = "DELETE FROM invite_guesses WHERE guessed_at < $1"

ANY_GUESSES = "SELECT EXISTS (SELECT FROM invite_guesses)"

# ── an invite as whoever holds its code meets it ──

FOLLOW = """
    SELECT i.id, i.digest, i.organisation_id, o.name AS organisation_name, i.role, i.class_id, c.title AS class_title,
           coalesce(c.grade, '') AS grade, i.child_id, i.expected_id, i.subject, i.approval, i.made_by,
           i.revoked_at IS NULL AND i.expires_at > $2 AND i.uses < i.most_uses
               AND o.closed_at IS NULL AND c.closed_at IS NULL
               AND NOT EXISTS (SELECT FROM people e WHERE e.id = i.expected_id AND e.claimed_at IS NOT NULL AND e.id <> $3)
               AS works,
           j.state, coalesce(j.reason, '') AS reason
      FROM school_invites i
      JOIN organisations o ON o.id = i.organisation_id
      LEFT JOIN classes c ON c.id = i.class_id
      LEFT JOIN school_joinings j ON j.invite_id = i.id AND j.person_id = $3
     WHERE i.digest = $1
"""

# The row is the lock: of two on the last use the second finds it used up.
USE = """
    UPDATE school_invites SET uses = uses + 1
     WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2 AND uses < most_uses
    RETURNING id
"""

GIVE_BACK = "UPDATE school_invites SET uses = uses - 1 WHERE id = $1 AND uses > 0"

NOTE_JOINING = """
    INSERT INTO school_joinings (invite_id, organisation_id, person_id, relation, state, decided_at, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING
    RETURNING id
"""

# Who somebody is now, as far as it decides by which invites they may come.
STANDING = """
    SELECT EXISTS (SELECT FROM current_roles WHERE person_id = $1 AND role = 'pupil') AS is_pupil,
           EXISTS (SELECT FROM current_roles WHERE person_id = $1 AND role <> 'pupil')
               OR EXISTS (SELECT FROM current_guardianships WHERE guardian_id = $1) AS is_adult,
           EXISTS (SELECT FROM roles WHERE person_id = $1)
               OR EXISTS (SELECT FROM enrollments WHERE person_id = $1)
               OR EXISTS (SELECT FROM guardianships WHERE $1 IN (guardian_id, child_id))
               OR EXISTS (SELECT FROM school_joinings WHERE person_id = $1) AS has_history,
           EXISTS (SELECT FROM current_roles WHERE person_id = $1 AND organisation_id = $2 AND role = $3) AS has_role,
           EXISTS (SELECT FROM current_enrollments WHERE person_id = $1 AND class_id = $4 AND role = 'pupil') AS in_class,
           EXISTS (SELECT FROM current_enrollments WHERE person_id = $1 AND organisation_id = $2 AND role = 'pupil'
                      AND kind = 'homeroom' AND class_id IS DISTINCT FROM $4) AS in_other_class,
           EXISTS (SELECT FROM current_guardianships WHERE guardian_id = $1 AND child_id = $5) AS is_guardian,
           (SELECT count(*) FROM current_guardianships WHERE child_id = $5)::int AS guardians
"""

# ── giving what an invite promises ──

ENROL = """
    INSERT INTO enrollments AS e (class_id, person_id, role, source) VALUES ($1, $2, 'pupil', 'manual')
        ON CONFLICT (class_id, person_id, role) DO UPDATE SET ended_at = NULL, source = 'manual'
     WHERE e.ended_at IS NOT NULL
"""

LOCK_CHILD = (
    "SELECT id FROM roles WHERE person_id = $1 AND role = 'pupil' AND ended_at IS NULL FOR NO KEY UPDATE"
)

MAKE_GUARDIAN = """
    INSERT INTO guardianships AS g (guardian_id, child_id, relation, source) VALUES ($1, $2, $3, 'manual')
        ON CONFLICT (guardian_id, child_id) DO UPDATE
           SET relation = excluded.relation, source = 'manual', roster_source_id = NULL, ended_at = NULL, ended_by = NULL
     WHERE g.ended_at IS NOT NULL
    RETURNING child_id
"""

GUARDIANS = "SELECT guardian_id FROM current_guardianships WHERE child_id = $1 ORDER BY guardian_id"

PLACES_OF = "SELECT DISTINCT organisation_id, class_id FROM current_enrollments WHERE person_id = $1 AND role = 'pupil'"

IS_GUARDIAN = "SELECT EXISTS (SELECT FROM current_guardianships WHERE guardian_id = $1 AND child_id = $2)"

# ── those who wait ──

_WAITING = """
    SELECT j.id, j.invite_id, j.person_id, j.relation, j.created_at, i.role, i.class_id, c.title AS class_title,
           i.child_id, i.subject, i.note, i.made_by, i.organisation_id
      FROM school_joinings j
      JOIN school_invites i ON i.id = j.invite_id
      LEFT JOIN classes c ON c.id = i.class_id
"""

WAITING = f"""
    {_WAITING}
     WHERE j.organisation_id = $1 AND j.state = 'waiting' AND j.id > $3
       AND ($2::bigint[] IS NULL OR i.class_id = ANY($2) AND i.role IN ('pupil', 'parent'))
     ORDER BY j.id LIMIT $4
"""

# Of two who decide at once the second finds it decided.
WAITING_ONE = f"{_WAITING} WHERE j.id = $1 AND j.organisation_id = $2 AND j.state = 'waiting' FOR UPDATE OF j"

DECIDE = """
    UPDATE school_joinings SET state = $2, reason = $3, decided_by = $4, decided_at = $5 WHERE id = $1
"""

KNOWN_TO_SCHOOLS = "SELECT DISTINCT person_id FROM roles WHERE person_id = ANY($1::bigint[])"

# Those who decide about a joining: the administrators, and the class teacher for pupils and parents.
DECIDERS = """
    SELECT r.person_id FROM current_roles c JOIN roles r ON r.id = c.id
     WHERE c.organisation_id = $1 AND c.role = 'administrator'
       AND (r.limited_to IS NULL OR $3 <> 'administrator' AND 'invites' = ANY(r.limited_to))
    UNION
    SELECT person_id FROM current_enrollments
     WHERE class_id = $2 AND role = 'teacher' AND class_teacher AND $3 IN ('pupil', 'parent')
"""

ORGANISATION_NAME = "SELECT name FROM organisations WHERE id = $1"
