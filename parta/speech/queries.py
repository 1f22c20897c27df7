"""The SQL of speech."""

# Asked again, what failed begins anew; what is heard or waited for stays.
ASK = """
    INSERT INTO hearings (file_id, asked_at) VALUES ($1, $2)
    ON CONFLICT (file_id) DO UPDATE SET state = 'waiting', heard_ms = 0, segments = '[]', asked_at = $2
     WHERE hearings.state = 'failed'
    RETURNING file_id
"""

HEARINGS = """
    SELECT file_id, state, language, heard_ms, segments::text AS segments FROM hearings
     WHERE file_id = ANY($1::bigint[])
"""

# Whoever asks waits until a piece that is just being written down is there: else they would wait for ever.
SETTLED_HEARING = HEARINGS + " FOR SHARE"

# A piece counts only once: whoever heard it again after a crash finds that the place has moved.
ADD_PIECE = """
    UPDATE hearings
       SET segments = segments || $3::jsonb, heard_ms = $4, state = $5,
           language = CASE WHEN language = '' THEN $6 ELSE language END,
           finished_at = CASE WHEN $5 = 'waiting' THEN NULL ELSE $7::timestamptz END
     WHERE file_id = $1 AND heard_ms = $2 AND state = 'waiting'
"""

FORGET = "DELETE FROM hearings WHERE file_id = ANY($1::bigint[])"
