"""SQL of reminding."""

from parta.messaging.asking.queries_confirmations import WAITS

# What a message asks for, if anything; $2 is the moment.
ASKS = """
    SELECT CASE WHEN p.message_id IS NULL THEN 'confirmation'
                WHEN p.closed_at IS NOT NULL OR p.closes_at <= $2 THEN 'closed'
                ELSE 'poll' END
      FROM messages m
      LEFT JOIN confirmation_requests r ON r.message_id = m.id
      LEFT JOIN polls p ON p.message_id = m.id
     WHERE m.id = $1 AND (r.message_id IS NOT NULL OR p.message_id IS NOT NULL)
"""

# Who has neither confirmed nor voted, by their ids. Those who were entered but have never come in hear nothing:
# reminding them would only look like reminding. $2: the last one reminded, $3: how many, $4: the moment.
WAITING = f"""
    SELECT w.person_id
      FROM (SELECT m.person_id FROM confirmation_requests r JOIN members m ON {WAITS}
             WHERE r.message_id = $1 AND m.person_id > $2
             UNION ALL
            SELECT m.person_id
              FROM polls p
              JOIN messages said ON said.id = p.message_id
              JOIN members m ON m.conversation_id = p.conversation_id AND m.left_at IS NULL
                            AND m.person_id <> said.author_id
             WHERE p.message_id = $1 AND m.person_id > $2 AND m.person_id <> ALL (p.voters)
               AND p.closed_at IS NULL AND (p.closes_at IS NULL OR p.closes_at > $4)
               AND NOT EXISTS (SELECT FROM votes v WHERE v.message_id = p.message_id AND v.person_id = m.person_id)
           ) w
      JOIN people h ON h.id = w.person_id AND h.claimed_at IS NOT NULL AND h.erased_at IS NULL
     ORDER BY w.person_id LIMIT $3
"""

REMINDED_AT = "SELECT asked_at FROM asking_reminders WHERE message_id = $1 ORDER BY asked_at DESC LIMIT 1"

ADD_REMINDER = (
    "INSERT INTO asking_reminders (message_id, asked_by, asked_at) VALUES ($1, $2, $3) RETURNING id"
)

REMINDER = """
    SELECT r.message_id, r.asked_by, m.conversation_id, m.number,
           EXISTS (SELECT FROM polls p WHERE p.message_id = r.message_id) AS votes
      FROM asking_reminders r JOIN messages m ON m.id = r.message_id
     WHERE r.id = $1 AND m.deleted_at IS NULL
"""

COUNT_REMINDED = """
    UPDATE asking_reminders SET reminded = reminded + $2, finished_at = CASE WHEN $3 THEN $4::timestamptz END WHERE id = $1
"""
