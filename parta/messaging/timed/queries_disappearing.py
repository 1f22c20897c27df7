"""SQL of messages that go: their rows, what hangs on them, and the terms."""

# The text goes at once; the row stays, because numbers are dense. Rows that somebody is busy with are left for the
# next look, which is soon.
EXPIRE = """
    WITH due AS (
        SELECT id FROM messages WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED
    )
    UPDATE messages m SET deleted_at = $1, body = '', mentions = '{}', reply_to_id = NULL, service = NULL,
                          content = NULL, expires_at = NULL, edited_at = NULL, has_files = false,
                          has_reactions = false
      FROM due WHERE m.id = due.id
    RETURNING m.id, m.conversation_id, m.number
"""

NEXT_EXPIRY = "SELECT min(expires_at) FROM messages WHERE expires_at IS NOT NULL"

FORGET_REACTIONS = "DELETE FROM reactions WHERE message_id = ANY($1::bigint[])"

DETACH = "DELETE FROM message_files WHERE message_id = ANY($1::bigint[]) RETURNING file_id"

REPLIES = """
    SELECT conversation_id, id FROM messages WHERE reply_to_id = ANY($1::bigint[]) AND deleted_at IS NULL
"""

SET_LIFETIME = "UPDATE conversations SET lifetime = $2 WHERE id = $1"

# Two who change it at once are heard one after the other.
LIFETIME_LOCKED = "SELECT lifetime FROM conversations WHERE id = $1 FOR NO KEY UPDATE"
