"""SQL of the limits on starting and on mass sending."""

WIDEST_ROLE = """
    SELECT CASE WHEN role = 'operator' THEN 'administrator' ELSE role END
      FROM current_roles WHERE person_id = $1
     ORDER BY array_position(ARRAY['operator', 'administrator', 'teacher', 'parent', 'pupil'], role) LIMIT 1
"""

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('starting:' || $1::bigint, 0))"

GROUP_STARTED = """
    SELECT created_at FROM conversations
     WHERE created_by = $1 AND created_at > $2 AND kind = 'group' ORDER BY created_at DESC OFFSET $3 LIMIT 1
"""

PERSON_ASKED = """
    SELECT created_at FROM conversations
     WHERE created_by = $1 AND created_at > $2 AND request_by = $1 ORDER BY created_at DESC OFFSET $3 LIMIT 1
"""

NOTE_TEXTS = """
    INSERT INTO repeated_texts AS t (author_id, digest, conversation_id, said_at)
    SELECT DISTINCT ON (author_id, digest, conversation_id) author_id, digest, conversation_id, said_at
      FROM unnest($1::bigint[], $2::bytea[], $3::bigint[], $4::timestamptz[])
        AS s (author_id, digest, conversation_id, said_at)
     ORDER BY author_id, digest, conversation_id, said_at DESC
        ON CONFLICT (author_id, digest, conversation_id) DO UPDATE SET said_at = excluded.said_at
         WHERE t.said_at < excluded.said_at
"""

# In how many chats each of these authors has lately said one of these texts, the most for each author.
REPEATED = """
    SELECT author_id, max(chats)::int AS chats
      FROM (SELECT r.author_id, r.digest, count(*) AS chats
              FROM repeated_texts r
             WHERE r.author_id = ANY($1::bigint[]) AND r.digest = ANY($2::bytea[]) AND r.said_at > $3
             GROUP BY r.author_id, r.digest) counted
     GROUP BY author_id HAVING max(chats) > $4
"""

FORGET_TEXTS = """
    DELETE FROM repeated_texts
     WHERE ctid = ANY (ARRAY(SELECT ctid FROM repeated_texts WHERE said_at <= $1 ORDER BY said_at LIMIT 1000))
"""

# Mass sending ends in all chats at once; a ban that somebody laid is neither shortened nor made longer.
PAUSE_EVERYWHERE = """
    UPDATE members m SET write_ban_until = $2, write_ban_reason = ''
     WHERE m.person_id = $1 AND m.left_at IS NULL AND m.write_ban_by IS NULL
       AND (m.write_ban_until IS NULL OR m.write_ban_until < $2)
       AND EXISTS (SELECT FROM conversations c WHERE c.id = m.conversation_id AND c.kind <> 'favourites')
    RETURNING m.conversation_id
"""

END_PAUSE = """
    UPDATE members SET write_ban_until = NULL
     WHERE person_id = $1 AND write_ban_by IS NULL AND write_ban_until <= $2
    RETURNING conversation_id
"""

PAUSE_ENDS = """
    SELECT max(write_ban_until) FROM members
     WHERE person_id = $1 AND write_ban_by IS NULL AND write_ban_until IS NOT NULL
"""
