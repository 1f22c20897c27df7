"""SQL of what a notification shows."""

# What the tab and the icon count: unread messages of chats that are not muted.
BADGE = """
    SELECT coalesce(sum(c.last_number - m.read_number), 0)::int
      FROM members m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.person_id = $1 AND m.left_at IS NULL AND (m.muted_until IS NULL OR m.muted_until <= $2)
"""

# Of notifications on a screen those whose message has been read elsewhere, or whose chat is no longer the person's.
READ_AMONG = """
    SELECT s.conversation_id
      FROM unnest($2::bigint[], $3::bigint[]) AS s (conversation_id, number)
     WHERE NOT EXISTS (SELECT FROM members m
                        WHERE m.conversation_id = s.conversation_id AND m.person_id = $1 AND m.left_at IS NULL
                          AND m.read_number < s.number)
"""

LAST_REACTION = """
    SELECT emoji, person_id FROM reactions
     WHERE message_id = $1 AND person_id <> $2 ORDER BY created_at DESC, person_id LIMIT 1
"""
