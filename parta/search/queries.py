"""SQL of finding messages."""

STEMS = """
    SELECT (place - 1)::int AS place,
           (CASE WHEN place > 2 THEN phraseto_tsquery('search_words', search_text(piece))
                 ELSE plainto_tsquery('search_words', search_text(piece)) END)::text AS stems
      FROM unnest($1::text[]) WITH ORDINALITY AS pieces (piece, place)
"""

# How much there is, how much of it somebody sees, and the stretches of time in which to look, the newest first.
SCOPE = """
    SELECT (SELECT coalesce(sum(c.last_number), 0)::bigint
              FROM (SELECT conversation_id FROM members
                     WHERE person_id = $1 AND left_at IS NULL AND ($2::bigint IS NULL OR conversation_id = $2)
                     LIMIT 300) me
              JOIN conversations c ON c.id = me.conversation_id) AS mine,
           (SELECT count(*) FROM search_periods) AS periods,
           (SELECT finished_at IS NULL FROM search_filling) AS filling
"""

# Those with something older than ($1, $2); the first that begins before `since` is the last one that may hold something.
PERIODS = """
    SELECT id, starts_at, lag(starts_at, 1, '9999-01-01') OVER (ORDER BY starts_at DESC) AS ends_at
      FROM search_periods
     WHERE (starts_at, 0) < ($1::timestamptz, $2::bigint)
       AND starts_at >= coalesce((SELECT max(p.starts_at) FROM search_periods p WHERE p.starts_at <= $3), 'epoch')
     ORDER BY starts_at DESC LIMIT $4
"""

_MINE = """
    WITH mine AS MATERIALIZED (
        SELECT conversation_id FROM members
         WHERE person_id = $1 AND left_at IS NULL AND ($2::bigint IS NULL OR conversation_id = $2)
    )
"""

_FOUND = "s.message_id, s.conversation_id, s.at"

# Whose entry is shown and whose is not, the same on every way. The lists stand behind IS TRUE, so that they are made
# once and looked up, not joined anew in every stretch of time.
_SHOWN = """
           (s.at, s.message_id) < ($3::timestamptz, $4::bigint) AND s.at >= $5
       AND ($6::text = '' OR s.words @@ $6::text::tsquery)
       AND (s.expires_at IS NULL OR s.expires_at > $7)
       AND (s.message_id NOT IN (SELECT h.message_id FROM hidden_messages h WHERE h.person_id = $1)) IS TRUE
       AND (NOT $8 OR EXISTS (SELECT FROM current_roles r
                               WHERE r.person_id = s.author_id AND r.confirmed_at IS NOT NULL
                                 AND r.role IN ('teacher', 'administrator')))
       AND (NOT $9 OR EXISTS (SELECT FROM important_messages i
                               WHERE i.person_id = $1 AND i.message_id = s.message_id))
"""

_IN_MINE = "(s.conversation_id IN (SELECT conversation_id FROM mine)) IS TRUE"

_NEWEST = "ORDER BY s.at DESC, s.message_id DESC LIMIT $10"

# By word: stretch after stretch, until there is enough. A common word is found in the newest stretch alone;
# of a rare one there is little in all of them. IS TRUE and OFFSET 0 leave the planner no other way than by word:
# once it plans without looking at the values, walking the index of times seems cheaper to it, and takes seconds.
BY_WORD = f"""
    {_MINE}
    SELECT {_FOUND}
      FROM unnest($11::int[]) WITH ORDINALITY AS p (id, place)
     CROSS JOIN LATERAL (
        SELECT {_FOUND}
          FROM (SELECT {_FOUND} FROM search_entries s
                 WHERE search_keys(s.words, s.period) @@ replace(' ' || $12::text, ' ''', ' ''' || p.id || '~')::tsquery
                   AND {_IN_MINE} AND ({_SHOWN}) IS TRUE
                OFFSET 0) s
         {_NEWEST}
     ) s
     LIMIT $10
"""

# By time: for questions without words.
BY_TIME = f"""
    {_MINE}
    SELECT {_FOUND}
      FROM unnest($11::timestamptz[], $12::timestamptz[]) WITH ORDINALITY AS p (starts_at, ends_at, place)
     CROSS JOIN LATERAL (
        SELECT {_FOUND} FROM search_entries s
         WHERE s.at >= p.starts_at AND s.at < p.ends_at AND {_IN_MINE} AND {_SHOWN} {_NEWEST}
     ) s
     LIMIT $10
"""

# Chat by chat: for those who see little of all that is said.
BY_CHAT = f"""
    {_MINE}
    SELECT {_FOUND}
      FROM mine m
     CROSS JOIN LATERAL (
        SELECT {_FOUND} FROM search_entries s WHERE s.conversation_id = m.conversation_id AND {_SHOWN} {_NEWEST}
     ) s
     {_NEWEST}
"""

# By one's own marks, of which there are few.
BY_MARK = f"""
    {_MINE}
    SELECT {_FOUND}
      FROM important_messages i JOIN search_entries s ON s.message_id = i.message_id
     WHERE i.person_id = $1 AND {_IN_MINE} AND {_SHOWN} {_NEWEST}
"""

NUMBERS = "SELECT id, number FROM messages WHERE id = ANY($1::bigint[]) AND deleted_at IS NULL"

# What is shown of the hits, from the messages themselves: the index is never shown.
DETAILS = """
    SELECT m.id AS message_id, m.conversation_id, m.number, m.author_id, m.created_at AS at, m.body,
           coalesce(f.names, '{}') AS file_names, coalesce(f.kinds, '{}') AS kinds,
           coalesce(t.text, '') AS transcript, coalesce(concat_ws(' ', p.question, p.options), '') AS poll
      FROM messages m
      LEFT JOIN LATERAL (
          SELECT array_agg(o.name ORDER BY x.position) AS names,
                 array_agg(coalesce(o.purpose, o.kind) ORDER BY x.position) AS kinds
            FROM message_files x JOIN files o ON o.id = x.file_id
           WHERE m.has_files AND x.message_id = m.id
      ) f ON true
      LEFT JOIN LATERAL (
          SELECT t.text FROM transcripts t
           WHERE m.content IS NOT NULL AND t.message_id = m.id AND t.state = 'ready'
      ) t ON true
      LEFT JOIN LATERAL (
          SELECT p.question, array_to_string(p.options, ' · ') AS options FROM polls p
           WHERE m.content IS NOT NULL AND p.message_id = m.id
      ) p ON true
     WHERE m.id = ANY($1::bigint[]) AND m.deleted_at IS NULL
"""

# Which of these words the question means.
MEANT = """
    SELECT word FROM unnest($1::text[]) AS words (word)
     WHERE to_tsvector('search_words', search_text(word)) @@ $2::text::tsquery
"""

CHATS = """
    SELECT c.id, c.kind, c.title, c.pair_low + c.pair_high - $2 AS partner_id
      FROM conversations c WHERE c.id = ANY($1::bigint[])
"""
