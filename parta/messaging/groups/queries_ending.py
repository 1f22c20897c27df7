"""SQL of the end of a group."""

EVERYBODY_LEAVES = """
    UPDATE members SET left_at = now() WHERE conversation_id = $1 AND left_at IS NULL RETURNING person_id
"""

FORGET_JOINING = """
    WITH asked AS (DELETE FROM join_requests WHERE conversation_id = $1)
    UPDATE invite_links SET revoked_at = now() WHERE conversation_id = $1 AND revoked_at IS NULL
"""

FORGET_HELD = "DELETE FROM held_messages WHERE conversation_id = $1 RETURNING file_ids"

ERASE_NEXT = """
    UPDATE messages SET deleted_at = $2, body = '', mentions = '{}', service = NULL, content = NULL,
                        expires_at = NULL, has_files = false, has_reactions = false
     WHERE id IN (SELECT id FROM messages WHERE conversation_id = $1 AND deleted_at IS NULL ORDER BY number LIMIT $3)
    RETURNING id, conversation_id, number
"""
