"""SQL of messages that wait for approval."""

HELD_ALREADY = "SELECT id, state, reason FROM held_messages WHERE author_id = $1 AND client_id = $2"

WAITING_BY = """
    SELECT count(*) FROM held_messages WHERE conversation_id = $1 AND author_id = $2 AND state = 'waiting'
"""

HOLD = """
    INSERT INTO held_messages (conversation_id, author_id, client_id, draft, file_ids, created_at, watched)
    VALUES ($1, $2, $3, $4::jsonb, $5::bigint[], $6, $7) RETURNING id
"""

ORGANISATION_OF_CHAT = "SELECT organisation_id FROM conversations WHERE id = $1"

# What was held for its words the staff of the chat's organisation decides.
IS_STAFF_OF_CHAT = """
    SELECT EXISTS (
        SELECT FROM conversations c
          JOIN current_roles r ON r.organisation_id = c.organisation_id AND r.person_id = $2
                              AND r.role IN ('teacher', 'administrator')
         WHERE c.id = $1)
"""

# Whose list it is: the name of the chat's organisation, for its staff alone.
LIST_AS_STAFF_SEES = """
    SELECT o.name FROM conversations c JOIN organisations o ON o.id = c.organisation_id
     WHERE c.id = $1 AND EXISTS (
        SELECT FROM current_roles r
         WHERE r.organisation_id = c.organisation_id AND r.person_id = $2 AND r.role IN ('teacher', 'administrator'))
"""

_COLUMNS = """
    SELECT h.id, h.conversation_id, h.author_id, h.client_id, h.draft::text AS draft, h.state, h.reason, h.decided_by,
           h.created_at, h.watched
      FROM held_messages h
"""

# Administrators see what waits, authors also what was declined.
PAGE = f"""{_COLUMNS}
     WHERE h.conversation_id = $1 AND h.id > $2
       AND (h.state = 'waiting' AND $4 OR h.author_id = $3 AND h.state <> 'approved')
     ORDER BY h.id LIMIT $5"""

# Who decides must be an administrator of the chat, who withdraws its author: both are part of the door.
FIND = f"""{_COLUMNS}
      JOIN members me ON me.conversation_id = h.conversation_id AND me.person_id = $2 AND me.left_at IS NULL
     WHERE h.id = $1 AND (me.role <> 'member' OR h.author_id = $2)
       FOR NO KEY UPDATE OF h"""

APPROVED = """
    UPDATE held_messages SET state = 'approved', draft = NULL, file_ids = '{}', decided_by = $2, decided_at = $3
     WHERE id = $1
"""

DECLINED = """
    UPDATE held_messages SET state = 'declined', reason = $4, decided_by = $2, decided_at = $3 WHERE id = $1
"""

FORGET = "DELETE FROM held_messages WHERE id = $1 RETURNING file_ids"

FORGET_DECLINED = "DELETE FROM held_messages WHERE id = $1 AND state = 'declined' RETURNING file_ids"

SAID = "SELECT id FROM messages WHERE author_id = $1 AND client_id = $2"

# Those who keep order in a chat, and how much waits for each sort.
KEEPERS = """
    SELECT person_id FROM members
     WHERE conversation_id = $1 AND left_at IS NULL AND role <> 'member' ORDER BY person_id LIMIT 50
"""

STAFF_KEEPERS = """
    SELECT DISTINCT m.person_id FROM members m
      JOIN conversations c ON c.id = m.conversation_id
      JOIN current_roles r ON r.person_id = m.person_id AND r.organisation_id = c.organisation_id
                          AND r.role IN ('teacher', 'administrator')
     WHERE m.conversation_id = $1 AND m.left_at IS NULL AND m.role <> 'member' ORDER BY 1 LIMIT 50
"""

WAITING = """
    SELECT (SELECT count(*) FROM held_messages h WHERE h.conversation_id = $1 AND h.state = 'waiting') AS held,
           (SELECT count(*) FROM join_requests j WHERE j.conversation_id = $1 AND j.state = 'waiting') AS joins
"""

# Declined words stay with their author; what waits can be looked at by those who decide.
HOLDS_FILE = """
    SELECT EXISTS (
        SELECT FROM held_messages h
          JOIN members me ON me.conversation_id = h.conversation_id AND me.person_id = $2 AND me.left_at IS NULL
         WHERE h.state <> 'approved' AND h.file_ids @> ARRAY[$1::bigint]
           AND (h.author_id = $2 OR me.role <> 'member' AND h.state = 'waiting'))
"""

HELD_FILES = """
    SELECT DISTINCT f.id FROM held_messages h, unnest(h.file_ids) AS f (id)
     WHERE h.state <> 'approved' AND h.file_ids && $1::bigint[] AND f.id = ANY($1::bigint[])
"""
