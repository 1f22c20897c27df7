"""SQL of bans on writing."""

BAN = """
    UPDATE members SET write_ban_until = $3, write_ban_reason = $4, write_ban_by = $5
     WHERE conversation_id = $1 AND person_id = $2 AND left_at IS NULL AND NOT write_ban_sealed
"""

IS_SEALED = "SELECT write_ban_sealed FROM members WHERE conversation_id = $1 AND person_id = $2"

LIFT = """
    UPDATE members SET write_ban_until = NULL, write_ban_reason = '', write_ban_by = NULL, write_ban_sealed = false
     WHERE conversation_id = $1 AND person_id = $2 AND write_ban_until IS NOT NULL
"""

# NULL while there is nothing to end; the moment of the end while it is still to come.
BAN_ENDS = """
    SELECT write_ban_until FROM members
     WHERE conversation_id = $1 AND person_id = $2 AND write_ban_until < 'infinity' FOR NO KEY UPDATE
"""

SILENCE_ENDS = "SELECT silent_until FROM conversations WHERE id = $1 FOR NO KEY UPDATE"

SETTINGS_OF = """
    SELECT who_writes, who_invites, who_pins, who_calls, who_mentions_all, forwarding_forbidden, members_hidden,
           slow_mode, approval, silent_until, silence_reason
      FROM conversations WHERE id = $1
"""
