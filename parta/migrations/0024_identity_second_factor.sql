-- Passkeys, the second factor of staff, and how somebody moves to another phone or address.

CREATE TABLE passkeys (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    credential_id bytea NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
    -- COSE, as the authenticator gave it.
    public_key bytea NOT NULL,
    -- What authenticators know a person by: random, the same for all keys of one person.
    user_handle bytea NOT NULL,
    sign_count bigint NOT NULL,
    transports text[] NOT NULL DEFAULT '{}',
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    created_at timestamptz NOT NULL,
    last_used_at timestamptz
);
CREATE INDEX passkeys_by_person ON passkeys (person_id);

-- A question a browser was asked. `id` is the SHA-256 of a secret only that browser has; an answer takes the row away.
CREATE TABLE passkey_challenges (
    id bytea PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('add', 'sign_in', 'second_factor')),
    person_id bigint REFERENCES people (id),
    challenge bytea NOT NULL,
    -- Under which the new key will know its person.
    user_handle bytea,
    expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenges_by_person ON passkey_challenges (person_id);
CREATE INDEX passkey_challenges_by_expiry ON passkey_challenges (expires_at);

CREATE TABLE second_factors (
    person_id bigint PRIMARY KEY REFERENCES people (id),
    -- AES-GCM by the installation's key, which is not in the database. NULL: a passkey is the factor.
    totp bytea,
    -- The last half minute whose code was used: no code opens twice.
    last_step bigint NOT NULL DEFAULT 0,
    switched_on_at timestamptz NOT NULL
);

-- A secret that was shown and whose first code is still awaited.
CREATE TABLE second_factor_drafts (
    person_id bigint PRIMARY KEY REFERENCES people (id),
    totp bytea NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE TABLE recovery_codes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    digest bytea NOT NULL,
    made_at timestamptz NOT NULL,
    used_at timestamptz,
    UNIQUE (person_id, digest)
);

CREATE TABLE remembered_devices (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    token_hash bytea NOT NULL UNIQUE,
    user_agent text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX remembered_devices_by_person ON remembered_devices (person_id);
CREATE INDEX remembered_devices_by_expiry ON remembered_devices (expires_at);

-- What a session still lacks: while it does, it opens no door but the one where that is given.
ALTER TABLE sessions ADD COLUMN lacks text CHECK (lacks IN ('factor', 'enrolment'));

-- The last door a session came through with more than a code. NULL: with a code alone.
ALTER TABLE sessions ADD COLUMN factor_at timestamptz;

-- From one phone or address to another, by two confirmations.
CREATE TABLE contact_moves (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    contact_id bigint NOT NULL,
    old_kind text NOT NULL CHECK (old_kind IN ('phone', 'email')),
    old_value text NOT NULL,
    new_kind text NOT NULL CHECK (new_kind IN ('phone', 'email')),
    new_value text NOT NULL CHECK (length(new_value) BETWEEN 3 AND 254),
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 300),
    keeps_sessions boolean NOT NULL DEFAULT false,
    started_by bigint NOT NULL REFERENCES people (id),
    started_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    help_asked_at timestamptz,
    new_proven_at timestamptz,
    old_confirmed_at timestamptz,
    -- The one on the staff who confirmed instead of the old contact's owner; NULL: the owner did, by a code.
    confirmed_by bigint REFERENCES people (id),
    done_at timestamptz,
    cancelled_at timestamptz,
    cancelled_by bigint REFERENCES people (id)
);
CREATE UNIQUE INDEX contact_moves_one_at_a_time ON contact_moves (person_id)
    WHERE done_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX contact_moves_by_person ON contact_moves (person_id, id);
CREATE INDEX contact_moves_by_starter ON contact_moves (started_by);
CREATE INDEX contact_moves_by_confirmer ON contact_moves (confirmed_by);
CREATE INDEX contact_moves_by_canceller ON contact_moves (cancelled_by);

-- Whose a phone or an address was, until when, and who moved it.
CREATE TABLE former_contacts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    kind text NOT NULL CHECK (kind IN ('phone', 'email')),
    value text NOT NULL,
    held_from timestamptz NOT NULL,
    held_until timestamptz NOT NULL,
    moved_by bigint REFERENCES people (id)
);
CREATE INDEX former_contacts_by_person ON former_contacts (person_id, id);
CREATE INDEX former_contacts_by_mover ON former_contacts (moved_by);

-- What the school listed for somebody and another had already: theirs as soon as it is free, in this order.
CREATE TABLE awaited_contacts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    kind text NOT NULL CHECK (kind IN ('phone', 'email')),
    value text NOT NULL,
    UNIQUE (kind, value, person_id)
);
CREATE INDEX awaited_contacts_by_person ON awaited_contacts (person_id);
