"""SQL of "remind me of this"."""

# One for a person and a message: asked again, it moves.
SET = """
    INSERT INTO message_reminders AS r (person_id, message_id, due_at) VALUES ($1, $2, $3)
        ON CONFLICT (message_id, person_id) DO UPDATE SET due_at = excluded.due_at, reminded_at = NULL
    RETURNING r.id
"""

COUNT = "SELECT count(*) FROM message_reminders WHERE person_id = $1 AND message_id <> $2"

DUE_LOCKED = """
    SELECT id, person_id, message_id, due_at, reminded_at FROM message_reminders WHERE id = $1 FOR UPDATE
"""

NOTE_REMINDED = "UPDATE message_reminders SET reminded_at = $2 WHERE id = $1"

FORGET = "DELETE FROM message_reminders WHERE person_id = $1 AND message_id = $2"

FORGET_ONE = "DELETE FROM message_reminders WHERE id = $1"

FORGET_OF = "DELETE FROM message_reminders WHERE message_id = ANY($1::bigint[])"

# Only of chats one is still in, and of messages that are there.
OF_PERSON = """
    SELECT r.id, r.message_id, r.due_at, r.reminded_at
      FROM message_reminders r
      JOIN messages m ON m.id = r.message_id AND m.deleted_at IS NULL
      JOIN members me ON me.conversation_id = m.conversation_id AND me.person_id = $1 AND me.left_at IS NULL
     WHERE r.person_id = $1 AND (r.due_at, r.id) > ($2, $3)
       AND NOT EXISTS (SELECT FROM hidden_messages h WHERE h.person_id = $1 AND h.message_id = m.id)
     ORDER BY r.due_at, r.id LIMIT $4
"""
