"""SQL of voice messages as text."""

# What there is to hear in a message, and whether its words are somebody else's.
RECORDING_OF = """
    SELECT f.id AS file_id, coalesce(m.content ? 'forwarded', false) AS forwarded
      FROM message_files x
      JOIN files f ON f.id = x.file_id AND f.purpose IS NOT NULL
      JOIN messages m ON m.id = x.message_id
     WHERE x.message_id = $1
     ORDER BY x.position LIMIT 1
"""

# Deleted in this very moment, it must not get words again.
LOCK_MESSAGE = "SELECT id FROM messages WHERE id = $1 AND deleted_at IS NULL FOR NO KEY UPDATE"

TRANSCRIPTS = """
    SELECT message_id, state, text, edited_at IS NOT NULL AS edited FROM transcripts
     WHERE message_id = ANY($1::bigint[])
"""

# That there is a text is noted in the message itself, so that a page without any asks for none.
WRITE = """
    WITH noted AS (
        UPDATE messages SET content = coalesce(content, '{}') || '{"transcript": true}' WHERE id = $1
    )
    INSERT INTO transcripts (message_id, file_id, state, text, edited_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (message_id) DO UPDATE SET state = $3, text = $4, edited_at = $5
"""

# All messages that wait for this file. Their rows are locked first: a message that is being deleted right now
# is either gone already, or will find these words in the log and take them back.
TELL_WAITING = """
    WITH living AS (
        SELECT m.id, m.conversation_id, m.number
          FROM transcripts t
          JOIN messages m ON m.id = t.message_id AND m.deleted_at IS NULL
         WHERE t.file_id = $1 AND t.state = 'waiting'
         ORDER BY m.id
           FOR NO KEY UPDATE OF m
    )
    UPDATE transcripts t SET state = $2, text = $3 FROM living
     WHERE t.message_id = living.id AND t.state = 'waiting'
    RETURNING living.id, living.conversation_id, living.number
"""

FORGET = "DELETE FROM transcripts WHERE message_id = ANY($1::bigint[]) RETURNING file_id"

# In which of these conversations somebody wants every voice message as text.
WANTED_IN = """
    SELECT DISTINCT m.conversation_id
      FROM members m
      JOIN voice_choices v ON v.person_id = m.person_id AND v.texts
     WHERE m.conversation_id = ANY($1::bigint[]) AND m.left_at IS NULL
"""

CHOICE = "SELECT texts FROM voice_choices WHERE person_id = $1"

CHOOSE = """
    INSERT INTO voice_choices (person_id, texts) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET texts = $2
"""
