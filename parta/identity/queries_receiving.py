"""SQL of receiving an expected profile."""

# In the order of ids, so that two who cross wait for one another and do not lock each other out.
LOCK_BOTH = "SELECT id FROM people WHERE id = ANY($1::bigint[]) ORDER BY id FOR UPDATE"

RECEIVE = """
    UPDATE people p SET claimed_at = $3, locale = n.locale
      FROM people n
     WHERE p.id = $1 AND n.id = $2 AND p.claimed_at IS NULL AND p.erased_at IS NULL AND n.erased_at IS NULL
    RETURNING p.id
"""

MOVE_CONTACTS = "UPDATE contacts SET person_id = $1 WHERE person_id = $2"

# What leads to the expected profile already, because a guardian has named it, stays.
MOVE_OUTSIDE = """
    UPDATE outside_identities o SET person_id = $1
     WHERE o.person_id = $2
       AND NOT EXISTS (SELECT FROM outside_identities e
                        WHERE e.person_id = $1 AND e.provider = o.provider AND e.unlinked_at IS NULL)
"""

FORGET_OUTSIDE = "DELETE FROM outside_identities WHERE person_id = $1"
MOVE_PASSKEYS = "UPDATE passkeys SET person_id = $1 WHERE person_id = $2"

MOVE_CONSENTS = "UPDATE consents SET person_id = $1 WHERE person_id = $2"

# The name lives on in the profile that was received.
EMPTY_PROFILE = """
    UPDATE people SET erased_at = $2, family_name = '—', given_name = '—', patronymic = '' WHERE id = $1
"""
