"""SQL of a chat's order: its settings, and what they make of its messages."""

SETTINGS_COLUMNS = """
           c.who_writes, c.who_invites, c.who_pins, c.who_calls, c.who_mentions_all, c.forwarding_forbidden,
           c.members_hidden, c.slow_mode, c.approval, c.silent_until, c.silence_reason
"""

CHANGE_SETTINGS = """
    UPDATE conversations
       SET who_writes = $2, who_invites = $3, who_pins = $4, who_calls = $5, who_mentions_all = $6,
           forwarding_forbidden = $7, members_hidden = $8, slow_mode = $9, approval = $10, silent_until = $11,
           silence_reason = $12
     WHERE id = $1
"""

# Whoever adds a rule to chats adds it here: only plain chats go the short way.
MAKE_PLAIN = """
    UPDATE conversations
       SET plain = who_writes = 'all' AND slow_mode = 0 AND NOT approval AND NOT members_hidden
                   AND silent_until IS NULL AND lifetime IS NULL
     WHERE id = $1
"""

# Who has spoken is known to all; the list of members is hidden from then on.
REMEMBER_SPEAKERS = """
    UPDATE members m SET said_at = coalesce(m.said_at, spoke.at)
      FROM (SELECT author_id, max(created_at) AS at FROM messages
             WHERE conversation_id = $1 AND kind = 'text' GROUP BY author_id) spoke
     WHERE m.conversation_id = $1 AND m.person_id = spoke.author_id
"""

NOTE_SPEAKERS = """
    UPDATE members m SET said_at = $3
      FROM unnest($1::bigint[], $2::bigint[]) AS s (conversation_id, person_id)
     WHERE m.conversation_id = s.conversation_id AND m.person_id = s.person_id
"""

# Administrators are known to all, and so is who has spoken; an administrator sees everybody.
SEEN_AMONG = """
    SELECT o.person_id FROM members o
     WHERE o.conversation_id = $1 AND o.person_id = ANY($2::bigint[]) AND o.left_at IS NULL
       AND (o.person_id = $3 OR o.role <> 'member' OR o.said_at IS NOT NULL)
"""

HIDING_AMONG = "SELECT id FROM conversations WHERE id = ANY($1::bigint[]) AND members_hidden"

HIDES_MEMBERS = "SELECT members_hidden FROM conversations WHERE id = $1"

STANDING = f"""
    SELECT c.kind, m.role, m.write_ban_until, m.write_ban_by, m.write_ban_reason, m.said_at, {SETTINGS_COLUMNS}
      FROM members m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.conversation_id = $1 AND m.person_id = $2 AND m.left_at IS NULL
       FOR NO KEY UPDATE OF m
"""

JUST_SAID_SETTINGS = """
    SELECT EXISTS (
        SELECT FROM conversations c
          JOIN messages m ON m.conversation_id = c.id AND m.number = c.last_number
         WHERE c.id = $1 AND m.author_id = $2 AND m.created_at > $3 AND m.service ->> 'what' = 'settings')
"""
