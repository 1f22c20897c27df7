"""SQL of whom to tell of new messages."""

# Only those whom something can reach: a subscribed browser, or quiet hours that will be summed up. A chat in which
# nobody is such, or everybody is muted, costs one look. Members come in the order of their key, a page at a time.
AUDIENCE = """
    SELECT a.conversation_id, a.person_id, a.read_number, a.muted, a.mentions_pass,
           EXISTS (SELECT FROM current_roles r WHERE r.person_id = a.person_id AND r.role = 'teacher') AS teaches
      FROM unnest($1::bigint[]) AS w (conversation_id)
     CROSS JOIN LATERAL (
        SELECT m.conversation_id, m.person_id, m.read_number, m.mentions_pass,
               m.muted_until IS NOT NULL AND m.muted_until > $2 AS muted
          FROM members m
         WHERE m.conversation_id = w.conversation_id AND m.left_at IS NULL AND m.person_id > $3
           AND (m.muted_until IS NULL OR m.muted_until <= $2 OR m.mentions_pass)
           AND m.person_id IN (SELECT person_id FROM push_subscriptions
                                UNION ALL
                               SELECT person_id FROM quiet_hours WHERE kept OR snoozed_until > $2
                                UNION ALL
                               SELECT child_id FROM guardian_quiet_hours)
         ORDER BY m.person_id LIMIT $4
     ) a
"""

IS_ANYBODY_REACHED = """
    SELECT EXISTS (SELECT FROM push_subscriptions)
        OR EXISTS (SELECT FROM quiet_hours WHERE kept OR snoozed_until > $1)
        OR EXISTS (SELECT FROM guardian_quiet_hours)
"""

CHATS = """
    SELECT id, kind, organisation_id, request_state IS NOT NULL AS requested
      FROM conversations WHERE id = ANY($1::bigint[]) AND closed_at IS NULL
"""

# A chat whose silence is noted already keeps the message at which it began.
HOLD = """
    INSERT INTO held_chats (person_id, conversation_id, from_number)
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS h (person_id, conversation_id, from_number)
     ORDER BY person_id, conversation_id
        ON CONFLICT DO NOTHING
    RETURNING person_id
"""

AUTHORS_OF = """
    SELECT m.id AS message_id, m.author_id, m.number, m.conversation_id
      FROM messages m
      JOIN members a ON a.conversation_id = m.conversation_id AND a.person_id = m.author_id AND a.left_at IS NULL
                    AND (a.muted_until IS NULL OR a.muted_until <= $2)
     WHERE m.id = ANY($1::bigint[]) AND m.deleted_at IS NULL
"""
