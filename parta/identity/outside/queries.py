"""SQL of outside identities, and of browsers that have left for a service."""

# ── flows ──

ADD_FLOW = """
    INSERT INTO outside_flows (id, provider, return_to, person_id, session_id, created_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
"""

# Under the row's lock until commit: of two who come back at one moment with one answer the second sees the first.
LOCK_FLOW = """
    SELECT id, provider, return_to, person_id, session_id, expires_at, returned_at, proof
      FROM outside_flows WHERE id = $1 FOR UPDATE
"""

NOTE_RETURN = "UPDATE outside_flows SET returned_at = $2 WHERE id = $1"

# Under a new name: whoever put the first secret into somebody's browser does not know the second.
# The way itself stays behind as used.
KEEP_PROOF = """
    INSERT INTO outside_flows (id, provider, return_to, person_id, session_id, created_at, expires_at, returned_at, proof)
    SELECT $2, provider, return_to, person_id, session_id, created_at, $4, returned_at, $3
      FROM outside_flows WHERE id = $1
"""

FORGET_FLOW = "DELETE FROM outside_flows WHERE id = $1"

FORGET_EXPIRED = "DELETE FROM outside_flows WHERE expires_at <= $1"

# ── identities ──

FIND_IDENTITY = """
    SELECT o.id, o.person_id, o.unlinked_at IS NULL AS live
      FROM outside_identities o JOIN people p ON p.id = o.person_id
     WHERE o.provider = $1 AND o.issuer = $2 AND o.subject = $3 AND p.erased_at IS NULL
"""

# A guardian's naming may be taken back at this very moment: whoever holds the row first is in time.
LOCK_IDENTITY = f"{FIND_IDENTITY} FOR UPDATE OF o"

NOTE_USE = "UPDATE outside_identities SET last_used_at = $2 WHERE id = $1"

# A row that was unlinked goes to whoever proves the account next; a live one stays whose it is.
LINK = """
    INSERT INTO outside_identities AS o (person_id, provider, issuer, subject, linked_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (provider, issuer, subject) DO UPDATE
       SET person_id = $1, linked_at = $5, last_used_at = NULL, unlinked_at = NULL, named_by = NULL
     WHERE o.unlinked_at IS NOT NULL OR o.person_id = $1
    RETURNING id
"""

# At a sign-in by a contact nothing is taken from anybody, and nobody gets a second account of one service.
LINK_IF_FREE = """
    INSERT INTO outside_identities (person_id, provider, issuer, subject, linked_at, last_used_at)
    VALUES ($1, $2, $3, $4, $5, $5)
    ON CONFLICT DO NOTHING
    RETURNING id
"""

NAME_CHILD = """
    INSERT INTO outside_identities (person_id, provider, issuer, subject, named_by, linked_at)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING
    RETURNING id
"""

TAKE_NAME_BACK = "DELETE FROM outside_identities WHERE person_id = $1 AND named_by = $2"

OTHER_LIVE = """
    SELECT EXISTS (SELECT FROM outside_identities
                    WHERE person_id = $1 AND provider = $2 AND unlinked_at IS NULL
                      AND (issuer, subject) IS DISTINCT FROM ($3, $4))
"""

LIVE_OF = """
    SELECT provider, linked_at, last_used_at, named_by IS NOT NULL AS by_guardian
      FROM outside_identities WHERE person_id = $1 AND unlinked_at IS NULL ORDER BY provider LIMIT 10
"""

OTHER_WAYS = """
    SELECT EXISTS (SELECT FROM contacts WHERE person_id = $1)
        OR EXISTS (SELECT FROM passkeys WHERE person_id = $1)
        OR EXISTS (SELECT FROM outside_identities
                    WHERE person_id = $1 AND provider = ANY($2::text[]) AND unlinked_at IS NULL)
"""

UNLINK = """
    UPDATE outside_identities SET unlinked_at = $3
     WHERE person_id = $1 AND provider = $2 AND unlinked_at IS NULL RETURNING id
"""
