"""SQL of sending: the hot path. Other verbs' SQL lies in queries_*.py beside this file."""

from parta.core.event_log import APPENDING
from parta.messaging.order.queries import SETTINGS_COLUMNS

# Membership is part of the join: a conversation somebody is not in and one that does not exist
# are both absent from the answer. Conversations are locked in the order of their ids, so two
# batches wait for each other instead of deadlocking. The membership is locked, too, or somebody removed while
# we waited would still have the last word. A repeated client_id finds its first message.
PLACES = f"""
    SELECT d.place, c.kind, c.class_id, c.organisation_id, m.role, c.last_number, c.request_by, c.request_state, c.closed_at IS NOT NULL AS closed,
           m.write_ban_until, m.write_ban_by, m.write_ban_reason, m.said_at, {SETTINGS_COLUMNS},
           said.id AS said_id, r.id AS reply_id, r.number AS reply_number, r.author_id AS reply_author_id,
           left(r.body, 140) AS reply_excerpt, r.deleted_at IS NOT NULL AS reply_deleted,
           r.expires_at AS reply_expires_at, c.lifetime,
           CASE WHEN r.has_files THEN (SELECT coalesce(f.purpose, f.kind) FROM message_files x JOIN files f ON f.id = x.file_id
                                        WHERE x.message_id = r.id ORDER BY x.position LIMIT 1)
                WHEN r.content ? 'sticker' THEN 'sticker' WHEN r.content ? 'poll' THEN 'poll' END AS reply_attachment
      FROM unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::bigint[]) WITH ORDINALITY
           AS d (conversation_id, author_id, client_id, reply_to_id, place)
      JOIN members m ON m.conversation_id = d.conversation_id AND m.person_id = d.author_id AND m.left_at IS NULL
      JOIN conversations c ON c.id = d.conversation_id
      LEFT JOIN messages said ON said.author_id = d.author_id AND said.client_id = d.client_id
      LEFT JOIN messages r ON r.id = d.reply_to_id AND r.conversation_id = d.conversation_id
     ORDER BY c.id
       FOR NO KEY UPDATE OF c, m
"""

# Numbers are taken, messages written and the authors' reading pointers moved in one round trip. Who was absent when
# the house said it for them has not read what came before.
POST = """
    WITH draft AS (
        SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::bigint[],
                             $7::text[], $8::jsonb[], $9::boolean[], $10::jsonb[], $11::timestamptz[], $12::boolean[])
          WITH ORDINALITY
          AS d (conversation_id, author_id, client_id, kind, body, reply_to_id, mentions, service, has_files, content,
                expires_at, absent, place)
    ), advanced AS (
        UPDATE conversations c
           SET last_number = c.last_number + counted.amount, last_message_at = $13
          FROM (SELECT conversation_id, count(*) AS amount FROM draft GROUP BY conversation_id) counted
         WHERE c.id = counted.conversation_id
        RETURNING c.id, c.last_number - counted.amount AS base
    ), posted AS (
        INSERT INTO messages (conversation_id, number, author_id, client_id, kind, body, reply_to_id, mentions,
                              service, has_files, content, expires_at, created_at)
        SELECT d.conversation_id, a.base + row_number() OVER (PARTITION BY d.conversation_id ORDER BY d.place),
               d.author_id, d.client_id, d.kind, d.body, d.reply_to_id, d.mentions::bigint[], d.service,
               d.has_files, d.content, d.expires_at, $13
          FROM draft d JOIN advanced a ON a.id = d.conversation_id
        RETURNING id, conversation_id, number, author_id, client_id
    ), pointed AS (
        UPDATE members m SET read_number = own.number
          FROM (SELECT p.conversation_id, p.author_id, min(p.number) AS first, max(p.number) AS number,
                       bool_and(d.absent) AS absent
                  FROM posted p JOIN draft d ON d.author_id = p.author_id AND d.client_id = p.client_id
                 GROUP BY 1, 2) own
         WHERE m.conversation_id = own.conversation_id AND m.person_id = own.author_id
           AND (NOT own.absent OR m.read_number >= own.first - 1)
    )
    SELECT id, number, author_id, client_id FROM posted
"""

# Plain messages in one round trip and no explicit transaction: whatever is not plainly allowed is left out and
# goes the long way. Clients must be told numbers that only the database knows, so the event comes in three pieces.
POST_AT_ONCE = f"""
    WITH draft AS (
        SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
          WITH ORDINALITY AS d (conversation_id, author_id, client_id, body, head, middle, tail, place)
    ), allowed AS (
        SELECT d.* FROM draft d
          JOIN members m ON m.conversation_id = d.conversation_id AND m.person_id = d.author_id AND m.left_at IS NULL
                        AND m.write_ban_until IS NULL
          JOIN conversations c ON c.id = d.conversation_id AND c.plain AND c.closed_at IS NULL
                              AND c.request_state IS NULL
         WHERE NOT EXISTS (SELECT FROM messages said
                            WHERE said.author_id = d.author_id AND said.client_id = d.client_id)
         ORDER BY c.id
           FOR NO KEY UPDATE OF c, m
    ), numbered AS (
        SELECT *, row_number() OVER (PARTITION BY conversation_id ORDER BY place) AS nth,
               count(*) OVER (PARTITION BY conversation_id) AS amount
          FROM allowed
    ), advanced AS (
        UPDATE conversations c SET last_number = c.last_number + n.amount, last_message_at = $8
          FROM (SELECT DISTINCT conversation_id, amount FROM numbered) n
         WHERE c.id = n.conversation_id
        RETURNING c.id, c.last_number - n.amount AS base
    ), posted AS (
        INSERT INTO messages (conversation_id, number, author_id, client_id, body, created_at)
        SELECT n.conversation_id, a.base + n.nth, n.author_id, n.client_id, n.body, $8
          FROM numbered n JOIN advanced a ON a.id = n.conversation_id
        RETURNING id, conversation_id, number, author_id, client_id
    ), pointed AS (
        UPDATE members m SET read_number = own.number
          FROM (SELECT conversation_id, author_id, max(number) AS number FROM posted GROUP BY 1, 2) own
         WHERE m.conversation_id = own.conversation_id AND m.person_id = own.author_id
    ), news AS (
        SELECT 'conversation:' || p.conversation_id AS stream, 'message_added' AS kind, 'message:' || p.id AS subject,
               n.head || p.id || n.middle || p.number || n.tail AS body, n.place, p.id, p.number
          FROM posted p JOIN numbered n ON n.author_id = p.author_id AND n.client_id = p.client_id
    ), {APPENDING}
    SELECT (n.place - 1)::int AS place, n.id, n.number, n.stream, l.seq, n.body
      FROM news n JOIN logged l ON l.subject = n.subject
     ORDER BY n.stream, l.seq
"""

# Place and kind are kept beside the file, so that a chat's attachments of a kind are one stretch of an index.
ATTACH = """
    INSERT INTO message_files (message_id, position, file_id, conversation_id, number, kind)
    SELECT a.message_id, a.position, a.file_id, m.conversation_id, m.number, coalesce(f.purpose, f.kind)
      FROM unnest($1::bigint[], $2::smallint[], $3::bigint[]) AS a (message_id, position, file_id)
      JOIN messages m ON m.id = a.message_id
      JOIN files f ON f.id = a.file_id
"""

MEMBERS_AMONG = """
    SELECT person_id FROM members
     WHERE conversation_id = $1 AND person_id = ANY($2::bigint[]) AND left_at IS NULL
"""

MARK_MENTIONED = """
    UPDATE members m SET mentioned_number = $3
     WHERE m.conversation_id = $1 AND m.person_id = ANY($2::bigint[])
"""
