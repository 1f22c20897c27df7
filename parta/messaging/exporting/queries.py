"""SQL of copies of chats."""

_COLUMNS = """
    SELECT e.id, e.conversation_id, e.person_id, e.format, e.with_files, e.since, e.until, e.state, e.problem,
           e.language, e.time_zone, e.first_number, e.last_number, e.done_number, e.done_files, e.pages, e.messages,
           e.left_out, e.archive_size, e.contents_size, e.blob_key, e.created_at, e.finished_at, e.expires_at
      FROM exports e
"""

ADD = """
    INSERT INTO exports (conversation_id, person_id, format, with_files, since, until, language, time_zone, blob_key,
                         created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id
"""

ONE = f"{_COLUMNS} WHERE e.id = $1"

# Membership is not asked: what somebody was given while they were in the chat stays theirs until it expires.
OWN = f"{_COLUMNS} WHERE e.id = $1 AND e.person_id = $2 AND (e.expires_at IS NULL OR e.expires_at > $3)"

OF_CHAT = f"""{_COLUMNS}
     WHERE e.person_id = $1 AND e.conversation_id = $2 AND e.id < $3 AND (e.expires_at IS NULL OR e.expires_at > $4)
     ORDER BY e.id DESC LIMIT $5"""

ASKED_SINCE = "SELECT count(*) FROM exports WHERE person_id = $1 AND created_at > $2"

# Whose work was given up by the queue: it must not stand in the way of another one for ever.
FORGET_STUCK = """
    UPDATE exports SET state = 'failed', problem = 'export_failed', finished_at = $2
     WHERE person_id = $1 AND state IN ('waiting', 'running') AND created_at < $3
"""

FIRST_NUMBER = "SELECT coalesce(min(number), 0) FROM messages WHERE conversation_id = $1 AND created_at >= $2"

LAST_NUMBER = "SELECT coalesce(max(number), 0) FROM messages WHERE conversation_id = $1 AND created_at <= $2"

BEGIN = """
    UPDATE exports SET state = 'running', first_number = $2::bigint, last_number = $3, done_number = $2::bigint - 1, done_files = 0,
                       pages = 0, messages = 0, left_out = 0, archive_size = 0, contents_size = 0
     WHERE id = $1
"""

NOTE_PROGRESS = """
    UPDATE exports SET done_number = $2, done_files = $3, pages = $4, messages = $5, left_out = $6,
                       archive_size = $7, contents_size = $8
     WHERE id = $1
"""

FINISH = """
    UPDATE exports SET state = $2, problem = $3, archive_size = $4, finished_at = $5, expires_at = $6
     WHERE id = $1 AND state IN ('waiting', 'running')
"""

REMOVE = "DELETE FROM exports WHERE id = $1"
