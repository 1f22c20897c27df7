"""SQL of folders."""

_COLUMNS = "id, name, icon, chat_ids, without_ids, kinds, unread_only, without_muted, without_archived"

FOLDERS = f"SELECT {_COLUMNS} FROM folders WHERE person_id = $1 ORDER BY id"

TABS = "SELECT tabs, hidden FROM folder_tabs WHERE person_id = $1"

POSITION = "SELECT coalesce((SELECT seq FROM streams WHERE name = 'person:' || $1::bigint), 0)"

LOCK_FOLDERS = "SELECT pg_advisory_xact_lock(hashtextextended('folders:' || $1::bigint, 0))"

COUNT = "SELECT count(*) FROM folders WHERE person_id = $1"

ADD = f"""
    INSERT INTO folders (person_id, name, icon, chat_ids, without_ids, kinds, unread_only, without_muted,
                         without_archived)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING {_COLUMNS}
"""

CHANGE = f"""
    UPDATE folders SET name = $3, icon = $4, chat_ids = $5, without_ids = $6, kinds = $7, unread_only = $8,
                       without_muted = $9, without_archived = $10
     WHERE person_id = $1 AND id = $2 RETURNING {_COLUMNS}
"""

REMOVE = "DELETE FROM folders WHERE person_id = $1 AND id = $2"

ARRANGE = """
    INSERT INTO folder_tabs (person_id, tabs, hidden) VALUES ($1, $2, $3)
        ON CONFLICT (person_id) DO UPDATE SET tabs = excluded.tabs, hidden = excluded.hidden
"""

MINE_AMONG = """
    SELECT conversation_id FROM members
     WHERE person_id = $1 AND conversation_id = ANY($2::bigint[]) AND left_at IS NULL
"""
