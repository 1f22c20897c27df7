"""SQL of polls.

Of an anonymous poll there are only counts and, in the same row, who has voted: docs/decisions/0009 says why.
"""

ADD_POLL = """
    INSERT INTO polls (message_id, conversation_id, question, options, many, anonymous, hide_until_closed,
                       change_allowed, quiz_right, explanation, closes_at, counts, told_counts)
    VALUES ($1, $2, $3, $4::text[], $5, $6, $7, $8, $9, $10, $11,
            array_fill(0, ARRAY[cardinality($4::text[])]), array_fill(0, ARRAY[cardinality($4::text[])]))
"""

# Anonymous results move in steps while people vote: the chat sees what it was told last. $3: the moment.
_COLUMNS = """
    SELECT p.message_id, p.question, p.options, p.many, p.anonymous, p.hide_until_closed, p.change_allowed,
           p.quiz_right, p.explanation, p.closes_at, p.closed_at IS NOT NULL OR coalesce(p.closes_at <= $3, false) AS closed,
           CASE WHEN p.anonymous AND p.closed_at IS NULL THEN p.told_counts ELSE p.counts END AS counts,
           CASE WHEN p.anonymous AND p.closed_at IS NULL THEN p.told_voted ELSE p.voted END AS voters,
           v.person_id IS NOT NULL OR $2 = ANY (p.voters) AS voted, v.options AS mine
      FROM polls p
      LEFT JOIN votes v ON v.message_id = p.message_id AND v.person_id = $2
"""

POLLS = f"{_COLUMNS} WHERE p.message_id = ANY($1::bigint[])"

ONE = f"{_COLUMNS} WHERE p.message_id = $1"

# Held until the commit: no vote comes in after the poll has closed, and of two votes by one person one counts.
# What was voted is read by a statement of its own afterwards, or it would be what it was before the wait.
LOCK = "SELECT message_id FROM polls WHERE message_id = $1 FOR UPDATE"

# One row, one new version of it: neither an order nor a time nor a transaction of its own for anybody's vote.
VOTE_SECRETLY = """
    UPDATE polls
       SET counts = array(SELECT n + (place - 1 = ANY ($2::int[]))::int
                            FROM unnest(counts) WITH ORDINALITY AS c (n, place) ORDER BY place),
           voters = array(SELECT v FROM unnest(voters || $3::bigint) AS v ORDER BY v),
           voted = voted + 1
     WHERE message_id = $1
"""

VOTE = """
    INSERT INTO votes (message_id, person_id, options, voted_at) VALUES ($1, $2, $3::smallint[], $4)
        ON CONFLICT (message_id, person_id)
        DO UPDATE SET options = excluded.options, voted_at = excluded.voted_at
"""

TAKE_BACK = "DELETE FROM votes WHERE message_id = $1 AND person_id = $2"

# $2: options that gain a vote, $3: options that lose one, $4: people more or fewer.
RECOUNT = """
    UPDATE polls
       SET counts = array(SELECT n + (place - 1 = ANY ($2::int[]))::int - (place - 1 = ANY ($3::int[]))::int
                            FROM unnest(counts) WITH ORDINALITY AS c (n, place) ORDER BY place),
           voted = voted + $4
     WHERE message_id = $1
"""

TALLY = """
    SELECT p.message_id, p.conversation_id, m.number, p.anonymous, p.hide_until_closed, p.quiz_right, p.explanation,
           p.counts, p.voted, p.told_voted, p.closed_at IS NOT NULL AS closed
      FROM polls p JOIN messages m ON m.id = p.message_id
     WHERE p.message_id = $1
"""

TALLY_LOCKED = f"{TALLY} FOR UPDATE OF p"

TELL = "UPDATE polls SET told_counts = counts, told_voted = voted WHERE message_id = $1"

# What is left of an anonymous poll are its figures.
CLOSE = """
    UPDATE polls SET closed_at = $2, voters = '{}', told_counts = counts, told_voted = voted
     WHERE message_id = $1 AND closed_at IS NULL
"""

# How many have voted, and how many could: everybody who is in the chat now.
TURNOUT = """
    SELECT p.voted, p.closed_at IS NOT NULL OR coalesce(p.closes_at <= $2, false) AS closed,
           (SELECT count(*)::int FROM members m
             WHERE m.conversation_id = p.conversation_id AND m.left_at IS NULL AND m.person_id <> ALL (p.voters)
               AND NOT EXISTS (SELECT FROM votes v WHERE v.message_id = p.message_id AND v.person_id = m.person_id))
               AS waiting
      FROM polls p WHERE p.message_id = $1
"""

VOTERS = """
    SELECT v.person_id, v.voted_at AS at, v.options, p.search_name
      FROM votes v JOIN people p ON p.id = v.person_id AND p.erased_at IS NULL
     WHERE v.message_id = $1 AND ($2::int IS NULL OR $2::int = ANY (v.options))
       AND (p.search_name, v.person_id) > ($3::text COLLATE "C", $4::bigint)
       AND (NOT $6 OR v.person_id = $7 OR v.person_id IN (
            SELECT k.person_id FROM members k
             WHERE k.conversation_id = $8 AND k.role <> 'member' AND k.left_at IS NULL))
     ORDER BY p.search_name, v.person_id LIMIT $5
"""

FORGET = "DELETE FROM polls WHERE message_id = ANY($1::bigint[])"
