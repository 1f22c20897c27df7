"""SQL of the core."""

# The part of a statement that writes `news (stream, kind, subject, body, place)` into the log; a room may build
# a statement of its own around it where every round trip counts. Streams are advanced in sorted order, so two
# transactions that touch the same streams wait for each other instead of deadlocking.
APPENDING = """
    advanced_streams AS (
        INSERT INTO streams AS s (name, seq)
        SELECT stream, count(*) FROM news GROUP BY stream ORDER BY stream
            ON CONFLICT (name) DO UPDATE SET seq = s.seq + excluded.seq
        RETURNING name, seq
    ), placed_news AS (
        SELECT stream, kind, subject, body,
               count(*) OVER (PARTITION BY stream)
               - row_number() OVER (PARTITION BY stream ORDER BY place) AS remaining
          FROM news
    ), logged AS (
        INSERT INTO events (stream, seq, kind, subject, body)
        SELECT n.stream, a.seq - n.remaining, n.kind, n.subject, n.body
          FROM placed_news n JOIN advanced_streams a ON a.name = n.stream
        RETURNING stream, seq, subject
    )
"""

APPEND_EVENTS = f"""
    WITH news AS (
        SELECT stream, kind, subject, body, place
          FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
            AS i (stream, kind, subject, body, place)
    ), {APPENDING}
    SELECT name, seq FROM advanced_streams
"""

TAKE_BACK = """
    UPDATE events e SET kind = $2, body = t.body
      FROM unnest($3::text[], $4::text[]) AS t (subject, body)
     WHERE e.stream = $1 AND e.subject = t.subject
"""

MEND = """
    UPDATE events SET body = jsonb_set(body::jsonb, $4::text[], (body::jsonb #> $4::text[]) || $5::jsonb)::text
     WHERE stream = $1 AND kind = $2 AND subject = ANY($3::text[])
       AND jsonb_typeof(body::jsonb #> $4::text[]) = 'object'
"""

STREAM_HEADS = "SELECT name, seq FROM streams WHERE name = ANY($1::text[])"

STREAM_TAILS = """
    SELECT e.stream, e.seq, e.kind, e.body
      FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS wanted (stream, after, upto)
      JOIN events e ON e.stream = wanted.stream AND e.seq > wanted.after AND e.seq <= wanted.upto
     ORDER BY e.stream, e.seq
     LIMIT $4
"""

# Only what is older than the term goes; the head of a stream stays in `streams`,
# so a client that was away longer is told to refetch.
FORGET_EVENTS = """
    DELETE FROM events
     WHERE ctid IN (SELECT ctid FROM events WHERE at < $1 ORDER BY at LIMIT $2)
"""

# A job with a key that still waits is the same job.
ENQUEUE = """
    INSERT INTO jobs (kind, body, due_at, key) VALUES ($1, $2, $3, $4)
        ON CONFLICT (kind, key) WHERE key IS NOT NULL AND failed_at IS NULL
        DO UPDATE SET due_at = least(jobs.due_at, excluded.due_at), body = excluded.body
"""

ENQUEUE_MANY = """
    INSERT INTO jobs (kind, body, due_at)
    SELECT kind, body::jsonb, due_at FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS j (kind, body, due_at)
"""

CANCEL_JOB = "DELETE FROM jobs WHERE kind = $1 AND key = $2"

# SKIP LOCKED lets many workers share the queue without waiting for each other.
CLAIM_IN_TRANSACTION = """
    SELECT id, kind, body::text AS body, attempts FROM jobs
     WHERE kind = ANY($1::text[]) AND due_at <= $2 AND failed_at IS NULL
     ORDER BY due_at, id FOR UPDATE SKIP LOCKED LIMIT 1
"""

CLAIM_WITH_LEASE = """
    UPDATE jobs SET due_at = $2 + $3::interval, attempts = attempts + 1
     WHERE id = (SELECT id FROM jobs WHERE kind = $1 AND due_at <= $2 AND failed_at IS NULL
                  ORDER BY due_at, id FOR UPDATE SKIP LOCKED LIMIT 1)
    RETURNING id, kind, body::text AS body, attempts
"""

# Taken by another worker meanwhile it has one attempt more, and is not ours to hold.
HOLD_JOB = "UPDATE jobs SET due_at = $2 WHERE id = $1 AND attempts = $3"

FINISH_JOB = "DELETE FROM jobs WHERE id = $1"

POSTPONE_JOB = "UPDATE jobs SET due_at = $2, attempts = $3, last_error = $4, failed_at = $5 WHERE id = $1"

NEXT_DUE = "SELECT min(due_at) FROM jobs WHERE failed_at IS NULL AND kind = ANY($1::text[])"

CLAIM_KEY = """
    INSERT INTO idempotency_keys (owner, key, fingerprint) VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING
"""

KEPT_ANSWER = """
    SELECT fingerprint, status, content_type, body FROM idempotency_keys WHERE owner = $1 AND key = $2
"""

KEEP_ANSWER = """
    UPDATE idempotency_keys SET status = $3, content_type = $4, body = $5 WHERE owner = $1 AND key = $2
"""

FORGET_KEY = "DELETE FROM idempotency_keys WHERE owner = $1 AND key = $2"

FORGET_OLD_KEYS = "DELETE FROM idempotency_keys WHERE created_at < $1"

AUDIT = """
    INSERT INTO audit_log (actor_id, action, subject, organisation_id, details) VALUES ($1, $2, $3, $4, $5)
"""

JOB_WAITS = "SELECT EXISTS (SELECT FROM jobs WHERE kind = $1 AND failed_at IS NULL)"
