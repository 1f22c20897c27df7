"""SQL of messages for later."""

_COLUMNS = """
    SELECT s.id, s.conversation_id, s.author_id, s.client_id, s.due_at, s.body, s.reply_to_id, s.mentions,
           s.content::text AS content, s.refused, s.created_at,
           ARRAY(SELECT f.file_id FROM scheduled_files f WHERE f.scheduled_id = s.id ORDER BY f.position) AS file_ids
      FROM scheduled_messages s
"""

# Whoever schedules from two devices at once is counted one after the other.
LOCK_PLACE = """
    SELECT person_id FROM members
     WHERE conversation_id = $1 AND person_id = $2 AND left_at IS NULL FOR NO KEY UPDATE
"""

COUNT = "SELECT count(*) FROM scheduled_messages WHERE conversation_id = $1 AND author_id = $2"

ADD = """
    INSERT INTO scheduled_messages (conversation_id, author_id, client_id, due_at, body, reply_to_id, mentions, content)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (author_id, client_id) DO NOTHING RETURNING id
"""

BY_CLIENT_ID = f"{_COLUMNS} WHERE s.author_id = $1 AND s.client_id = $2"

OWN = f"{_COLUMNS} WHERE s.id = $1 AND s.author_id = $2"

OWN_LOCKED = f"{OWN} FOR UPDATE OF s"

DUE_LOCKED = f"{_COLUMNS} WHERE s.id = $1 FOR UPDATE OF s"

OF_CHAT = f"""{_COLUMNS}
     WHERE s.conversation_id = $1 AND s.author_id = $2 AND (s.due_at, s.id) > ($3, $4)
     ORDER BY s.due_at, s.id LIMIT $5"""

CHANGE = """
    UPDATE scheduled_messages SET due_at = $2, body = $3, mentions = $4, content = $5, refused = NULL WHERE id = $1
"""

REFUSE = "UPDATE scheduled_messages SET refused = $2 WHERE id = $1"

REMOVE = "DELETE FROM scheduled_messages WHERE id = $1"

ATTACH = """
    INSERT INTO scheduled_files (scheduled_id, position, file_id)
    SELECT $1, place - 1, file_id FROM unnest($2::bigint[]) WITH ORDINALITY AS f (file_id, place)
"""

DETACH = "DELETE FROM scheduled_files WHERE scheduled_id = $1 RETURNING file_id"

RESERVED = "SELECT DISTINCT file_id FROM scheduled_files WHERE file_id = ANY($1::bigint[])"

REPLY_EXISTS = "SELECT EXISTS (SELECT FROM messages WHERE id = $1 AND conversation_id = $2)"
