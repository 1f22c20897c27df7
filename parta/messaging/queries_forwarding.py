"""SQL of forwarding."""

# Membership is part of the join; what somebody hid from themselves they cannot hand on either.
SOURCES = """
    SELECT m.id, m.conversation_id, m.kind, m.expires_at IS NOT NULL AS disappearing,
           m.deleted_at IS NOT NULL OR coalesce(m.expires_at <= $3, false) AS deleted, c.forwarding_forbidden
      FROM messages m
      JOIN members me ON me.conversation_id = m.conversation_id AND me.person_id = $2 AND me.left_at IS NULL
      JOIN conversations c ON c.id = m.conversation_id
     WHERE m.id = ANY($1::bigint[])
       AND NOT EXISTS (SELECT FROM hidden_messages h WHERE h.person_id = $2 AND h.message_id = m.id)
"""

# What an earlier try has done already: a target is served whole or not at all, so its last message tells.
DONE = "SELECT client_id FROM messages WHERE author_id = $1 AND client_id = ANY($2::uuid[])"

IDS_OF = """
    SELECT m.id FROM messages m
      JOIN unnest($2::uuid[]) WITH ORDINALITY AS asked (client_id, place) ON asked.client_id = m.client_id
     WHERE m.author_id = $1 ORDER BY asked.place
"""
