-- People, what proves who they are, and what they agreed to.

CREATE TABLE people (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    family_name text NOT NULL CHECK (length(family_name) BETWEEN 1 AND 100),
    given_name text NOT NULL CHECK (length(given_name) BETWEEN 1 AND 100),
    patronymic text NOT NULL DEFAULT '' CHECK (length(patronymic) <= 100),
    locale text NOT NULL DEFAULT 'ru' CHECK (locale IN ('ru', 'en')),
    time_zone text NOT NULL DEFAULT 'Europe/Moscow',
    -- NULL: an expected profile, known from a roster, that nobody has signed in to yet.
    claimed_at timestamptz,
    last_seen_at timestamptz,
    erased_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- What search compares and lists are ordered by: «Ё» is «Е», case and hyphens do not matter.
    -- COLLATE "C" because embedded and external servers must page in one order.
    search_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (
        lower(translate(family_name || ' ' || given_name || ' ' || patronymic, 'Ёё-', 'Ее '))
    ) STORED
);

-- A roster knows many ways to reach one person; one way never leads to two people.
CREATE TABLE contacts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    kind text NOT NULL CHECK (kind IN ('phone', 'email')),
    value text NOT NULL CHECK (length(value) BETWEEN 3 AND 254),
    proven_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (kind, value)
);
CREATE INDEX contacts_by_person ON contacts (person_id);

-- `id` is the SHA-256 of the secret handed to the browser that asked, and that secret keys `code_hash`:
-- six digits alone would fall to a million guesses by whoever reads this table.
CREATE TABLE sign_in_codes (
    id text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('phone', 'email')),
    value text NOT NULL,
    code_hash bytea NOT NULL,
    salt bytea NOT NULL,
    tries_left smallint NOT NULL CHECK (tries_left >= 0),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_codes_by_contact ON sign_in_codes (kind, value);
CREATE INDEX sign_in_codes_by_expiry ON sign_in_codes (expires_at);

-- Counters of asking and guessing, kept here so that they hold on every node and after a restart.
CREATE TABLE sign_in_limits (
    key text PRIMARY KEY,
    taken integer NOT NULL,
    next_at timestamptz NOT NULL,
    window_ends_at timestamptz NOT NULL
);
CREATE INDEX sign_in_limits_by_end ON sign_in_limits (window_ends_at);

CREATE TABLE sessions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    -- Only the SHA-256: whoever reads this table cannot sign in with it.
    token_hash bytea NOT NULL UNIQUE,
    user_agent text NOT NULL DEFAULT '',
    ip text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX sessions_by_person ON sessions (person_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- A register: rows are added and withdrawn, never rewritten.
CREATE TABLE consents (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    document text NOT NULL CHECK (document IN ('agreement', 'privacy')),
    version text NOT NULL,
    given_at timestamptz NOT NULL DEFAULT now(),
    withdrawn_at timestamptz
);
CREATE UNIQUE INDEX consents_in_force ON consents (person_id, document, version) WHERE withdrawn_at IS NULL;
