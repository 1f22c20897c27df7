"""SQL of the audit log's seals."""

# One unambiguous line for an entry, the same whatever the session's time zone.
_LINE = """
    jsonb_build_array(id, (extract(epoch FROM at) * 1000000)::bigint, actor_id, action, subject, organisation_id,
                      details)::text
"""

# Whoever writes an entry holds a lock that conflicts with this one from before it takes its number: behind it there
# is no entry that is still to come with a smaller number, and nobody else seals.
HOLD_WRITERS = "LOCK TABLE audit_log IN SHARE ROW EXCLUSIVE MODE"

WAIT_AT_MOST = "SELECT set_config('lock_timeout', $1, true)"

SEAL = f"""
    WITH last AS (SELECT last_id, encode(hash, 'hex') AS hash FROM audit_seals ORDER BY last_id DESC LIMIT 1),
    fresh AS (
        SELECT count(*) AS entries, max(id) AS last_id, string_agg(line, E'\\n' ORDER BY id) AS lines
          FROM (SELECT id, {_LINE} AS line FROM audit_log
                 WHERE id > coalesce((SELECT last_id FROM last), 0) ORDER BY id LIMIT $2) entries
    )
    INSERT INTO audit_seals (last_id, entries, hash, sealed_at)
    SELECT f.last_id, f.entries, sha256(convert_to(coalesce((SELECT hash FROM last), '') || E'\\n' || f.lines, 'UTF8')), $1
      FROM fresh f WHERE f.entries > 0
    RETURNING last_id, entries, encode(hash, 'hex') AS hash
"""

BROKEN = f"""
    WITH sealed AS (
        SELECT last_id, hash, entries, sealed_at, lag(last_id, 1, 0::bigint) OVER chain AS after,
               lag(encode(hash, 'hex'), 1, '') OVER chain AS previous
          FROM audit_seals WINDOW chain AS (ORDER BY last_id)
    )
    SELECT s.after + 1 AS first_id, s.last_id, s.entries, found.entries AS found, s.sealed_at
      FROM sealed s
     CROSS JOIN LATERAL (
        SELECT count(*) AS entries, coalesce(string_agg({_LINE}, E'\\n' ORDER BY id), '') AS lines
          FROM audit_log WHERE id > s.after AND id <= s.last_id
     ) found
     WHERE s.hash <> sha256(convert_to(s.previous || E'\\n' || found.lines, 'UTF8'))
     ORDER BY s.last_id LIMIT 20
"""

STATE = """
    SELECT (SELECT count(*) FROM audit_log) AS entries,
           (SELECT coalesce(sum(entries), 0)::bigint FROM audit_seals) AS sealed,
           (SELECT encode(hash, 'hex') FROM audit_seals ORDER BY last_id DESC LIMIT 1) AS hash,
           $1::text IS NULL OR EXISTS (SELECT FROM audit_seals WHERE encode(hash, 'hex') = $1) AS known
"""
