"""SQL of receiving an expected profile."""

# First the expected one, always: nobody is a newcomer and expected at once, so two who cross wait for one another.
# Chats of the school may refer to the expected one meanwhile, or two who decide in one class would lock each other out;
# nothing new of the newcomer may begin.
LOCK_EXPECTED = "SELECT id FROM people WHERE id = $1 FOR NO KEY UPDATE"

LOCK_NEWCOMER = "SELECT id FROM people WHERE id = $1 FOR UPDATE"

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

# How the newcomer comes in, and what they agreed to; nobody has ever come in by the expected profile.
MOVE = (
    "UPDATE passkeys SET person_id = $1 WHERE person_id = $2",
    "UPDATE second_factors SET person_id = $1 WHERE person_id = $2",
    "UPDATE recovery_codes SET person_id = $1 WHERE person_id = $2",
    "UPDATE remembered_devices SET person_id = $1 WHERE person_id = $2",
    "UPDATE consents SET person_id = $1 WHERE person_id = $2",
    "UPDATE contact_moves SET person_id = $1 WHERE person_id = $2",
    "UPDATE former_contacts SET person_id = $1 WHERE person_id = $2",
    # Becoming somebody else is no way out of a suspension.
    "UPDATE suspensions SET person_id = $1 WHERE person_id = $2",
)

MOVE_SESSIONS = "UPDATE sessions SET person_id = $1 WHERE person_id = $2"

# The name lives on in the profile that was received.
EMPTY_PROFILE = """
    UPDATE people SET erased_at = $2, family_name = '—', given_name = '—', patronymic = '' WHERE id = $1
"""
