"""SQL of copies of one's own data."""

from parta.identity.stored_data import StoredTable

_COLUMNS = """
    SELECT a.id, a.person_id, a.about_id, a.state, a.problem, a.language, a.time_zone, a.counts::text AS counts,
           a.tables, a.done_file, a.files, a.left_out, a.archive_size, a.contents_size, a.blob_key, a.created_at,
           a.finished_at, a.expires_at
      FROM own_archives a
"""

# A child's data is its guardian's to ask for as long as they are its guardian, to the last download.
_STILL_ENTITLED = """
    (a.about_id = a.person_id OR EXISTS (SELECT FROM current_guardianships g
                                          WHERE g.guardian_id = a.person_id AND g.child_id = a.about_id))
"""

ADD = """
    INSERT INTO own_archives (person_id, about_id, language, time_zone, blob_key, created_at)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id
"""

ONE = f"{_COLUMNS} WHERE a.id = $1"

ENTITLED = f"SELECT EXISTS (SELECT FROM own_archives a WHERE a.id = $1 AND {_STILL_ENTITLED})"

OWN = f"""{_COLUMNS}
     WHERE a.id = $1 AND a.person_id = $2 AND a.state <> 'gone' AND (a.expires_at IS NULL OR a.expires_at > $3)
       AND {_STILL_ENTITLED}"""

MINE = f"""{_COLUMNS}
     WHERE a.person_id = $1 AND a.id < $2 AND a.state <> 'gone' AND (a.expires_at IS NULL OR a.expires_at > $3)
       AND {_STILL_ENTITLED}
     ORDER BY a.id DESC LIMIT $4"""

IS_GUARDIAN = (
    "SELECT EXISTS (SELECT FROM current_guardianships g WHERE g.guardian_id = $1 AND g.child_id = $2)"
)

# One that failed is not counted: nobody got anything.
LAST_ASKED_BEFORE = """
    SELECT max(created_at) FROM own_archives
     WHERE person_id = $1 AND about_id = $2 AND id < $3 AND state <> 'failed'
"""

# Whose work was given up by the queue: it must not stand in the way of another one for ever.
FORGET_STUCK = """
    UPDATE own_archives SET state = 'failed', problem = 'archive_failed', finished_at = $2
     WHERE person_id = $1 AND state IN ('waiting', 'running') AND created_at < $3
"""

BEGIN = """
    UPDATE own_archives SET state = 'running', counts = '{}', tables = $2, done_file = 0, files = 0, left_out = 0,
                            archive_size = 0, contents_size = 0
     WHERE id = $1 AND state IN ('waiting', 'running')
"""

NOTE_PROGRESS = """
    UPDATE own_archives SET counts = $2::text::jsonb, done_file = $3, files = $4, left_out = $5, archive_size = $6,
                            contents_size = $7
     WHERE id = $1
"""

FINISH = """
    UPDATE own_archives SET state = $2, problem = $3, archive_size = $4, finished_at = $5, expires_at = $6
     WHERE id = $1 AND state IN ('waiting', 'running')
"""

THROW_AWAY = "UPDATE own_archives SET state = 'gone' WHERE id = $1"

REMOVE = "DELETE FROM own_archives WHERE id = $1"

NAME = "SELECT family_name, given_name, patronymic FROM people WHERE id = $1 AND erased_at IS NULL"

OWN_FILES = """
    SELECT f.id, f.name, f.size, f.blob_key, f.created_at FROM files f
     WHERE f.owner_id = $1 AND f.state = 'ready' AND f.id > $2
     ORDER BY f.id LIMIT $3
"""


def rows_about(table: StoredTable) -> str:
    """Every row of a declared table about the person $1, as JSON, with the columns its person may see."""
    # Names come from the registry, never from a request.
    columns = ", ".join(f't."{column}"' for column in table.shown) or "1 AS kept"
    return (
        f"SELECT row_to_json(own)::text FROM (SELECT {columns} FROM {table.table} t"
        f" WHERE {table.owner} ORDER BY {table.order}) own"
    )
