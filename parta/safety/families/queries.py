"""SQL of a child's family: the doors, what is shown, and who looked."""

DOOR = """
    SELECT EXISTS (SELECT FROM current_guardianships WHERE child_id = $1 AND guardian_id = $2) AS is_guardian,
           EXISTS (SELECT FROM current_roles WHERE person_id = $1 AND role = 'pupil') AS is_pupil
"""

GUARDIANS_OF = "SELECT guardian_id FROM current_guardianships WHERE child_id = $1 ORDER BY guardian_id"

REQUESTS_TO = """
    SELECT asked_by AS person_id, asked_at AS at FROM first_requests
     WHERE person_id = $1 AND (asked_at, asked_by) < ($2, $3) ORDER BY asked_at DESC, asked_by DESC LIMIT $4
"""

CONTACTS_OF = """
    SELECT other_id AS person_id, since AS at FROM acquaintances
     WHERE person_id = $1 AND (since, other_id) < ($2, $3) ORDER BY since DESC, other_id DESC LIMIT $4
"""

GUARDIAN_QUIET_HOURS = """
    SELECT k.guardian_id, k.periods::text AS periods
      FROM guardian_quiet_hours k
      JOIN current_guardianships g ON g.guardian_id = k.guardian_id AND g.child_id = k.child_id
     WHERE k.child_id = $1 ORDER BY k.guardian_id
"""

SET_GUARDIAN_QUIET_HOURS = """
    INSERT INTO guardian_quiet_hours (child_id, guardian_id, periods, changed_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (child_id, guardian_id) DO UPDATE SET periods = excluded.periods, changed_at = excluded.changed_at
"""

FORGET_GUARDIAN_QUIET_HOURS = "DELETE FROM guardian_quiet_hours WHERE child_id = $1 AND guardian_id = $2"

# Of those looked at, the minors who are not the reader's own children, and only where the reader looked by office.
RECORD = """
    INSERT INTO minor_accesses AS a (minor_id, day, reader_id, kind, organisation_id)
    SELECT p.id, $2::date, $3::bigint, $4::text, coalesce($5::bigint, 0)
      FROM (SELECT DISTINCT id FROM unnest($1::bigint[]) AS u (id)) p
      LEFT JOIN birth_dates b ON b.person_id = p.id
     WHERE p.id <> $3
       AND (b.born_on IS NULL OR b.born_on > $2::date - interval '18 years')
       AND EXISTS (SELECT FROM current_roles r WHERE r.person_id = p.id AND r.role = 'pupil')
       AND EXISTS (SELECT FROM current_roles r WHERE r.person_id = $3
                      AND r.role IN ('teacher', 'administrator', 'operator'))
       AND NOT EXISTS (SELECT FROM current_guardianships g WHERE g.child_id = p.id AND g.guardian_id = $3)
     ORDER BY p.id
        ON CONFLICT (minor_id, day, reader_id, kind, organisation_id) DO UPDATE SET times = a.times + 1
    RETURNING times = 1 AS first
"""

ACCESSES_TO = """
    SELECT a.day, a.reader_id, a.kind, a.organisation_id, a.times, coalesce(nullif(o.short_name, ''), o.name, '') AS place
      FROM minor_accesses a LEFT JOIN organisations o ON o.id = a.organisation_id
     WHERE a.minor_id = $1 AND (a.day, a.reader_id, a.kind, a.organisation_id) < ($2::date, $3::bigint, $4::text, $5::bigint)
     ORDER BY a.day DESC, a.reader_id DESC, a.kind DESC, a.organisation_id DESC LIMIT $6
"""

FORGET_ACCESSES = """
    DELETE FROM minor_accesses WHERE ctid IN (
        SELECT ctid FROM minor_accesses WHERE day < $1::date LIMIT $2)
"""

FORGET_REQUESTS = """
    DELETE FROM first_requests WHERE ctid IN (
        SELECT ctid FROM first_requests WHERE asked_at < $1 LIMIT $2)
"""
