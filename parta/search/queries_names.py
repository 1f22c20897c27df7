"""SQL of finding chats by their names."""

# One's chats with what they are called: a group its title, a chat of two the partner's names.
_NAMED = """
    WITH named AS (
        SELECT c.id, c.kind, c.title, c.automatic, c.members_count, c.last_message_at, p.id AS partner_id,
               CASE c.kind WHEN 'direct' THEN p.search_name
                           WHEN 'favourites' THEN 'избранное favourites saved'
                           ELSE lower(translate(c.title, 'Ёё«»"().,-–—№/', 'Ее            '))
               END AS name
          FROM members me
          JOIN conversations c ON c.id = me.conversation_id
          LEFT JOIN people p ON c.kind = 'direct' AND p.id = c.pair_low + c.pair_high - $1
         WHERE me.person_id = $1 AND me.left_at IS NULL
    )
"""

_COLUMNS = "id, kind, title, automatic, members_count, last_message_at, partner_id"

CHATS = f"""
    {_NAMED}
    SELECT {_COLUMNS} FROM named
     WHERE ' ' || name LIKE ALL ($2::text[]) AND (last_message_at, id) < ($3::timestamptz, $4::bigint)
     ORDER BY last_message_at DESC, id DESC LIMIT $5
"""

# With typing errors: every word is like some word of the name.
SIMILAR_CHATS = f"""
    {_NAMED}, rated AS (
        SELECT n.*, (SELECT min(word_similarity(word, n.name)) FROM unnest($2::text[]) AS words (word)) AS likeness
          FROM named n
    )
    SELECT {_COLUMNS} FROM rated WHERE likeness >= $3 ORDER BY likeness DESC, last_message_at DESC LIMIT $4
"""
