"""SQL of conversations and their members."""

from parta.messaging.order.queries import SETTINGS_COLUMNS

# Does not depend on the chat, so it is found once for a whole list.
TEACHES = "(SELECT count(*) > 0 FROM current_roles r WHERE r.person_id = $1 AND r.role = 'teacher')"

# The furthest pointer among the others comes from the top of an index: constant time however many there are.
_COLUMNS = f"""
    SELECT c.id, c.kind, c.title, c.automatic, c.class_id, c.organisation_id, c.parents_only, c.members_count,
           c.last_number, c.last_message_at, c.request_by, c.request_state, c.closed_at IS NOT NULL AS closed,
           c.held_by_rules, c.created_at, me.role AS my_role, me.read_number, me.muted_until, me.mentions_pass, c.pins_count AS pins,
           {TEACHES} AS teaches,
           greatest(me.mentioned_number, c.all_mentioned_number,
                    CASE WHEN {TEACHES} THEN c.teachers_mentioned_number END) AS mentioned_number,
           me.archived_number IS NOT NULL AS archived, me.pinned_place AS pinned, me.marked_unread,
           coalesce((SELECT o.seq FROM streams o WHERE o.name = 'person:' || $1::bigint), 0) AS own_seq,
           CASE WHEN c.pair_low = $1 THEN c.pair_high ELSE c.pair_low END AS partner_id,
           coalesce(s.seq, 0) AS seq, {SETTINGS_COLUMNS},
           me.write_ban_until, me.write_ban_reason, me.said_at, c.lifetime,
           (SELECT count(*) FROM scheduled_messages l
             WHERE l.conversation_id = c.id AND l.author_id = $1::bigint) AS scheduled,
           (SELECT count(*) FROM held_messages h
             WHERE h.conversation_id = c.id AND h.state = 'waiting'
               AND (me.role <> 'member' OR h.author_id = me.person_id)) AS held,
           CASE WHEN me.role = 'member' THEN 0
                ELSE (SELECT count(*) FROM join_requests j
                       WHERE j.conversation_id = c.id AND j.state = 'waiting') END AS joins,
           coalesce((SELECT o.read_number FROM members o
                      WHERE o.conversation_id = c.id AND o.left_at IS NULL AND o.person_id <> $1
                      ORDER BY o.read_number DESC LIMIT 1), 0) AS others_read_number
      FROM members me
      JOIN conversations c ON c.id = me.conversation_id
      LEFT JOIN streams s ON s.name = 'conversation:' || c.id
     WHERE me.person_id = $1 AND me.left_at IS NULL
"""

PAGE = (
    f"{_COLUMNS} AND (c.last_message_at, c.id) < ($2, $3) ORDER BY c.last_message_at DESC, c.id DESC LIMIT $4"
)

ONE = f"{_COLUMNS} AND c.id = $2"

POINTERS = """
    SELECT me.conversation_id AS id,
           coalesce((SELECT o.read_number FROM members o
                      WHERE o.conversation_id = me.conversation_id AND o.left_at IS NULL AND o.person_id <> $1
                      ORDER BY o.read_number DESC LIMIT 1), 0) AS others_read_number
      FROM members me
     WHERE me.person_id = $1 AND me.left_at IS NULL AND me.conversation_id > $2
     ORDER BY me.conversation_id LIMIT $3
"""

STREAMS_OF = "SELECT 'conversation:' || conversation_id FROM members WHERE person_id = $1 AND left_at IS NULL"

ADD_GROUP = """
    INSERT INTO conversations (kind, title, organisation_id, parents_only, created_by)
    VALUES ('group', $1, $2, $3, $4) RETURNING id
"""

ADD_DIRECT = """
    INSERT INTO conversations (kind, pair_low, pair_high, created_by, request_by, request_state)
    VALUES ('direct', $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id
"""

FIND_DIRECT = "SELECT id FROM conversations WHERE kind = 'direct' AND pair_low = $1 AND pair_high = $2"

ADD_FAVOURITES = """
    INSERT INTO conversations (kind, created_by) VALUES ('favourites', $1) ON CONFLICT DO NOTHING RETURNING id
"""

FIND_FAVOURITES = "SELECT id FROM conversations WHERE kind = 'favourites' AND created_by = $1"

RENAME = "UPDATE conversations SET title = $2 WHERE id = $1"

ANSWER_REQUEST = "UPDATE conversations SET request_state = $2 WHERE id = $1"

STARTED_SINCE = """
    SELECT count(*) FROM conversations WHERE created_by = $1 AND kind <> 'favourites' AND created_at > $2
"""

CLOSE = "UPDATE conversations SET closed_at = $2 WHERE id = ANY($1::bigint[])"
