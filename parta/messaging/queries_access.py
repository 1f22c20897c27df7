"""SQL of the doors."""

from parta.messaging.order.queries import SETTINGS_COLUMNS

MY_CONVERSATION = f"""
    SELECT c.id, c.kind, c.title, c.automatic, c.organisation_id, c.class_id, c.parents_only,
           c.request_by, c.request_state, c.closed_at IS NOT NULL AS closed, c.last_number, c.members_count,
           me.role, me.read_number, coalesce(s.seq, 0) AS seq, {SETTINGS_COLUMNS}
      FROM conversations c
      JOIN members me ON me.conversation_id = c.id AND me.person_id = $2 AND me.left_at IS NULL
      LEFT JOIN streams s ON s.name = 'conversation:' || c.id
     WHERE c.id = $1
"""

MY_CONVERSATION_LOCKED = MY_CONVERSATION + " FOR NO KEY UPDATE OF c"

# Membership is part of the join, so a message somebody may not read and one that does not exist are one answer.
VISIBLE_MESSAGE = """
    SELECT m.id, m.conversation_id, m.number, m.author_id, m.kind, m.created_at,
           m.deleted_at IS NOT NULL OR coalesce(m.expires_at <= $3, false) AS deleted, m.expires_at, me.role,
           c.members_hidden
      FROM messages m
      JOIN conversations c ON c.id = m.conversation_id
      JOIN members me ON me.conversation_id = m.conversation_id AND me.person_id = $2 AND me.left_at IS NULL
     WHERE m.id = $1
       AND NOT EXISTS (SELECT FROM hidden_messages h WHERE h.person_id = $2 AND h.message_id = m.id)
"""
