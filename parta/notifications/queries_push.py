"""SQL of push: the key, who is subscribed, and what was shown where."""

PUSH_KEY = "SELECT private_key FROM push_keys"

KEEP_PUSH_KEY = "INSERT INTO push_keys (private_key, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING"

# A browser that somebody else has signed in to belongs to that person from now on.
FORGET_ENDPOINT = "DELETE FROM push_subscriptions WHERE endpoint = $1 AND session_id <> $2"

SUBSCRIBE = """
    INSERT INTO push_subscriptions (person_id, session_id, endpoint, p256dh, auth, created_at)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (session_id) DO UPDATE
       SET endpoint = excluded.endpoint, p256dh = excluded.p256dh, auth = excluded.auth
"""

UNSUBSCRIBE = "DELETE FROM push_subscriptions WHERE session_id = $1"

FORGET_SUBSCRIPTIONS = "DELETE FROM push_subscriptions WHERE id = ANY($1::bigint[])"

IS_SUBSCRIBED = "SELECT EXISTS (SELECT FROM push_subscriptions WHERE session_id = $1)"

_LIVING = """
    SELECT s.id, s.person_id, s.endpoint, s.p256dh, s.auth
      FROM push_subscriptions s
      JOIN sessions ss ON ss.id = s.session_id AND ss.ended_at IS NULL AND ss.expires_at > $2
"""

# Those who have read the message meanwhile, or are in the chat no more, are not told.
SUBSCRIPTIONS_FOR_MESSAGE = f"""
    {_LIVING}
      JOIN members m ON m.person_id = s.person_id AND m.conversation_id = $3 AND m.left_at IS NULL
                    AND m.read_number < $4
     WHERE s.person_id = ANY($1::bigint[]) ORDER BY s.id LIMIT 1000
"""

SUBSCRIPTIONS_OF = f"{_LIVING} WHERE s.person_id = ANY($1::bigint[]) ORDER BY s.id LIMIT 1000"

SUBSCRIPTION = f"{_LIVING} WHERE s.id = ANY($1::bigint[])"

IS_LIVING_MESSAGE = """
    SELECT EXISTS (SELECT FROM messages WHERE conversation_id = $1 AND number = $2 AND deleted_at IS NULL)
"""

# In the order of the key, so that two batches wait for each other instead of deadlocking.
NOTE_PUSHED = """
    INSERT INTO pushed_chats (person_id, conversation_id, number)
    SELECT person_id, $2, $3 FROM unnest($1::bigint[]) AS p (person_id) ORDER BY person_id
        ON CONFLICT (person_id, conversation_id) DO UPDATE SET number = greatest(pushed_chats.number, excluded.number)
"""

# Whose notification of a chat has been read on some device.
TAKE_READ = """
    DELETE FROM pushed_chats p USING unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS r (person_id, conversation_id, number)
     WHERE p.person_id = r.person_id AND p.conversation_id = r.conversation_id AND p.number <= r.number
    RETURNING p.person_id, p.conversation_id, r.number
"""
