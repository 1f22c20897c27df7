"""SQL of reading messages."""

_COLUMNS = """
    SELECT m.id, m.conversation_id, m.number, m.author_id, m.client_id, m.kind, m.body, m.mentions,
           m.service::text AS service, m.has_files, m.has_reactions, m.content::text AS content,
           m.expires_at, m.created_at, m.edited_at,
           m.deleted_at IS NOT NULL AS deleted, h.message_id IS NOT NULL AS hidden,
           i.message_id IS NOT NULL AS important,
           r.id AS reply_id, r.number AS reply_number, r.author_id AS reply_author_id,
           CASE WHEN r.deleted_at IS NULL THEN left(r.body, 140) ELSE '' END AS reply_excerpt,
           r.deleted_at IS NOT NULL AS reply_deleted, r.expires_at AS reply_expires_at,
           CASE WHEN r.has_files THEN (SELECT coalesce(f.purpose, f.kind) FROM message_files x JOIN files f ON f.id = x.file_id
                                        WHERE x.message_id = r.id ORDER BY x.position LIMIT 1)
                WHEN r.content ? 'sticker' THEN 'sticker' WHEN r.content ? 'poll' THEN 'poll' END AS reply_attachment
"""

_JOINS = """
      LEFT JOIN messages r ON r.id = m.reply_to_id
      LEFT JOIN hidden_messages h ON h.message_id = m.id AND h.person_id = $1
      LEFT JOIN important_messages i ON i.message_id = m.id AND i.person_id = $1
"""

# Pages go by number, which is dense, so a page anywhere costs the same.
BEFORE = f"""{_COLUMNS} FROM messages m {_JOINS}
     WHERE m.conversation_id = $2 AND m.number < $3 ORDER BY m.number DESC LIMIT $4"""

AFTER = f"""{_COLUMNS} FROM messages m {_JOINS}
     WHERE m.conversation_id = $2 AND m.number > $3 ORDER BY m.number LIMIT $4"""

BY_ID = f"{_COLUMNS} FROM messages m {_JOINS} WHERE m.id = ANY($2::bigint[])"

# The last messages of many conversations for their list.
LAST_OF_EACH = f"""{_COLUMNS}
      FROM unnest($2::bigint[], $3::bigint[]) AS wanted (conversation_id, number)
      JOIN messages m ON m.conversation_id = wanted.conversation_id AND m.number = wanted.number {_JOINS}"""

FILES_OF = """
    SELECT message_id, file_id FROM message_files
     WHERE message_id = ANY($1::bigint[]) ORDER BY message_id, position
"""

REACTIONS_OF = """
    SELECT message_id, emoji, count(*)::int AS count, bool_or(person_id = $1) AS mine
      FROM reactions WHERE message_id = ANY($2::bigint[])
     GROUP BY message_id, emoji ORDER BY message_id, min(created_at)
"""
