"""The SQL of the demo. It owns no tables: it reads those of lower rooms and marks its work in the audit log."""

from datetime import datetime

import msgspec

# The audit log cannot be changed, so a database cannot be made to look invented by an UPDATE,
# and a real one never holds these two actions.
BEGUN = "demo.begun"
FILLED = "demo.filled"


class Mark(msgspec.Struct, frozen=True):
    """A line of the audit log left by the demo."""

    action: str
    details: str
    at: datetime


class LinkRow(msgspec.Struct, frozen=True):
    """What a key of the invented roster became."""

    entity: str
    sourced_id: str
    entity_id: int


class ChatRow(msgspec.Struct, frozen=True):
    """A chat the roster made."""

    id: int
    automatic: str
    organisation_id: int
    class_id: int | None


class PersonRow(msgspec.Struct, frozen=True):
    """Somebody to step into; `after` is the key of the page that follows."""

    id: int
    search_name: str
    organisation: str | None


class SchoolRow(msgspec.Struct, frozen=True):
    """A school to choose people by."""

    id: int
    name: str
    short_name: str


# One town at a time, whoever starts a second server meanwhile.
LOCK_DEMO = "SELECT pg_advisory_xact_lock(hashtextextended('parta.demo', 0))"

MARKS = f"SELECT action, details::text AS details, at FROM audit_log WHERE action IN ('{BEGUN}', '{FILLED}') ORDER BY id"

IS_FILLED = f"SELECT EXISTS (SELECT FROM audit_log WHERE action = '{FILLED}')"

ANYBODY = "SELECT EXISTS (SELECT FROM people)"

LINKS = """
    SELECT l.entity, l.sourced_id, l.entity_id
      FROM roster_links l
      JOIN roster_sources s ON s.id = l.source_id
     WHERE l.entity IN ('org', 'class', 'user')
"""

CHATS = """
    SELECT id, automatic, organisation_id, class_id FROM conversations WHERE automatic IS NOT NULL AND closed_at IS NULL
"""

COMMUNITY = "SELECT id FROM classes WHERE kind = 'community' AND title = $1 AND closed_at IS NULL"

SCHOOLS = """
    SELECT id, name, short_name FROM organisations WHERE type = 'school' AND closed_at IS NULL ORDER BY id
"""

# $1 words, $2 role, $3 organisation, $4–$5 the last row seen, $6 how many.
PEOPLE = """
    SELECT p.id, p.search_name,
           (SELECT coalesce(nullif(o.short_name, ''), o.name)
              FROM current_roles r JOIN organisations o ON o.id = r.organisation_id
             WHERE r.person_id = p.id ORDER BY r.id LIMIT 1) AS organisation
      FROM people p
     WHERE p.erased_at IS NULL
       AND (p.search_name, p.id) > ($4, $5)
       AND NOT EXISTS (SELECT FROM unnest($1::text[]) AS w (word) WHERE strpos(p.search_name, w.word) = 0)
       AND ($2::text IS NULL AND $3::bigint IS NULL OR EXISTS (
           SELECT FROM current_roles r
            WHERE r.person_id = p.id
              AND ($2::text IS NULL OR r.role = $2)
              AND ($3::bigint IS NULL OR r.organisation_id = $3)))
     ORDER BY p.search_name COLLATE "C", p.id
     LIMIT $6
"""

PERSON_EXISTS = "SELECT EXISTS (SELECT FROM people WHERE id = $1 AND erased_at IS NULL)"

IS_REQUEST = "SELECT request_state IS NOT NULL FROM conversations WHERE id = $1"
