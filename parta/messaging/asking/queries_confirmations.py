"""SQL of «!!!»: asking for confirmations, giving them, and reading who has.

Who is asked is nowhere listed: it is who was in the chat when the message was said, is in it still, and is not its
author. Who left and came back has come later. A confirmation given stays, even of somebody who has left since.
"""

ASKERS = """
    SELECT d.place::int AS place, c.kind, c.automatic IS NOT NULL AS automatic, c.members_count, m.role,
           EXISTS (SELECT FROM current_roles r
                    WHERE r.person_id = d.author_id AND r.role IN ('teacher', 'administrator')
                      AND (c.organisation_id IS NULL OR r.organisation_id = c.organisation_id)) AS staff
      FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS d (conversation_id, author_id, place)
      JOIN conversations c ON c.id = d.conversation_id
      JOIN members m ON m.conversation_id = c.id AND m.person_id = d.author_id AND m.left_at IS NULL
"""

ASK = "INSERT INTO confirmation_requests (message_id, conversation_id, author_id) VALUES ($1, $2, $3)"

# A member `m` who was asked by the request `r` and has not answered.
WAITS = """
    m.conversation_id = r.conversation_id AND m.left_at IS NULL AND m.joined_at <= r.asked_at
    AND m.person_id <> r.author_id
    AND NOT EXISTS (SELECT FROM confirmations c WHERE c.message_id = r.message_id AND c.person_id = m.person_id)
"""

_FIGURES = f"""
    (SELECT count(*)::int FROM confirmations c WHERE c.message_id = r.message_id) AS confirmed,
    (SELECT count(*)::int FROM members m WHERE {WAITS}) AS waiting
"""

# The figures cost a look at all members, so they are read only for those who may see them.
OF_MESSAGES = f"""
    SELECT r.message_id, mine.confirmed_at AS mine_at,
           r.author_id <> $2 AND coalesce(me.joined_at <= r.asked_at, false) AS required,
           figures.confirmed, figures.waiting
      FROM confirmation_requests r
      LEFT JOIN members me ON me.conversation_id = r.conversation_id AND me.person_id = $2 AND me.left_at IS NULL
      LEFT JOIN confirmations mine ON mine.message_id = r.message_id AND mine.person_id = $2
      LEFT JOIN LATERAL (SELECT {_FIGURES}) figures ON r.author_id = $2 OR me.role <> 'member'
     WHERE r.message_id = ANY($1::bigint[])
"""

# Those who watch a message's figures: its author and those who run the chat.
WATCHED = f"""
    SELECT r.conversation_id, said.number, {_FIGURES},
           array(SELECT w.person_id FROM members w
                  WHERE w.conversation_id = r.conversation_id AND w.left_at IS NULL
                    AND (w.role <> 'member' OR w.person_id = r.author_id)
                  ORDER BY w.person_id = r.author_id DESC, w.person_id LIMIT $2) AS watchers
      FROM confirmation_requests r JOIN messages said ON said.id = r.message_id
     WHERE r.message_id = $1
"""

# The request is locked against being deleted with its message meanwhile.
MINE = """
    SELECT r.author_id <> $2 AND m.joined_at <= r.asked_at AS asked, c.confirmed_at
      FROM confirmation_requests r
      JOIN members m ON m.conversation_id = r.conversation_id AND m.person_id = $2 AND m.left_at IS NULL
      LEFT JOIN confirmations c ON c.message_id = r.message_id AND c.person_id = $2
     WHERE r.message_id = $1
       FOR KEY SHARE OF r
"""

# Who confirmed words that were changed afterwards may confirm the new ones; otherwise the first moment stands.
CONFIRM = """
    INSERT INTO confirmations AS c (message_id, person_id, confirmed_at) VALUES ($1, $2, $3)
        ON CONFLICT (message_id, person_id) DO UPDATE SET confirmed_at = excluded.confirmed_at
         WHERE c.confirmed_at < (SELECT m.edited_at FROM messages m WHERE m.id = c.message_id)
    RETURNING confirmed_at
"""

# Lists go by surname, as a register does.
CONFIRMED = """
    SELECT c.person_id, c.confirmed_at AS at, p.search_name
      FROM confirmations c JOIN people p ON p.id = c.person_id AND p.erased_at IS NULL
     WHERE c.message_id = $1 AND (p.search_name, c.person_id) > ($2::text COLLATE "C", $3::bigint)
     ORDER BY p.search_name, c.person_id LIMIT $4
"""

WAITING = f"""
    SELECT m.person_id, NULL::timestamptz AS at, p.search_name
      FROM confirmation_requests r
      JOIN members m ON {WAITS}
      JOIN people p ON p.id = m.person_id AND p.erased_at IS NULL
     WHERE r.message_id = $1 AND (p.search_name, m.person_id) > ($2::text COLLATE "C", $3::bigint)
     ORDER BY p.search_name, m.person_id LIMIT $4
"""

FIGURES = f"SELECT r.author_id, {_FIGURES} FROM confirmation_requests r WHERE r.message_id = $1"

_AWAITED = """
      FROM members me
      JOIN confirmation_requests r ON r.conversation_id = me.conversation_id AND r.asked_at >= me.joined_at
                                  AND r.author_id <> $1
     WHERE me.person_id = $1 AND me.left_at IS NULL
       AND NOT EXISTS (SELECT FROM confirmations c WHERE c.message_id = r.message_id AND c.person_id = $1)
       AND NOT EXISTS (SELECT FROM hidden_messages h WHERE h.message_id = r.message_id AND h.person_id = $1)
"""

# What still waits for somebody, the newest first.
AWAITED = f"SELECT r.message_id {_AWAITED} AND r.message_id < $2 ORDER BY r.message_id DESC LIMIT $3"

AWAITED_COUNT = f"SELECT count(*)::int FROM (SELECT 1 {_AWAITED} LIMIT $2) awaited"

FORGET = "DELETE FROM confirmation_requests WHERE message_id = ANY($1::bigint[])"
