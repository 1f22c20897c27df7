"""SQL of digests by mail."""

DIGEST_OF = "SELECT every, hour, weekday, away_hours, texts FROM mail_digests WHERE person_id = $1"

SET_DIGEST = """
    INSERT INTO mail_digests (person_id, every, hour, weekday, away_hours, texts, token, next_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (person_id) DO UPDATE
       SET every = excluded.every, hour = excluded.hour, weekday = excluded.weekday, away_hours = excluded.away_hours,
           texts = excluded.texts, next_at = excluded.next_at
"""

END_DIGEST = "DELETE FROM mail_digests WHERE person_id = $1"

END_DIGEST_OF_LETTER = "DELETE FROM mail_digests WHERE token = $1 RETURNING person_id"

PROVEN_ADDRESS = """
    SELECT value FROM contacts
     WHERE person_id = $1 AND kind = 'email' AND proven_at IS NOT NULL ORDER BY proven_at DESC, id LIMIT 1
"""

# SKIP LOCKED: several nodes look at once, and each person is looked at by one of them.
TAKE_DUE = """
    SELECT d.person_id, d.every, d.hour, d.weekday, d.away_hours, d.texts, d.token, d.sent_at, d.next_at,
           p.time_zone, p.locale, p.last_seen_at
      FROM mail_digests d JOIN people p ON p.id = d.person_id AND p.erased_at IS NULL
     WHERE d.next_at <= $1 ORDER BY d.next_at LIMIT $2
       FOR UPDATE OF d SKIP LOCKED
"""

LOOK_AGAIN = "UPDATE mail_digests SET next_at = $2, sent_at = coalesce($3, sent_at) WHERE person_id = $1"

# Chats with something unread, the newest first. What was in the last letter already is not a reason for another.
UNREAD_CHATS = """
    SELECT c.id, c.kind, c.title, CASE WHEN c.pair_low = $1 THEN c.pair_high ELSE c.pair_low END AS partner_id,
           c.last_number, (c.last_number - m.read_number)::int AS unread, c.request_state IS NOT NULL AS requested,
           m.mentioned_number > m.read_number OR c.all_mentioned_number > m.read_number AS mentioned,
           $2::timestamptz IS NULL OR c.last_message_at > $2 AS fresh
      FROM members m JOIN conversations c ON c.id = m.conversation_id AND c.closed_at IS NULL
     WHERE m.person_id = $1 AND m.left_at IS NULL AND c.last_number > m.read_number AND c.kind <> 'favourites'
       AND (m.muted_until IS NULL OR m.muted_until <= $3
            OR m.mentions_pass AND (m.mentioned_number > m.read_number OR c.all_mentioned_number > m.read_number))
     ORDER BY c.last_message_at DESC LIMIT $4
"""
