"""SQL of administrators and their rights."""

ADMINISTRATORS = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic, p.claimed_at IS NOT NULL AS claimed,
           r.position, r.limited_to, r.source = 'roster' AS of_roster, p.search_name
      FROM roles r JOIN people p ON p.id = r.person_id
     WHERE r.organisation_id = $1 AND r.role = 'administrator' AND r.ended_at IS NULL AND p.erased_at IS NULL
       AND ($2::bigint IS NULL OR p.id = $2)
       AND (p.search_name, p.id) > ($3::text COLLATE "C", $4::bigint)
     ORDER BY p.search_name, p.id
     LIMIT $5
"""

# Only who works here already is made an administrator; whoever comes from outside comes by an invite.
WORKS_HERE = """
    SELECT EXISTS (SELECT FROM current_roles r JOIN people p ON p.id = r.person_id AND p.erased_at IS NULL
                    WHERE r.person_id = $1 AND r.organisation_id = $2 AND r.role IN ('teacher', 'administrator'))
"""

HELD = """
    SELECT limited_to, source = 'roster' AS of_roster FROM roles
     WHERE person_id = $1 AND organisation_id = $2 AND role = 'administrator' AND ended_at IS NULL FOR UPDATE
"""

LIMIT = """
    UPDATE roles SET limited_to = $3::text[]
     WHERE person_id = $1 AND organisation_id = $2 AND role = 'administrator' AND ended_at IS NULL
       AND limited_to IS DISTINCT FROM $3::text[]
"""
