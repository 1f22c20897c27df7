"""SQL of expected people: whole rosters in a few statements."""

# Rows are numbered in the order they are inserted, so ascending ids are the order of the names.
EXPECT_PEOPLE = """
    INSERT INTO people (family_name, given_name, patronymic, time_zone)
    SELECT family_name, given_name, patronymic, $4
      FROM unnest($1::text[], $2::text[], $3::text[])
           WITH ORDINALITY AS n (family_name, given_name, patronymic, position)
     ORDER BY position
    RETURNING id
"""

RENAME_PEOPLE = """
    UPDATE people p
       SET family_name = n.family_name, given_name = n.given_name, patronymic = n.patronymic
      FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS n (id, family_name, given_name, patronymic)
     WHERE p.id = n.id
       AND (p.family_name, p.given_name, p.patronymic) IS DISTINCT FROM (n.family_name, n.given_name, n.patronymic)
    RETURNING p.id
"""

DROP_UNWANTED_CONTACTS = """
    DELETE FROM contacts c
     WHERE c.person_id = ANY($1::bigint[]) AND c.proven_at IS NULL
       AND NOT EXISTS (
           SELECT FROM unnest($2::bigint[], $3::text[], $4::text[]) AS w (person_id, kind, value)
            WHERE w.person_id = c.person_id AND w.kind = c.kind AND w.value = c.value)
"""

ADD_EXPECTED_CONTACTS = """
    INSERT INTO contacts (person_id, kind, value)
    SELECT DISTINCT ON (kind, value) person_id, kind, value
      FROM unnest($1::bigint[], $2::text[], $3::text[]) WITH ORDINALITY AS w (person_id, kind, value, position)
     ORDER BY kind, value, position
        ON CONFLICT (kind, value) DO NOTHING
"""

# A roster's last word: what it no longer lists for somebody is not waited for.
AWAIT_NOTHING = "DELETE FROM awaited_contacts WHERE person_id = ANY($1::bigint[])"

# Only for whom nobody has received yet, in the order of the roster.
AWAIT_CONTACTS = """
    INSERT INTO awaited_contacts (person_id, kind, value)
    SELECT w.person_id, w.kind, w.value
      FROM unnest($1::bigint[], $2::text[], $3::text[]) WITH ORDINALITY AS w (person_id, kind, value, position)
      JOIN people p ON p.id = w.person_id AND p.claimed_at IS NULL
     ORDER BY position
        ON CONFLICT (kind, value, person_id) DO NOTHING
"""

TAKEN_CONTACTS = """
    SELECT w.person_id, w.kind, w.value, c.person_id AS holder_id
      FROM unnest($1::bigint[], $2::text[], $3::text[]) WITH ORDINALITY AS w (person_id, kind, value, position)
      JOIN contacts c ON c.kind = w.kind AND c.value = w.value AND c.person_id <> w.person_id
     ORDER BY position
"""

HOLDERS_OF = """
    SELECT c.kind, c.value, c.person_id, c.proven_at, p.claimed_at
      FROM unnest($1::text[], $2::text[]) AS w (kind, value)
      JOIN contacts c ON c.kind = w.kind AND c.value = w.value
      JOIN people p ON p.id = c.person_id
"""
