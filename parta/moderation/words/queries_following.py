"""SQL of what is found by following the log: noted messages and calls for help."""

# Where a message was said, whose chat it is, and where its author learns. Own notes are nobody's to hear.
SAID = """
    SELECT m.id AS message_id, m.conversation_id, m.author_id, c.kind AS chat_kind, c.organisation_id, m.created_at,
           ARRAY(SELECT r.organisation_id FROM current_roles r
                  WHERE r.person_id = m.author_id AND r.role = 'pupil') AS pupil_of,
           ARRAY(SELECT r.organisation_id FROM current_roles r
                  WHERE r.person_id = m.author_id AND r.role IN ('teacher', 'administrator')
                    AND r.organisation_id IS NOT NULL) AS staff_of
      FROM messages m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.id = ANY($1::bigint[]) AND c.kind <> 'favourites'
"""

NOTE = """
    INSERT INTO noted_messages (organisation_id, message_id, conversation_id, author_id, phrase, sentence, said_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (message_id) DO UPDATE SET phrase = excluded.phrase, sentence = excluded.sentence
"""

NOTED = """
    SELECT n.id, n.message_id, n.author_id, n.phrase, n.sentence, n.said_at, c.title AS chat_title
      FROM noted_messages n JOIN conversations c ON c.id = n.conversation_id
     WHERE n.organisation_id = $1 AND n.id < $2
     ORDER BY n.id DESC LIMIT $3
"""

FORGET_NOTED = "DELETE FROM noted_messages WHERE said_at < $1"

FORGET_ALERTS = "DELETE FROM crisis_alerts WHERE state = 'closed' AND closed_at < $1"

OPEN_ALERT = """
    SELECT id, last_said_at FROM crisis_alerts
     WHERE organisation_id = $1 AND author_id = $2 AND state <> 'closed' FOR NO KEY UPDATE
"""

ADD_ALERT = """
    INSERT INTO crisis_alerts (organisation_id, author_id, chat_kind, sentence, said_at, last_said_at)
    VALUES ($1, $2, $3, $4, $5, $5) RETURNING id
"""

ADD_MORE = """
    UPDATE crisis_alerts SET more = more + 1, last_sentence = $2, last_said_at = $3 WHERE id = $1
"""

# Named by the organisation, and still one of its staff.
NAMED_STAFF = """
    SELECT s.person_id FROM alert_staff s
     WHERE s.organisation_id = $1
       AND EXISTS (SELECT FROM current_roles r WHERE r.person_id = s.person_id AND r.organisation_id = s.organisation_id
                      AND r.role IN ('teacher', 'administrator'))
     ORDER BY 1
"""

NIGHT = "SELECT alerts_at_night FROM word_lists WHERE organisation_id = $1"
