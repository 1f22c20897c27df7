"""SQL of notices."""

LOCALE_OF = "SELECT locale FROM people WHERE id = $1"

PROVEN_CONTACTS_OF = """
    SELECT kind, value FROM contacts WHERE person_id = $1 AND proven_at IS NOT NULL ORDER BY id LIMIT 10
"""
