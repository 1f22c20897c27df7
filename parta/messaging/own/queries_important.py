"""SQL of one's own marks."""

MARK = "INSERT INTO important_messages (person_id, message_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"

UNMARK = "DELETE FROM important_messages WHERE person_id = $1 AND message_id = $2"

FORGET = "DELETE FROM important_messages WHERE message_id = ANY($1::bigint[])"

# What one may not see any more is not in the store either: hidden, deleted, disappeared, or said in a chat one left.
PAGE = """
    SELECT i.message_id, i.marked_at
      FROM important_messages i
      JOIN messages m ON m.id = i.message_id AND m.deleted_at IS NULL AND coalesce(m.expires_at > $5, true)
      JOIN members me ON me.conversation_id = m.conversation_id AND me.person_id = $1 AND me.left_at IS NULL
     WHERE i.person_id = $1 AND (i.marked_at, i.message_id) < ($2, $3)
       AND NOT EXISTS (SELECT FROM hidden_messages h WHERE h.person_id = $1 AND h.message_id = m.id)
     ORDER BY i.marked_at DESC, i.message_id DESC LIMIT $4
"""
