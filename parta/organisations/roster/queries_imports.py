"""SQL of uploaded rosters and their previews."""

ADD_IMPORT = """
    INSERT INTO roster_imports (uploaded_by, organisation_ids, file_name, blob_key, kind, leavers)
    VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
"""

SET_PREVIEW = "UPDATE roster_imports SET summary = $2, notes = $3, fingerprint = $4 WHERE id = $1"

SET_APPLIED = "UPDATE roster_imports SET state = 'applied', applied_at = $2, applied_by = $3 WHERE id = $1"

FORGET_CHANGES = "DELETE FROM roster_changes WHERE import_id = $1"

FORGET_IMPORT = "DELETE FROM roster_imports WHERE id = $1"

FORGET_OLD_PREVIEWS = """
    DELETE FROM roster_imports WHERE state = 'previewed' AND created_at < $1 RETURNING blob_key
"""

# Names and phones of a whole school are not kept longer than somebody may ask what the roster did.
FORGET_OLD_CHANGES = """
    DELETE FROM roster_changes c USING roster_imports i WHERE i.id = c.import_id AND i.applied_at < $1
"""

# $1 NULL: an operator, who sees all. An administrator sees what was looked at within what they administer,
# and never the operator's own, which may be about other schools too.
IMPORTS = """
    SELECT i.id, i.state, i.file_name, i.created_at, i.applied_at, i.summary, i.notes, i.organisation_ids,
           i.blob_key, i.fingerprint, i.uploaded_by, i.kind, i.leavers
      FROM roster_imports i
     WHERE ($1::bigint[] IS NULL OR i.organisation_ids <@ $1)
       AND ($2::bigint IS NULL OR i.id = $2)
       AND ($3::bigint IS NULL OR i.id < $3)
     ORDER BY i.id DESC
     LIMIT $4
"""

LOCK_IMPORT = "SELECT id FROM roster_imports WHERE id = $1 FOR UPDATE"

# One roster at a time: two at once would each be planned on a base that the other is changing.
LOCK_ROSTERS = "SELECT pg_advisory_xact_lock(7062001)"

CHANGES = """
    SELECT position, entity, kind, sourced_id, title, file, line, fields, reason, value, field
      FROM roster_changes
     WHERE import_id = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR entity = $3)
       AND position > $4
     ORDER BY position
     LIMIT $5
"""
