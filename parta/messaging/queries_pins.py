"""SQL of pins."""

IS_PINNED = "SELECT EXISTS (SELECT FROM pinned_messages WHERE message_id = $1)"

# The conversation's row is locked by the door, so the count and the pins agree.
PIN = """
    INSERT INTO pinned_messages (message_id, conversation_id, number, pinned_by, pinned_at)
    SELECT id, conversation_id, number, $2, $3 FROM messages WHERE id = $1 AND deleted_at IS NULL
"""

UNPIN = "DELETE FROM pinned_messages WHERE message_id = $1"

UNPIN_MANY = """
    DELETE FROM pinned_messages WHERE message_id = ANY($1::bigint[]) RETURNING message_id, conversation_id, number
"""

COUNT = """
    UPDATE conversations
       SET pins_count = (SELECT count(*) FROM pinned_messages p WHERE p.conversation_id = $1)
     WHERE id = $1 RETURNING pins_count
"""

HOW_MANY = "SELECT pins_count FROM conversations WHERE id = $1"

PAGE = """
    SELECT p.message_id, p.number, p.pinned_by, p.pinned_at
      FROM pinned_messages p
      JOIN messages m ON m.id = p.message_id AND m.deleted_at IS NULL AND coalesce(m.expires_at > $5, true)
     WHERE p.conversation_id = $1 AND p.number < $3
       AND NOT EXISTS (SELECT FROM hidden_messages h WHERE h.person_id = $2 AND h.message_id = p.message_id)
     ORDER BY p.number DESC LIMIT $4
"""
