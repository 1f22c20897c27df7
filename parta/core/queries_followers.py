"""SQL of following the log."""

LOCK_FOLLOWERS = "LOCK TABLE followers IN SHARE ROW EXCLUSIVE MODE"

# Transaction numbers belong to one cluster. In a copy that was restored into another they lie in the future: what was
# not yet followed counts as written now, the rest as long past.
RENUMBER_EVENTS = """
    UPDATE events
       SET xid = CASE WHEN xid > (SELECT min(f.xid) FROM followers f) THEN pg_current_xact_id() ELSE '3'::xid8 END
     WHERE xid > pg_current_xact_id()
"""

RESET_FOLLOWERS = """
    UPDATE followers SET xid = pg_snapshot_xmin(pg_current_snapshot()), stream = '', seq = 0
     WHERE xid > pg_current_xact_id()
"""

# A new follower begins with what is announced from now on; a room that needs the past reads its own tables.
BEGIN_FOLLOWING = """
    INSERT INTO followers (name, xid)
    SELECT name, pg_snapshot_xmin(pg_current_snapshot()) FROM unnest($1::text[]) AS f (name)
        ON CONFLICT (name) DO NOTHING
"""

TAKE_PLACE = "SELECT xid::text AS xid, stream, seq FROM followers WHERE name = $1 FOR UPDATE SKIP LOCKED"

# Below the oldest transaction still open nothing can appear any more, so nobody is overtaken.
NEXT_EVENTS = """
    SELECT stream, seq, kind, body, xid::text AS xid FROM events
     WHERE xid >= $1::text::xid8 AND xid < pg_snapshot_xmin(pg_current_snapshot())
       AND (xid, stream, seq) > ($1::text::xid8, $2::text, $3::bigint)
       AND kind = ANY($4::text[])
     ORDER BY xid, stream, seq LIMIT $5
"""

KEEP_PLACE = "UPDATE followers SET xid = $2::text::xid8, stream = $3, seq = $4 WHERE name = $1"

# Where nothing of interest was announced for long, the next look need not begin that far back.
SKIP_SILENCE = """
    UPDATE followers f SET xid = pg_snapshot_xmin(pg_current_snapshot()), stream = '', seq = 0
     WHERE f.name = $1 AND f.xid::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 5000
       AND NOT EXISTS (SELECT FROM events e
                        WHERE e.xid >= f.xid AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
                          AND (e.xid, e.stream, e.seq) > (f.xid, f.stream, f.seq) AND e.kind = ANY($2::text[]))
"""
