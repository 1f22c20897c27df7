"""SQL of bringing in people who have signed in elsewhere before."""

CLAIM_PEOPLE = """
    UPDATE people SET claimed_at = $2, last_seen_at = $2
     WHERE id = ANY($1::bigint[]) AND claimed_at IS NULL
    RETURNING id
"""

PROVE_CONTACTS_OF = """
    UPDATE contacts SET proven_at = $2 WHERE person_id = ANY($1::bigint[]) AND proven_at IS NULL
"""

CONSENT_FOR = """
    INSERT INTO consents (person_id, document, version, given_at)
    SELECT person_id, document, version, $4
      FROM unnest($1::bigint[]) AS p (person_id)
     CROSS JOIN unnest($2::text[], $3::text[]) AS d (document, version)
        ON CONFLICT (person_id, document, version) WHERE withdrawn_at IS NULL DO NOTHING
"""
