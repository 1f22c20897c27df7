"""SQL of keeping the index."""

# Locked until the entry is written: a deletion that comes meanwhile waits and then finds the entry to erase,
# one that came before is seen. Without it, deleted words could be left behind.
_LIVING = """
    SELECT m.id, m.conversation_id, m.number, m.author_id, m.created_at, m.expires_at, m.body, m.has_files,
           m.content IS NOT NULL AS rich
      FROM messages m
     WHERE m.deleted_at IS NULL AND m.kind = 'text'
"""

# Everything but the author's roles hangs on flags of the message's own row, so plain text costs no look anywhere else.
# Whoever has ever had a role of staff is marked: whether they have it today is asked when something is looked for.
_DESCRIBED = """
    SELECT l.id, l.conversation_id, l.author_id, l.number, l.created_at, l.expires_at,
           (SELECT p.id FROM search_periods p WHERE p.starts_at <= l.created_at ORDER BY p.starts_at DESC LIMIT 1),
           array_to_tsvector(array_remove(ARRAY[
               '@' || l.author_id,
               CASE WHEN l.body LIKE '%://%' OR l.body LIKE '%www.%' THEN '#link' END,
               CASE WHEN p.question IS NOT NULL THEN '#poll' END,
               CASE WHEN EXISTS (SELECT FROM roles r WHERE r.person_id = l.author_id
                                    AND r.role IN ('teacher', 'administrator')) THEN '#staff' END
           ] || f.marks, NULL))
           || to_tsvector('search_words', search_text(concat_ws(' ', l.body, f.names, t.said, p.question, p.options)))
      FROM living l
      LEFT JOIN LATERAL (
          SELECT string_agg(o.name, ' ') AS names,
                 array_agg(CASE WHEN o.purpose = 'voice' THEN '#voice'
                                WHEN o.purpose = 'circle' OR o.kind = 'video' THEN '#video'
                                WHEN o.kind = 'image' THEN '#photo'
                                ELSE '#file' END) AS marks
            FROM message_files x JOIN files o ON o.id = x.file_id
           WHERE l.has_files AND x.message_id = l.id
      ) f ON true
      LEFT JOIN LATERAL (
          SELECT t.text AS said FROM transcripts t WHERE l.rich AND t.message_id = l.id AND t.state = 'ready'
      ) t ON true
      LEFT JOIN LATERAL (
          SELECT p.question, array_to_string(p.options, ' ') AS options
            FROM polls p WHERE l.rich AND p.message_id = l.id
      ) p ON true
"""


def _index(which: str) -> str:
    return f"""
        WITH living AS ({_LIVING} AND {which} FOR SHARE)
        INSERT INTO search_entries (message_id, conversation_id, author_id, number, at, expires_at, period, words)
        {_DESCRIBED}
            ON CONFLICT (message_id) DO UPDATE SET expires_at = excluded.expires_at, words = excluded.words
    """


INDEX = _index("m.id = ANY($1::bigint[])")

INDEX_STRETCH = _index("m.id BETWEEN $1 AND $2")

# The next of somebody's messages, the oldest first.
OF_AUTHOR = """
    SELECT m.id FROM messages m
     WHERE m.author_id = $1 AND m.id > $2 AND m.deleted_at IS NULL ORDER BY m.id LIMIT $3
"""

STAFF_AMONG = """
    SELECT DISTINCT r.person_id FROM current_roles r
     WHERE r.person_id = ANY($1::bigint[]) AND r.role IN ('teacher', 'administrator')
"""

ERASE = "DELETE FROM search_entries WHERE message_id = ANY($1::bigint[])"

# The newest period is closed when it is full; what comes later belongs to the next one.
TURN_PERIOD = """
    WITH grown AS (
        UPDATE search_periods SET entries = entries + $1
         WHERE id = (SELECT id FROM search_periods ORDER BY starts_at DESC LIMIT 1)
        RETURNING entries
    )
    INSERT INTO search_periods (starts_at) SELECT $2 FROM grown WHERE entries >= $3 ON CONFLICT DO NOTHING
"""

FILLING = "SELECT next_id, first_id, finished_at IS NOT NULL AS finished FROM search_filling FOR UPDATE"

FILLED = "SELECT next_id, first_id, finished_at IS NOT NULL AS finished FROM search_filling"

NEWEST_MESSAGE = "SELECT coalesce(max(id), 0) FROM messages"

FORGET_ENTRIES = "TRUNCATE search_entries, search_periods"

# Moments that divide the messages into about equal parts; a sample of pages is enough for that.
PLAN_PERIODS = """
    INSERT INTO search_periods (starts_at)
    SELECT DISTINCT moment
      FROM (SELECT percentile_disc($2::float8[]) WITHIN GROUP (ORDER BY created_at) AS moments
              FROM messages TABLESAMPLE system ($1)) sampled, unnest(moments) AS moment
     WHERE moment > 'epoch'
     UNION SELECT 'epoch'
     ORDER BY 1
"""

BEGIN_FILLING = """
    UPDATE search_filling SET next_id = $1, first_id = $1, started_at = $2, finished_at = NULL
"""

ADVANCE_FILLING = "UPDATE search_filling SET next_id = $1, finished_at = $2"
