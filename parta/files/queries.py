"""The SQL of files."""

from datetime import datetime

import msgspec

from parta.files.columns import INFO as _INFO


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """A row as the server needs it."""

    id: int
    owner_id: int
    name: str
    content_type: str
    kind: str
    size: int
    blob_key: str
    state: str
    purpose: str | None
    preview_key: str | None
    preview_state: str
    scan_state: str


class Upload(msgspec.Struct, frozen=True, kw_only=True):
    """A file on its way; `expires_at` moves on with every part that comes."""

    id: int
    owner_id: int
    name: str
    size: int
    blob_key: str
    state: str
    purpose: str | None
    expires_at: datetime | None


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """What one person keeps."""

    stored: int
    unfinished: int


_STORED = "id, owner_id, name, content_type, kind, size, blob_key, state, purpose, preview_key, preview_state, scan_state"
_UPLOAD = "id, owner_id, name, size, blob_key, state, purpose, expires_at"

# Two uploads announced at once by one person must not both fit into the last free place.
LOCK_QUOTA = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"

USAGE = """
    SELECT coalesce(sum(size), 0)::bigint AS stored, count(*) FILTER (WHERE state = 'uploading') AS unfinished
      FROM files
     WHERE owner_id = $1
"""

USAGE_OF_ALL = "SELECT coalesce(sum(size), 0)::bigint FROM files"

# What is announced and not here yet has its place on the disk already.
EXPECTED_BYTES = "SELECT coalesce(sum(size - received), 0)::bigint FROM files WHERE state = 'uploading'"

BEGIN_UPLOAD = f"""
    INSERT INTO files (owner_id, name, size, blob_key, expires_at, purpose) VALUES ($1, $2, $3, $4, $5, $6)
    RETURNING {_UPLOAD}
"""

# The owner is part of the search: somebody else's upload and no upload are the same answer.
OWN_UPLOAD = f"SELECT {_UPLOAD} FROM files WHERE id = $1 AND owner_id = $2"

NOTE_PROGRESS = """
    UPDATE files SET received = $2, expires_at = $3 WHERE id = $1 AND state = 'uploading'
"""

FINISH_UPLOAD = """
    UPDATE files
       SET state = 'ready', received = size, content_type = $2, kind = $3, preview_state = $4, expires_at = $5, scan_state = $6
     WHERE id = $1 AND state = 'uploading'
"""

DELETE_FILE = "DELETE FROM files WHERE id = $1"

STORED_FILE = f"SELECT {_STORED} FROM files WHERE id = $1"

LOCK_OWN_FILE = f"SELECT {_STORED} FROM files WHERE id = $1 AND owner_id = $2 FOR UPDATE"

FILE_INFOS = f"SELECT {_INFO} FROM files WHERE id = ANY ($1::bigint[])"

# Locked until the message that carries them is written, so that they are not cleared away in between.
ATTACHABLE = f"""
    SELECT {_INFO} FROM files WHERE id = ANY ($1::bigint[]) AND owner_id = $2 AND state = 'ready' ORDER BY id FOR SHARE
"""

SHAREABLE = f"""
    SELECT {_INFO} FROM files WHERE id = ANY ($1::bigint[]) AND state = 'ready' ORDER BY id FOR SHARE
"""

LOCK_EXPIRING = f"SELECT {_UPLOAD} FROM files WHERE id = $1 FOR UPDATE"

KEEP = "UPDATE files SET expires_at = NULL WHERE id = $1"

RELEASE = """
    UPDATE files SET expires_at = $2 WHERE id = ANY ($1::bigint[]) AND state = 'ready' RETURNING id
"""

NOTE_LOOK = f"""
    UPDATE files
       SET content_type = $2, kind = $3, width = $4, height = $5, duration_ms = $6,
           preview_key = $7, preview_state = $8, purpose = $9, waveform = $10
     WHERE id = $1 AND preview_state = 'waiting'
    RETURNING {_INFO}
"""
