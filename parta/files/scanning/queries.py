"""The SQL of scanning."""

from datetime import datetime

import msgspec

from parta.files.columns import INFO as _INFO


class Quarantined(msgspec.Struct, frozen=True, kw_only=True):
    """A file in quarantine; `destroyed_at` is when its bytes go, None once they are gone."""

    id: int
    name: str
    size: int
    found: str
    owner_id: int
    owner_name: str
    scanned_at: datetime
    destroyed_at: datetime | None


NOTE_VERDICT = f"""
    UPDATE files
       SET scan_state = $2, scan_found = $3, scanned_at = now(), quarantined_until = $4,
           preview_state = CASE WHEN $2 = 'infected' THEN 'none' ELSE preview_state END
     WHERE id = $1 AND scan_state = 'waiting'
    RETURNING {_INFO}
"""

QUARANTINE = """
    SELECT f.id, f.name, f.size, f.scan_found AS found, f.owner_id, concat_ws(' ', p.family_name, p.given_name) AS owner_name,
           f.scanned_at, f.quarantined_until AS destroyed_at
      FROM files f
      JOIN people p ON p.id = f.owner_id
     WHERE f.scan_state = 'infected' AND ($1::bigint IS NULL OR f.id < $1)
     ORDER BY f.id DESC
     LIMIT $2
"""

LOCK_QUARANTINED = """
    SELECT id FROM files WHERE id = $1 AND scan_state = 'infected' AND quarantined_until IS NOT NULL FOR UPDATE
"""

RELEASE_FROM_QUARANTINE = f"""
    UPDATE files
       SET scan_state = 'clean', scan_found = NULL, quarantined_until = NULL, preview_state = $2
     WHERE id = $1
    RETURNING {_INFO}
"""

NOTE_DESTROYED = "UPDATE files SET quarantined_until = NULL WHERE id = $1"
