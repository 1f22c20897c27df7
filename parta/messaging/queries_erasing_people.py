"""SQL of what somebody who is erased leaves behind."""

GROUPS_OF = """
    SELECT m.conversation_id FROM members m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.person_id = $1 AND m.left_at IS NULL AND c.kind = 'group'
"""

# «Избранное» is theirs alone.
OWN_WORDS = """
    UPDATE messages m SET body = '', content = NULL, deleted_at = $2, mentions = '{}', has_files = false
      FROM conversations c
     WHERE c.id = m.conversation_id AND c.kind = 'favourites' AND c.created_by = $1 AND m.deleted_at IS NULL
    RETURNING m.id, m.conversation_id, m.number
"""

SCHEDULED = "SELECT id FROM scheduled_messages WHERE author_id = $1"

EXPORTS = "SELECT id FROM exports WHERE person_id = $1"

FORGET = (
    "DELETE FROM drafts WHERE person_id = $1",
    "DELETE FROM folders WHERE person_id = $1",
    "DELETE FROM folder_tabs WHERE person_id = $1",
    "DELETE FROM hidden_messages WHERE person_id = $1",
    "DELETE FROM important_messages WHERE person_id = $1",
    "DELETE FROM message_reminders WHERE person_id = $1",
    "DELETE FROM voice_choices WHERE person_id = $1",
    "DELETE FROM join_requests WHERE person_id = $1",
    "DELETE FROM link_guesses WHERE person_id = $1",
    "DELETE FROM repeated_texts WHERE author_id = $1",
)
