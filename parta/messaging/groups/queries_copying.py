"""SQL of making a group from another one."""

OTHER_MEMBERS = """
    SELECT m.person_id FROM members m JOIN people p ON p.id = m.person_id
     WHERE m.conversation_id = $1 AND m.person_id <> $2 AND m.left_at IS NULL AND p.erased_at IS NULL
     ORDER BY p.search_name, m.person_id LIMIT $3
"""
