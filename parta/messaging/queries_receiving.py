"""SQL of following a newcomer who became the person the school expected.

Somebody who belongs nowhere shares a chat with nobody: theirs is «Избранное» alone, and how they arranged the list.
"""

FOLLOW = (
    """
    UPDATE messages m SET author_id = $1 FROM conversations c
     WHERE c.id = m.conversation_id AND c.kind = 'favourites' AND c.created_by = $2 AND m.author_id = $2
    """,
    """
    UPDATE members m SET person_id = $1 FROM conversations c
     WHERE c.id = m.conversation_id AND c.kind = 'favourites' AND c.created_by = $2 AND m.person_id = $2
    """,
    "UPDATE conversations SET created_by = $1 WHERE created_by = $2 AND kind = 'favourites'",
    "UPDATE drafts SET person_id = $1 WHERE person_id = $2",
    "UPDATE folders SET person_id = $1 WHERE person_id = $2",
    "UPDATE folder_tabs SET person_id = $1 WHERE person_id = $2",
    "UPDATE important_messages SET person_id = $1 WHERE person_id = $2",
    "UPDATE message_reminders SET person_id = $1 WHERE person_id = $2",
    """
    UPDATE scheduled_messages s SET author_id = $1 FROM conversations c
     WHERE c.id = s.conversation_id AND c.kind = 'favourites' AND c.created_by = $1 AND s.author_id = $2
    """,
    "UPDATE voice_choices SET person_id = $1 WHERE person_id = $2",
)
