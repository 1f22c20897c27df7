-- Ways in through services that vouch for people: VK ID, ЕСИА (Госуслуги), the installation's own OpenID provider.

-- Of the account there only its number is kept. A row outlives its unlinking: an account that its owner has taken
-- away does not let in again by a phone that the service still vouches for; linking it anew makes the row live.
CREATE TABLE outside_identities (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    provider text NOT NULL CHECK (provider IN ('vk_id', 'esia', 'openid')),
    -- Numbers are one person's within one issuer only: a test contour of ЕСИА gives out the same ones to others.
    issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 300),
    subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    -- The guardian whose profile at ЕСИА names this child.
    named_by bigint REFERENCES people (id),
    linked_at timestamptz NOT NULL,
    last_used_at timestamptz,
    unlinked_at timestamptz,
    UNIQUE (provider, issuer, subject)
);
CREATE UNIQUE INDEX outside_identities_of_person ON outside_identities (person_id, provider) WHERE unlinked_at IS NULL;
CREATE INDEX outside_identities_by_guardian ON outside_identities (named_by) WHERE named_by IS NOT NULL;

-- A browser that has left for a service, for minutes. `id` is the SHA-256 of the secret in its cookie, from which
-- state, nonce and PKCE verifier are derived: whoever reads this table can finish nobody's way.
CREATE TABLE outside_flows (
    id bytea PRIMARY KEY CHECK (length(id) = 32),
    provider text NOT NULL CHECK (provider IN ('vk_id', 'esia', 'openid')),
    return_to text NOT NULL DEFAULT '' CHECK (length(return_to) <= 500),
    -- Who is linking an account, and on which device; NULL: somebody is signing in.
    person_id bigint REFERENCES people (id),
    session_id bigint REFERENCES sessions (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    returned_at timestamptz,
    -- What the service has vouched for; gone with the row as soon as it is used.
    proof jsonb
);
CREATE INDEX outside_flows_by_expiry ON outside_flows (expires_at);
CREATE INDEX outside_flows_by_session ON outside_flows (session_id) WHERE session_id IS NOT NULL;
