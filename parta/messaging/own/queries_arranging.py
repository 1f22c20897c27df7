"""SQL of a person's own order of chats."""

# One person's devices wait for each other, or the limits would not hold against two of them at once.
LOCK_ORDER = "SELECT pg_advisory_xact_lock(hashtextextended('order:' || $1::bigint, 0))"

PINNED = """
    SELECT conversation_id, pinned_place FROM members
     WHERE person_id = $1 AND pinned_place IS NOT NULL AND left_at IS NULL
     ORDER BY pinned_place, conversation_id
"""

PIN = "UPDATE members SET pinned_place = $3 WHERE conversation_id = $1 AND person_id = $2 AND left_at IS NULL"

UNPIN = """
    UPDATE members SET pinned_place = NULL
     WHERE conversation_id = $1 AND person_id = $2 AND pinned_place IS NOT NULL
"""

PLACE_PINNED = """
    UPDATE members m SET pinned_place = p.place
      FROM unnest($2::bigint[]) WITH ORDINALITY AS p (conversation_id, place)
     WHERE m.person_id = $1 AND m.conversation_id = p.conversation_id
"""

ARCHIVE = """
    UPDATE members m SET archived_number = c.last_number
      FROM conversations c
     WHERE c.id = $1 AND m.conversation_id = c.id AND m.person_id = $2 AND m.archived_number IS NULL
       AND m.left_at IS NULL
"""

UNARCHIVE = """
    UPDATE members SET archived_number = NULL
     WHERE conversation_id = $1 AND person_id = $2 AND archived_number IS NOT NULL
"""

MARK_UNREAD = """
    UPDATE members SET marked_unread = $3
     WHERE conversation_id = $1 AND person_id = $2 AND marked_unread <> $3 AND left_at IS NULL
"""

# Rows are locked in the order in which senders lock them. Who was mentioned is called even from a silent chat.
BRING_BACK = """
    WITH said AS (
        SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS s (conversation_id, author_id, number)
    ), heard AS (
        SELECT m.conversation_id, m.person_id FROM members m
         WHERE m.conversation_id = ANY($1::bigint[]) AND m.archived_number IS NOT NULL AND m.left_at IS NULL
           AND EXISTS (SELECT FROM said s
                        WHERE s.conversation_id = m.conversation_id AND s.author_id <> m.person_id
                          AND s.number > m.archived_number
                          AND (m.muted_until IS NULL OR m.muted_until <= $4 OR m.mentioned_number >= s.number))
         ORDER BY m.conversation_id, m.person_id
           FOR NO KEY UPDATE
    )
    UPDATE members m SET archived_number = NULL FROM heard h
     WHERE m.conversation_id = h.conversation_id AND m.person_id = h.person_id
    RETURNING m.conversation_id, m.person_id
"""

# Whoever comes back one day finds the chat among the others.
FORGET_ORDER = """
    UPDATE members m SET archived_number = NULL, pinned_place = NULL, marked_unread = false
      FROM unnest($1::bigint[], $2::bigint[]) AS gone (conversation_id, person_id)
     WHERE m.conversation_id = gone.conversation_id AND m.person_id = gone.person_id
       AND (m.archived_number IS NOT NULL OR m.pinned_place IS NOT NULL OR m.marked_unread)
"""
