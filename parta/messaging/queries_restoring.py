"""SQL of bringing in old talk."""

TAKE_NUMBERS = """
    UPDATE conversations SET last_number = last_number + $2 WHERE id = $1 RETURNING last_number - $2
"""

RESTORE = """
    WITH restored AS (
        INSERT INTO messages (conversation_id, number, author_id, client_id, body, mentions, has_files,
                              has_reactions, created_at, edited_at, deleted_at)
        SELECT $1, $2 + place, author_id, client_id, body, mentions::bigint[], has_files, has_reactions,
               created_at, edited_at, deleted_at
          FROM unnest($3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::boolean[], $8::boolean[],
                      $9::timestamptz[], $10::timestamptz[], $11::timestamptz[]) WITH ORDINALITY
            AS m (author_id, client_id, body, mentions, has_files, has_reactions, created_at, edited_at,
                  deleted_at, place)
        RETURNING id, number
    )
    SELECT id FROM restored ORDER BY number
"""

QUOTE = """
    UPDATE messages m SET reply_to_id = q.quoted
      FROM unnest($1::bigint[], $2::bigint[]) AS q (id, quoted) WHERE m.id = q.id
"""

# Place and kind are kept beside the file, so that a chat's attachments of a kind are one stretch of an index.
ATTACH = """
    INSERT INTO message_files (message_id, position, file_id, conversation_id, number, kind)
    SELECT a.message_id, a.position, a.file_id, m.conversation_id, m.number, coalesce(f.purpose, f.kind)
      FROM unnest($1::bigint[], $2::smallint[], $3::bigint[]) AS a (message_id, position, file_id)
      JOIN messages m ON m.id = a.message_id
      JOIN files f ON f.id = a.file_id
"""

REACT = """
    INSERT INTO reactions (message_id, person_id, emoji, created_at)
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[]) ON CONFLICT DO NOTHING
"""

LAST_MOMENT = "UPDATE conversations SET last_message_at = $2 WHERE id = $1"

MENTION = """
    UPDATE members m SET mentioned_number = greatest(m.mentioned_number, x.number)
      FROM (SELECT person_id, max(number) AS number
              FROM messages, unnest(mentions) AS person_id
             WHERE id = ANY($2::bigint[]) GROUP BY person_id) x
     WHERE m.conversation_id = $1 AND m.person_id = x.person_id
"""

READ = """
    UPDATE members m SET read_number = r.number
      FROM unnest($2::bigint[], $3::bigint[]) AS r (person_id, number)
     WHERE m.conversation_id = $1 AND m.person_id = r.person_id AND m.read_number < r.number
"""
