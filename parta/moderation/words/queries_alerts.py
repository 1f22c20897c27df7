"""SQL of alerts: whom an organisation has named, and what they do."""

# Staff who can be named: those who have a role here now.
STAFF_AMONG = """
    SELECT DISTINCT person_id FROM current_roles
     WHERE organisation_id = $1 AND person_id = ANY($2::bigint[]) AND role IN ('teacher', 'administrator') ORDER BY 1
"""

FORGET_STAFF = "DELETE FROM alert_staff WHERE organisation_id = $1"

NAME_STAFF = "INSERT INTO alert_staff (organisation_id, person_id) SELECT $1, unnest($2::bigint[])"

# Who was named and is still of the staff; the door of every query here.
_NAMED = """
    SELECT s.organisation_id FROM alert_staff s
     WHERE s.person_id = $1
       AND EXISTS (SELECT FROM current_roles r WHERE r.person_id = s.person_id AND r.organisation_id = s.organisation_id
                      AND r.role IN ('teacher', 'administrator'))
"""

IS_NAMED = f"SELECT EXISTS ({_NAMED})"

COUNT = f"""
    SELECT count(*) FILTER (WHERE state = 'new') AS fresh,
           count(*) FILTER (WHERE state = 'taken') AS taken
      FROM crisis_alerts WHERE state <> 'closed' AND organisation_id IN ({_NAMED})
"""

_COLUMNS = """
    SELECT a.id, a.organisation_id, a.author_id, a.chat_kind, a.sentence, a.said_at, a.more, a.last_sentence,
           a.last_said_at, a.state, a.taken_by, a.taken_at, a.closed_by, a.closed_at, a.note
      FROM crisis_alerts a
"""

PAGE = f"""{_COLUMNS}
     WHERE a.organisation_id IN ({_NAMED}) AND (a.state = 'closed') = $2 AND a.id < $3
     ORDER BY a.id DESC LIMIT $4
"""

FIND = f"{_COLUMNS} WHERE a.organisation_id IN ({_NAMED}) AND a.id = $2"

LOCK = f"{FIND} FOR NO KEY UPDATE"

TAKE = "UPDATE crisis_alerts SET state = 'taken', taken_by = $2, taken_at = $3 WHERE id = $1"

CLOSE = "UPDATE crisis_alerts SET state = 'closed', closed_by = $2, closed_at = $3, note = $4 WHERE id = $1"

# What adults can learn of one's own messages, school by school.
WATCHING = """
    SELECT o.id AS organisation_id, o.name,
           EXISTS (SELECT FROM watched_words w WHERE w.organisation_id = o.id AND w.act <> 'alert') AS words,
           coalesce(l.alerts, false) AS alerts, coalesce(l.alerts AND l.alerts_in_direct, false) AS in_direct
      FROM organisations o LEFT JOIN word_lists l ON l.organisation_id = o.id
     WHERE o.id IN (SELECT r.organisation_id FROM current_roles r
                     WHERE r.role = 'pupil' AND (r.person_id = $1 OR r.person_id IN (
                           SELECT g.child_id FROM current_guardianships g WHERE g.guardian_id = $1)))
     ORDER BY o.id LIMIT 50
"""
