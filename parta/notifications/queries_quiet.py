"""SQL of what quiet hours hold back."""

HOLDS = "SELECT EXISTS (SELECT FROM held_chats WHERE person_id = $1)"

# Unread words of others from the first silent message on. A chat muted for the person counts only what names them;
# what was deleted, hidden or read on some device meanwhile is not told any more.
TAKE_MISSED = """
    WITH held AS (
        DELETE FROM held_chats WHERE person_id = $1 RETURNING conversation_id, from_number
    ), counted AS (
        SELECT h.conversation_id,
               (SELECT count(*) FROM (
                   SELECT FROM messages s
                    WHERE s.conversation_id = h.conversation_id AND s.number >= h.from_number
                      AND s.number > m.read_number AND s.author_id <> $1 AND s.kind = 'text' AND s.deleted_at IS NULL
                      AND (m.muted_until IS NULL OR NOT m.mentions_pass OR $1 = ANY(s.mentions)
                           OR EXISTS (SELECT FROM messages r WHERE r.id = s.reply_to_id AND r.author_id = $1))
                    LIMIT $2) unread) AS messages
          FROM held h
          JOIN members m ON m.conversation_id = h.conversation_id AND m.person_id = $1 AND m.left_at IS NULL
    )
    SELECT coalesce(sum(messages), 0)::int AS messages, count(*) FILTER (WHERE messages > 0)::int AS chats FROM counted
"""

KEEP_SUMMARY = """
    INSERT INTO quiet_summaries (person_id, messages, chats, told_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (person_id) DO UPDATE
       SET messages = excluded.messages, chats = excluded.chats, told_at = excluded.told_at
"""

LAST_SUMMARY = "SELECT messages, chats FROM quiet_summaries WHERE person_id = $1"
