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

TAKE_PLACES = """
    SELECT name, xid::text AS xid, stream, seq, pg_snapshot_xmin(pg_current_snapshot())::text AS settled
      FROM followers WHERE name = ANY($1::text[]) ORDER BY name FOR UPDATE SKIP LOCKED
"""

# Below the oldest transaction still open nothing can appear any more, so nobody is overtaken.
NEXT_EVENTS = """
    SELECT stream, seq, kind, body, xid::text AS xid FROM events
     WHERE xid >= $1::text::xid8 AND xid < $4::text::xid8
       AND (xid, stream, seq) > ($1::text::xid8, $2::text, $3::bigint)
       AND kind = ANY($5::text[])
     ORDER BY xid, stream, seq LIMIT $6
"""

KEEP_PLACES = "UPDATE followers SET xid = $2::text::xid8, stream = $3, seq = $4 WHERE name = ANY($1::text[])"
