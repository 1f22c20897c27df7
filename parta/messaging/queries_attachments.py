"""SQL of what was attached in a chat, by kind."""

# Each kind is one stretch of an index, read from its newest end no further than the page.
OF_KINDS = """
    SELECT x.message_id, x.number, x.position, x.file_id, m.author_id, m.created_at, left(m.body, 140) AS excerpt
      FROM unnest($2::text[]) AS wanted (kind)
     CROSS JOIN LATERAL (
           SELECT f.message_id, f.number, f.position, f.file_id
             FROM message_files f
            WHERE f.conversation_id = $1 AND f.kind = wanted.kind AND (f.number, f.position) < ($3, $4)
              AND EXISTS (SELECT FROM messages a
                           WHERE a.id = f.message_id AND a.deleted_at IS NULL AND coalesce(a.expires_at > $7, true))
              AND NOT EXISTS (SELECT FROM hidden_messages h WHERE h.person_id = $5 AND h.message_id = f.message_id)
            ORDER BY f.number DESC, f.position DESC LIMIT $6
     ) x
      JOIN messages m ON m.id = x.message_id
     ORDER BY x.number DESC, x.position DESC LIMIT $6
"""

# The condition on the body is that of the index `messages_with_links`.
WITH_LINKS = """
    SELECT m.id AS message_id, m.number, m.author_id, m.created_at, m.body
      FROM messages m
     WHERE m.conversation_id = $1 AND m.body LIKE '%://%' AND m.number < $2 AND m.deleted_at IS NULL
       AND coalesce(m.expires_at > $5, true)
       AND NOT EXISTS (SELECT FROM hidden_messages h WHERE h.person_id = $3 AND h.message_id = m.id)
     ORDER BY m.number DESC LIMIT $4
"""
