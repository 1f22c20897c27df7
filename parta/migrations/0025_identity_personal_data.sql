-- Copies of one's own data; consents of guardians; withdrawal and what follows it.
-- room: personal_data

CREATE TABLE own_archives (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    -- Whose data it is: the asker's own, or that of a child of theirs.
    about_id bigint NOT NULL REFERENCES people (id),
    -- Thrown away early it stays as 'gone' until its day is over: one a day means one a day.
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'ready', 'failed', 'gone')),
    problem text,
    -- As the asker reads: what the archive is written in.
    language text NOT NULL,
    time_zone text NOT NULL,
    -- Rows by table, of the tables that are in the archive.
    counts jsonb NOT NULL DEFAULT '{}',
    tables integer NOT NULL DEFAULT 0,
    -- The last file that was copied.
    done_file bigint NOT NULL DEFAULT 0,
    files integer NOT NULL DEFAULT 0,
    left_out integer NOT NULL DEFAULT 0,
    archive_size bigint NOT NULL DEFAULT 0,
    contents_size bigint NOT NULL DEFAULT 0,
    blob_key text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    expires_at timestamptz
);
CREATE UNIQUE INDEX own_archives_one_at_a_time ON own_archives (person_id) WHERE state IN ('waiting', 'running');
CREATE INDEX own_archives_of ON own_archives (person_id, id DESC);
CREATE INDEX own_archives_about ON own_archives (about_id);

-- What guardians agreed to for a child: a register that only grows. Who signed on paper may have no profile here.
CREATE TABLE guardian_consents (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    child_id bigint NOT NULL REFERENCES people (id),
    guardian_id bigint REFERENCES people (id),
    guardian_name text NOT NULL DEFAULT '' CHECK (length(guardian_name) <= 200),
    document text NOT NULL CHECK (document IN ('agreement', 'privacy')),
    version text NOT NULL,
    way text NOT NULL CHECK (way IN ('here', 'paper')),
    signed_on date,
    noted_by bigint REFERENCES people (id),
    given_at timestamptz NOT NULL DEFAULT now(),
    withdrawn_at timestamptz,
    CHECK ((way = 'here') = (guardian_id IS NOT NULL)),
    CHECK ((way = 'paper') = (noted_by IS NOT NULL AND signed_on IS NOT NULL AND guardian_name <> ''))
);
CREATE UNIQUE INDEX guardian_consents_in_force
    ON guardian_consents (child_id, coalesce(guardian_id, 0), guardian_name, document, version)
 WHERE withdrawn_at IS NULL;
CREATE INDEX guardian_consents_of_guardian ON guardian_consents (guardian_id);
CREATE INDEX guardian_consents_noted_by ON guardian_consents (noted_by);

-- Consent taken back: until `erase_at` it can be given again, then the person is erased.
CREATE TABLE withdrawals (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    asked_by bigint NOT NULL REFERENCES people (id),
    asked_at timestamptz NOT NULL,
    erase_at timestamptz NOT NULL,
    taken_back_at timestamptz,
    taken_back_by bigint REFERENCES people (id),
    erased_at timestamptz
);
CREATE UNIQUE INDEX withdrawals_open ON withdrawals (person_id) WHERE taken_back_at IS NULL AND erased_at IS NULL;
CREATE INDEX withdrawals_of ON withdrawals (person_id);
CREATE INDEX withdrawals_asked_by ON withdrawals (asked_by);
CREATE INDEX withdrawals_taken_back_by ON withdrawals (taken_back_by);
