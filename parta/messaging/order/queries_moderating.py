"""SQL of what moderators of an organisation do to messages and members."""

LOCK_LIVING = """
    SELECT id, conversation_id, number, content::text AS content FROM messages
     WHERE id = $1 AND deleted_at IS NULL FOR UPDATE
"""

KEEP_WITHDRAWN = """
    INSERT INTO withdrawn_messages (message_id, body, mentions, content, expires_at, file_ids, withdrawn_at)
    SELECT id, body, mentions, content, expires_at,
           ARRAY(SELECT file_id FROM message_files f WHERE f.message_id = m.id ORDER BY position), $2
      FROM messages m WHERE id = $1
"""

TAKE_WITHDRAWN = """
    DELETE FROM withdrawn_messages WHERE message_id = $1
    RETURNING body, mentions, content::text AS content, expires_at, file_ids
"""

BRING_BACK = """
    UPDATE messages SET deleted_at = NULL, body = $2, mentions = $3, content = $4::jsonb, expires_at = $5, has_files = $6
     WHERE id = $1 AND deleted_at IS NOT NULL
    RETURNING conversation_id
"""

WITHDRAWN_FILES = """
    SELECT DISTINCT f.id FROM withdrawn_messages w, unnest(w.file_ids) AS f (id)
     WHERE w.file_ids && $1::bigint[] AND f.id = ANY($1::bigint[])
"""

# A longer ban stays the longer one.
SEAL_BANS = """
    UPDATE members m
       SET write_ban_until = CASE WHEN m.write_ban_sealed THEN greatest(m.write_ban_until, $3) ELSE $3 END,
           write_ban_reason = $4, write_ban_by = $5, write_ban_sealed = true
     WHERE m.person_id = $1 AND m.conversation_id = ANY($2::bigint[]) AND m.left_at IS NULL
    RETURNING m.conversation_id, m.write_ban_until AS until
"""

LIFT_SEALED = """
    UPDATE members SET write_ban_until = NULL, write_ban_reason = '', write_ban_by = NULL, write_ban_sealed = false
     WHERE person_id = $1 AND write_ban_sealed AND ($2::bigint[] IS NULL OR conversation_id = ANY($2))
    RETURNING conversation_id
"""

# All chats of these organisations, and what belongs to none. Not with the staff there, nor within one's family:
# whoever may not write must still be able to ask for help.
CHATS_WITHIN = """
    SELECT c.id FROM members m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.person_id = $1 AND m.left_at IS NULL AND c.kind <> 'favourites' AND c.closed_at IS NULL
       AND (c.organisation_id = ANY($2::bigint[]) OR c.organisation_id IS NULL)
       AND ($3::bigint[] IS NULL OR c.id = ANY($3))
       AND NOT (c.kind = 'direct' AND EXISTS (
               SELECT FROM members o
                WHERE o.conversation_id = c.id AND o.person_id <> $1
                  AND (EXISTS (SELECT FROM current_roles r
                                WHERE r.person_id = o.person_id AND r.organisation_id = ANY($2::bigint[])
                                  AND r.role IN ('teacher', 'administrator'))
                       OR EXISTS (SELECT FROM current_guardianships g
                                   WHERE (g.guardian_id, g.child_id) IN (($1, o.person_id), (o.person_id, $1))))))
"""

GROUP_LOCKED = "SELECT kind FROM conversations WHERE id = $1 FOR NO KEY UPDATE"
