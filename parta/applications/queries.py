"""SQL of applications."""

# $1 whether an operator asks, $2 the territories the one who asks looks after, $3 who asks. Nobody but an operator
# decides about an own application.
VISIBLE = "(a.state <> 'draft' AND ($1 OR a.territory_id = ANY($2::bigint[]) AND a.applicant_id <> $3))"

COLUMNS = """
    a.id, a.applicant_id, a.state, a.type, a.name, a.short_name, a.territory_id, a.settlement, a.inn, a.kpp, a.ogrn,
    a.family_name, a.given_name, a.patronymic, a.phone, a.email, a.proven_phone, a.proven_email, a.file_id,
    a.created_at, a.changed_at, a.submitted_at, a.due_at, a.decided_at, a.organisation_id
"""

VISIBLE_APPLICATION = f"""
    SELECT {COLUMNS}, {VISIBLE} AS decides FROM applications a WHERE a.id = $4 AND (a.applicant_id = $3 OR {VISIBLE})
"""

DECIDED_LOCKED = (
    f"SELECT {COLUMNS}, true AS decides FROM applications a WHERE a.id = $4 AND {VISIBLE} FOR UPDATE OF a"
)

OWN_LOCKED = f"""
    SELECT {COLUMNS}, false AS decides FROM applications a WHERE a.id = $1 AND a.applicant_id = $2 FOR UPDATE OF a
"""

APPLICATION = f"SELECT {COLUMNS}, false AS decides FROM applications a WHERE a.id = $1"

# ── the applicant ──

# Two drafts begun at one moment count one another.
LOCK_APPLICANT = "SELECT id FROM people WHERE id = $1 FOR NO KEY UPDATE"

COUNT_OPEN = """
    SELECT count(*) FROM applications WHERE applicant_id = $1 AND state IN ('draft', 'submitted', 'returned')
"""

BEGIN = "INSERT INTO applications (applicant_id, created_at, changed_at) VALUES ($1, $2, $2) RETURNING id"

SAVE = """
    UPDATE applications
       SET type = $2, name = $3, short_name = $4, territory_id = $5, settlement = $6, inn = $7, kpp = $8, ogrn = $9,
           family_name = $10, given_name = $11, patronymic = $12, phone = $13, email = $14, file_id = $15,
           changed_at = $16
     WHERE id = $1
"""

PROVE_PHONE = "UPDATE applications SET proven_phone = $2, changed_at = $3 WHERE id = $1"

PROVE_EMAIL = "UPDATE applications SET proven_email = $2, changed_at = $3 WHERE id = $1"

SUBMIT = """
    UPDATE applications SET state = 'submitted', submitted_at = $2, changed_at = $2, due_at = $3 WHERE id = $1
"""

SET_STATE = "UPDATE applications SET state = $2, changed_at = $3, due_at = NULL WHERE id = $1"

DECIDE = """
    UPDATE applications SET state = $2, changed_at = $3, decided_at = $3, due_at = NULL, organisation_id = $4
     WHERE id = $1
"""

REMOVE = "DELETE FROM applications WHERE id = $1"

MINE = f"""
    SELECT {COLUMNS}, false AS decides FROM applications a WHERE a.applicant_id = $1 AND a.id < $2
     ORDER BY a.id DESC LIMIT $3
"""

ADD_STEP = """
    INSERT INTO application_steps (application_id, state, reason, done_by, done_at) VALUES ($1, $2, $3, $4, $5)
    RETURNING id
"""

STEPS = """
    SELECT s.id, s.state, s.reason, s.done_by, s.done_at, p.family_name, p.given_name, p.patronymic
      FROM application_steps s JOIN people p ON p.id = s.done_by
     WHERE s.application_id = $1 ORDER BY s.id DESC LIMIT 100
"""

IS_TERRITORY = """
    SELECT EXISTS (SELECT FROM organisations
                    WHERE id = $1 AND type IN ('country', 'region', 'district') AND closed_at IS NULL)
"""

# Where an application may end: nothing lies below that one could choose more exactly.
TERRITORY = """
    SELECT o.type IN ('region', 'district') AND NOT EXISTS (
               SELECT FROM organisations c WHERE c.parent_id = o.id AND c.type = 'district' AND c.closed_at IS NULL)
      FROM organisations o WHERE o.id = $1 AND o.closed_at IS NULL
"""

# ── those who decide ──

WAITING = f"""
    SELECT {COLUMNS}, true AS decides FROM applications a
     WHERE {VISIBLE} AND a.state = 'submitted'
       AND (NOT $4 OR a.due_at < $5) AND ($6::timestamptz IS NULL OR a.submitted_at < $6)
       AND (a.due_at, a.id) > ($7::timestamptz, $8::bigint)
     ORDER BY a.due_at, a.id LIMIT $9
"""

OF_STATE = f"""
    SELECT {COLUMNS}, true AS decides FROM applications a
     WHERE {VISIBLE} AND a.state = $4 AND ($5::timestamptz IS NULL OR a.submitted_at < $5)
       AND (a.changed_at, a.id) < ($6::timestamptz, $7::bigint)
     ORDER BY a.changed_at DESC, a.id DESC LIMIT $8
"""

COUNT_WAITING = f"""
    SELECT count(*) AS waiting, count(*) FILTER (WHERE a.due_at < $4) AS overdue
      FROM applications a WHERE {VISIBLE} AND a.state = 'submitted'
"""

SAME_INN = """
    SELECT id, name, closed_at IS NOT NULL AS closed FROM organisations WHERE inn = $1 AND inn <> '' ORDER BY id LIMIT 10
"""

# Applications of others and earlier ones; which of them the one who asks sees, too.
SAME_INN_APPLICATIONS = f"""
    SELECT a.id, a.name, a.state, a.submitted_at, {VISIBLE} AS seen FROM applications a
     WHERE a.inn = $4 AND a.inn <> '' AND a.state IN ('submitted', 'returned', 'approved', 'declined') AND a.id <> $5
     ORDER BY a.id DESC LIMIT 10
"""

IS_APPLIED_FOR = """
    SELECT EXISTS (SELECT FROM applications
                    WHERE inn = $1 AND inn <> '' AND state IN ('submitted', 'returned') AND id <> $2)
"""

# ── files and terms ──

CARRIED_FILES = "SELECT file_id FROM applications WHERE file_id = ANY($1::bigint[])"

# A draft's scan is the applicant's alone, and they see it as its owner.
SHOWS_FILE = f"SELECT EXISTS (SELECT FROM applications a WHERE a.file_id = $4 AND {VISIBLE})"

FORGET_DOCUMENT = """
    WITH old AS (SELECT id, file_id FROM applications
                  WHERE id = $1 AND state IN ('approved', 'declined', 'withdrawn') AND changed_at <= $2 FOR UPDATE)
    UPDATE applications a SET file_id = NULL FROM old WHERE a.id = old.id AND old.file_id IS NOT NULL
    RETURNING old.file_id
"""

LOCK_DRAFT = "SELECT changed_at, file_id FROM applications WHERE id = $1 AND state = 'draft' FOR UPDATE"

LETTER = """
    SELECT a.name, a.email, a.phone, p.locale, s.state, s.reason, s.id AS step_id
      FROM application_steps s
      JOIN applications a ON a.id = s.application_id
      JOIN people p ON p.id = a.applicant_id
     WHERE s.id = $1
"""
