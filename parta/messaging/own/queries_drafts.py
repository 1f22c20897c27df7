"""SQL of what was begun and not sent."""

# A later writer wins; what comes late from a slower device finds the newer text in its place. Words that the writer
# has not seen ($7 is the newest they had) are not written over: their device puts the two together.
SAVE = """
    INSERT INTO drafts AS d (person_id, conversation_id, body, reply_to_id, stamp, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (person_id, conversation_id)
        DO UPDATE SET body = excluded.body, reply_to_id = excluded.reply_to_id, stamp = excluded.stamp,
                      updated_at = excluded.updated_at
         WHERE d.stamp < excluded.stamp AND (d.body = '' OR d.stamp <= coalesce($7::bigint, excluded.stamp))
"""

_COLUMNS = """
    SELECT d.conversation_id, d.body, r.id AS reply_to_id, r.number AS reply_to_number, d.stamp
      FROM drafts d
      JOIN members me ON me.conversation_id = d.conversation_id AND me.person_id = $1 AND me.left_at IS NULL
      LEFT JOIN messages r ON r.id = d.reply_to_id AND r.conversation_id = d.conversation_id
                          AND r.deleted_at IS NULL
     WHERE d.person_id = $1
"""

ONE = f"{_COLUMNS} AND d.conversation_id = $2"

PAGE = f"{_COLUMNS} AND d.body <> '' AND d.conversation_id > $2 ORDER BY d.conversation_id LIMIT $3"

# What was said begins with what had been saved of it. A draft saved after the message is another one.
ERASE_SAID = """
    UPDATE drafts d SET body = '', reply_to_id = NULL, stamp = d.stamp + 1
      FROM messages m
     WHERE m.id = ANY($1::bigint[]) AND d.person_id = m.author_id AND d.conversation_id = m.conversation_id
       AND d.body <> '' AND d.updated_at <= m.created_at AND starts_with(m.body, btrim(d.body, E' \\n\\t'))
    RETURNING d.person_id, d.conversation_id, d.stamp
"""

FORGET = """
    DELETE FROM drafts d USING unnest($1::bigint[], $2::bigint[]) AS gone (conversation_id, person_id)
     WHERE d.conversation_id = gone.conversation_id AND d.person_id = gone.person_id
"""
