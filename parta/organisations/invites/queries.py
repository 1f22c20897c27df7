"""SQL of making, listing and revoking invites."""

ORGANISATION_IS_OPEN = "SELECT EXISTS (SELECT FROM organisations WHERE id = $1 AND closed_at IS NULL)"

LED_CLASSES = """
    SELECT class_id FROM current_enrollments
     WHERE person_id = $1 AND organisation_id = $2 AND role = 'teacher' AND class_teacher AND kind = 'homeroom'
"""

# Where a child is a pupil, with the class there. A club answers for a child's family only where there is no school:
# else whoever runs a club could give the child a guardian.
PLACES_OF_CHILD = """
    SELECT r.organisation_id, e.class_id, coalesce(e.grade, '') AS grade
      FROM current_roles r
      JOIN organisations o ON o.id = r.organisation_id
      LEFT JOIN current_enrollments e ON e.person_id = r.person_id AND e.organisation_id = r.organisation_id
                                     AND e.role = 'pupil' AND e.kind = 'homeroom'
     WHERE r.person_id = $1 AND r.role = 'pupil'
       AND (o.type <> 'additional' OR NOT EXISTS (
               SELECT FROM current_roles s JOIN organisations p ON p.id = s.organisation_id
                WHERE s.person_id = $1 AND s.role = 'pupil' AND p.type <> 'additional'))
     ORDER BY e.class_id NULLS LAST, r.organisation_id
"""

IS_GUARDIAN = "SELECT EXISTS (SELECT FROM current_guardianships WHERE guardian_id = $1 AND child_id = $2)"

CLASS_HERE = """
    SELECT id, title, grade FROM classes
     WHERE id = $1 AND organisation_id = $2 AND kind = 'homeroom' AND closed_at IS NULL
"""

ADD_INVITE = """
    INSERT INTO school_invites (organisation_id, role, class_id, child_id, expected_id, subject, note, digest,
                                approval, most_uses, on_sheet, made_by, created_at, expires_at)
    SELECT $1, role, class_id, child_id, expected_id, $2, $3, digest, $4, $5, $6, $7, $8, $9
      FROM unnest($10::text[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bytea[]) WITH ORDINALITY
           AS n (role, class_id, child_id, expected_id, digest, position)
     ORDER BY position
    RETURNING id
"""

# Everything about an invite but its digest; $1 is now.
_INVITES = """
    SELECT i.id, i.organisation_id, i.role, i.class_id, c.title AS class_title, i.child_id, i.expected_id, i.subject,
           i.note, i.approval, i.most_uses, i.uses, i.on_sheet, i.made_by, i.created_at, i.expires_at, i.revoked_at,
           CASE WHEN i.revoked_at IS NOT NULL THEN 'revoked' WHEN i.uses >= i.most_uses THEN 'used_up'
                WHEN i.expires_at <= $1 THEN 'expired' ELSE 'active' END AS state
      FROM school_invites i LEFT JOIN classes c ON c.id = i.class_id
"""

# $3: the classes of a class teacher, who sees pupils and parents only; NULL for an administrator.
LIST_INVITES = f"""
    SELECT * FROM ({_INVITES} WHERE i.organisation_id = $2 AND i.id < $4
       AND ($3::bigint[] IS NULL OR i.class_id = ANY($3) AND i.role IN ('pupil', 'parent'))) one
     WHERE $5::text IS NULL OR state = $5
     ORDER BY id DESC LIMIT $6
"""

INVITE = f"{_INVITES} WHERE i.id = $2"

INVITES_OF_CHILD = f"""
    {_INVITES} WHERE i.child_id = $2 AND i.revoked_at IS NULL AND i.expires_at > $1 AND i.uses < i.most_uses
     ORDER BY i.id DESC LIMIT 50
"""

WORKING_BY = """
    SELECT count(*) FROM school_invites
     WHERE made_by = $1 AND organisation_id = $2 AND NOT on_sheet
       AND revoked_at IS NULL AND expires_at > $3 AND uses < most_uses
"""

REVOKE = "UPDATE school_invites SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id"

REVOKE_OF_CHILD = "UPDATE school_invites SET revoked_at = $2 WHERE child_id = $1 AND revoked_at IS NULL"

NAMED = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic,
           EXISTS (SELECT FROM current_roles r WHERE r.person_id = p.id AND r.role = 'teacher'
                      AND r.confirmed_at IS NOT NULL) AS confirmed_teacher
      FROM people p WHERE p.id = ANY($1::bigint[])
"""

COMERS = """
    SELECT id, person_id, state, reason, decided_by, created_at FROM school_joinings
     WHERE invite_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3
"""

JUNIOR_GRADES = "SELECT junior_grades FROM joining_policies WHERE organisation_id = $1"

ALLOW_JUNIOR_GRADES = """
    INSERT INTO joining_policies AS p (organisation_id, junior_grades) VALUES ($1, $2)
        ON CONFLICT (organisation_id) DO UPDATE SET junior_grades = excluded.junior_grades
     WHERE p.junior_grades <> excluded.junior_grades
    RETURNING organisation_id
"""

PLACES_TO_INVITE = """
    SELECT id, title, grade FROM classes
     WHERE organisation_id = $1 AND kind = 'homeroom' AND closed_at IS NULL AND ($2::bigint[] IS NULL OR id = ANY($2))
     ORDER BY nullif(regexp_replace(grade, '[^0-9]', '', 'g'), '')::numeric NULLS LAST, title, id
     LIMIT 500
"""

# ── a class's sheet ──

PUPILS_OF_CLASS = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic, false AS confirmed_teacher,
           p.claimed_at IS NOT NULL AS claimed,
           (SELECT count(*) FROM current_guardianships g WHERE g.child_id = p.id)::int AS guardians
      FROM current_enrollments e JOIN people p ON p.id = e.person_id
     WHERE e.class_id = $1 AND e.role = 'pupil' AND p.erased_at IS NULL
     ORDER BY p.search_name, p.id
     LIMIT 200
"""

# Two who press the button at once make one sheet, and the second is asked.
LOCK_CLASS = "SELECT title FROM classes WHERE id = $1 FOR NO KEY UPDATE"

UNUSED_OF_SHEET = """
    SELECT count(*)::int FROM school_invites
     WHERE class_id = $1 AND on_sheet AND uses = 0 AND revoked_at IS NULL AND expires_at > $2
"""

REVOKE_SHEET = """
    UPDATE school_invites SET revoked_at = $2
     WHERE class_id = $1 AND on_sheet AND uses = 0 AND revoked_at IS NULL
"""

ORGANISATION_NAME = "SELECT name FROM organisations WHERE id = $1"

# Those for whom somebody might want to be taken.
CONFIRMED_STAFF = """
    SELECT DISTINCT p.id, p.family_name, p.given_name, p.patronymic, r.role = 'teacher' AS confirmed_teacher
      FROM current_roles r JOIN people p ON p.id = r.person_id
     WHERE r.organisation_id = ANY($1::bigint[]) AND p.erased_at IS NULL
       AND (r.role = 'administrator' OR r.role = 'teacher' AND r.confirmed_at IS NOT NULL)
     ORDER BY p.id LIMIT 5000
"""
