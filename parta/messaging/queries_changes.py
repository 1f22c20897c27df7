"""SQL of changing what was said: editing, deleting, hiding, reacting, reading."""

# Deleted in this very moment, it must not get words again.
EDIT = "UPDATE messages SET body = $2, mentions = $3, edited_at = $4 WHERE id = $1 AND deleted_at IS NULL"

# The text goes at once; the row stays, because numbers are dense.
DELETE_FOR_ALL = """
    UPDATE messages SET deleted_at = $2, body = '', mentions = '{}', service = NULL, content = NULL,
                        expires_at = NULL, has_files = false, has_reactions = false
     WHERE id = $1 AND deleted_at IS NULL
"""

HIDE = "INSERT INTO hidden_messages (person_id, message_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"

# The message's row is locked so that the limit holds against two devices at once, and nobody deletes it meanwhile.
LOCK_MESSAGE = "SELECT id FROM messages WHERE id = $1 AND deleted_at IS NULL FOR NO KEY UPDATE"

REACTIONS_BY = "SELECT emoji FROM reactions WHERE message_id = $1 AND person_id = $2"

ADD_REACTION = """
    WITH added AS (
        INSERT INTO reactions (message_id, person_id, emoji) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
        RETURNING message_id
    )
    UPDATE messages SET has_reactions = true WHERE id IN (SELECT message_id FROM added)
"""

REMOVE_REACTION = "DELETE FROM reactions WHERE message_id = $1 AND person_id = $2 AND emoji = $3"

REACTORS = """
    SELECT emoji, person_id, created_at FROM reactions
     WHERE message_id = $1 AND (created_at, person_id, emoji) > ($2, $3, $4)
       AND (NOT $6 OR person_id = $7 OR person_id IN (
            SELECT k.person_id FROM members k
             WHERE k.conversation_id = $8 AND k.role <> 'member' AND k.left_at IS NULL))
     ORDER BY created_at, person_id, emoji LIMIT $5
"""

# A pointer only moves forward, and never beyond what was said.
MOVE_READING = """
    UPDATE members m SET read_number = least($3, c.last_number), marked_unread = false
      FROM conversations c
     WHERE m.conversation_id = $1 AND m.person_id = $2 AND m.left_at IS NULL
       AND c.id = m.conversation_id AND m.read_number < least($3, c.last_number)
    RETURNING m.read_number, c.members_hidden
"""

# Whoever's pointer has reached the message has read it; its author is not counted.
READERS = """
    SELECT person_id FROM members
     WHERE conversation_id = $1 AND left_at IS NULL AND read_number >= $2 AND person_id <> $3 AND person_id > $4
       AND (NOT $6 OR role <> 'member' OR person_id = $7)
     ORDER BY person_id LIMIT $5
"""

READERS_COUNT = """
    SELECT count(*) FROM members
     WHERE conversation_id = $1 AND left_at IS NULL AND read_number >= $2 AND person_id <> $3
"""

MUTE = """
    UPDATE members SET muted_until = $3, mentions_pass = $4 WHERE conversation_id = $1 AND person_id = $2
"""
