"""SQL of contact policies, safe mode and acquaintances."""

from parta.safety.rules import keeps_safe_mode

# As it is until the organisation decides.
POLICY = """
    SELECT coalesce(p.pupil_staff, 'allowed') AS pupil_staff, coalesce(p.pupils, 'request') AS pupils,
           coalesce(p.pupil_groups, 'yes') AS pupil_groups, coalesce(p.parents, 'request') AS parents
      FROM organisations o LEFT JOIN contact_policies p ON p.organisation_id = o.id
     WHERE o.id = $1
"""

SET_POLICY = """
    INSERT INTO contact_policies AS p
           (organisation_id, pupil_staff, pupils, pupil_groups, parents, changed_by, changed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation_id) DO UPDATE
       SET pupil_staff = excluded.pupil_staff, pupils = excluded.pupils, pupil_groups = excluded.pupil_groups,
           parents = excluded.parents, changed_by = excluded.changed_by, changed_at = excluded.changed_at
"""

# Of a pupil's schools the strictest decides about groups; staff are no pupils, wherever they learn.
PUPIL_GROUPS_OF = """
    SELECT coalesce(p.pupil_groups, 'yes') FROM current_roles r
      LEFT JOIN contact_policies p ON p.organisation_id = r.organisation_id
     WHERE r.person_id = $1 AND r.role = 'pupil'
       AND NOT EXISTS (SELECT FROM current_roles s
                        WHERE s.person_id = $1 AND s.role IN ('teacher', 'administrator', 'operator'))
     ORDER BY array_position(ARRAY['no', 'with_teacher', 'yes'], coalesce(p.pupil_groups, 'yes')) LIMIT 1
"""

STAFF_AMONG = """
    SELECT DISTINCT r.person_id FROM current_roles r
     WHERE r.person_id = ANY($1::bigint[]) AND r.role IN ('teacher', 'administrator')
"""

# Whom a new policy may concern: everybody of the organisation and the families of its pupils.
CONCERNED = """
    SELECT person_id FROM current_roles WHERE organisation_id = $1
    UNION
    SELECT g.guardian_id FROM current_guardianships g
      JOIN current_roles r ON r.person_id = g.child_id AND r.role = 'pupil'
     WHERE r.organisation_id = $1
"""

SAFE_MODE_OF = f"""
    SELECT {keeps_safe_mode("$1::bigint")} AS kept,
           EXISTS (SELECT FROM current_roles WHERE person_id = $1 AND role = 'pupil') AS of_pupil,
           EXISTS (SELECT FROM safe_mode_locks WHERE child_id = $1 AND guardian_id = $2) AS locked_by_me
"""

IS_SAFE = f"SELECT {keeps_safe_mode('$1::bigint')}"

LOCKED_BY = """
    SELECT l.guardian_id FROM safe_mode_locks l
      JOIN current_guardianships g ON g.guardian_id = l.guardian_id AND g.child_id = l.child_id
     WHERE l.child_id = $1 ORDER BY l.guardian_id
"""

CHOOSE_SAFE_MODE = """
    INSERT INTO safe_modes (person_id, kept, chosen_by, changed_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (person_id) DO UPDATE
       SET kept = excluded.kept, chosen_by = excluded.chosen_by, changed_at = excluded.changed_at
"""

LOCK_SAFE_MODE = """
    INSERT INTO safe_mode_locks (child_id, guardian_id, locked_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
"""

UNLOCK_SAFE_MODE = "DELETE FROM safe_mode_locks WHERE child_id = $1 AND guardian_id = $2"

GUARDIANS_OF = "SELECT guardian_id FROM current_guardianships WHERE child_id = $1 ORDER BY guardian_id"

ACQUAINT = """
    INSERT INTO acquaintances (person_id, other_id, since) VALUES ($1, $2, $3), ($2, $1, $3) ON CONFLICT DO NOTHING
"""

NOTE_REQUEST = """
    INSERT INTO first_requests (person_id, asked_by, asked_at) VALUES ($1, $2, $3)
        ON CONFLICT (person_id, asked_by) DO UPDATE SET asked_at = excluded.asked_at
"""
