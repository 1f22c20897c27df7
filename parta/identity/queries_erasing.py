"""SQL of erasing a person."""

LOCK_PERSON_WHOLLY = "SELECT id FROM people WHERE id = $1 AND erased_at IS NULL FOR UPDATE"

# The row stays: what they said to others keeps an author, without a name.
ERASE_PERSON = """
    UPDATE people SET family_name = $2, given_name = $3, patronymic = '', last_seen_at = NULL,
                      locale = 'ru', time_zone = 'Europe/Moscow', erased_at = $4
     WHERE id = $1
"""

# Codes and counters are found by contacts, so they go first.
FORGET_TRACES = (
    "DELETE FROM sign_in_codes WHERE (kind, value) IN (SELECT kind, value FROM contacts WHERE person_id = $1)",
    """DELETE FROM sign_in_limits WHERE key IN (
           SELECT 'contact:' || encode(sha256(convert_to(kind || ':' || value, 'UTF8')), 'hex')
             FROM contacts WHERE person_id = $1)""",
    "DELETE FROM outside_flows WHERE session_id IN (SELECT id FROM sessions WHERE person_id = $1)",
    "DELETE FROM outside_identities WHERE person_id = $1",
    "UPDATE outside_identities SET named_by = NULL WHERE named_by = $1",
    "DELETE FROM contact_moves WHERE person_id = $1",
    "DELETE FROM former_contacts WHERE person_id = $1",
    "DELETE FROM awaited_contacts WHERE person_id = $1",
    "DELETE FROM passkey_challenges WHERE person_id = $1",
    "DELETE FROM passkeys WHERE person_id = $1",
    "DELETE FROM second_factor_drafts WHERE person_id = $1",
    "DELETE FROM second_factors WHERE person_id = $1",
    "DELETE FROM recovery_codes WHERE person_id = $1",
    "DELETE FROM remembered_devices WHERE person_id = $1",
    "DELETE FROM contacts WHERE person_id = $1",
    "DELETE FROM sessions WHERE person_id = $1",
)

END_CONSENTS = "UPDATE consents SET withdrawn_at = $2 WHERE person_id = $1 AND withdrawn_at IS NULL"
