-- Invites into an organisation, who came by them, and what an organisation allows.

-- Of the code only the SHA-256 is kept: it was shown to whoever made the invite, once.
CREATE TABLE school_invites (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    role text NOT NULL CHECK (role IN ('pupil', 'parent', 'teacher', 'administrator')),
    class_id bigint REFERENCES classes (id),
    child_id bigint REFERENCES people (id),
    -- A pupil of the roster whose own slip this is: who comes by it receives that profile.
    expected_id bigint REFERENCES people (id),
    subject text NOT NULL DEFAULT '' CHECK (length(subject) <= 100),
    note text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
    digest bytea NOT NULL UNIQUE CHECK (length(digest) = 32),
    approval boolean NOT NULL,
    most_uses integer NOT NULL CHECK (most_uses BETWEEN 1 AND 1000),
    uses integer NOT NULL DEFAULT 0 CHECK (uses BETWEEN 0 AND most_uses),
    on_sheet boolean NOT NULL DEFAULT false,
    made_by bigint NOT NULL REFERENCES people (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CHECK (role <> 'pupil' OR class_id IS NOT NULL),
    CHECK ((role = 'parent') = (child_id IS NOT NULL)),
    CHECK (expected_id IS NULL OR role = 'pupil' AND most_uses = 1 AND NOT approval)
);
CREATE INDEX school_invites_of_organisation ON school_invites (organisation_id, id DESC);
CREATE INDEX school_invites_of_class ON school_invites (class_id) WHERE revoked_at IS NULL;
CREATE INDEX school_invites_of_child ON school_invites (child_id) WHERE revoked_at IS NULL;
CREATE INDEX school_invites_by_maker ON school_invites (made_by);

-- Who came by an invite. It stays when the role ends: an old code must not give back what was taken away.
CREATE TABLE school_joinings (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    invite_id bigint NOT NULL REFERENCES school_invites (id),
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    person_id bigint NOT NULL REFERENCES people (id),
    relation text NOT NULL DEFAULT 'parent' CHECK (relation IN ('parent', 'guardian', 'relative')),
    state text NOT NULL CHECK (state IN ('waiting', 'joined', 'declined')),
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 300),
    decided_by bigint REFERENCES people (id),
    decided_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (invite_id, person_id)
);
CREATE INDEX school_joinings_waiting ON school_joinings (organisation_id, id) WHERE state = 'waiting';
CREATE INDEX school_joinings_of_person ON school_joinings (person_id);

-- Codes that were not there, kept for an hour: guessing is slow, and whoever guesses much is written down.
CREATE TABLE invite_guesses (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    network text NOT NULL,
    guessed_at timestamptz NOT NULL
);
CREATE INDEX invite_guesses_of_person ON invite_guesses (person_id, guessed_at);
CREATE INDEX invite_guesses_of_network ON invite_guesses (network, guessed_at);
CREATE INDEX invite_guesses_by_age ON invite_guesses (guessed_at);

CREATE TABLE joining_policies (
    organisation_id bigint PRIMARY KEY REFERENCES organisations (id),
    -- Pupils of grades 1 to 4 come only where the school wants them here.
    junior_grades boolean NOT NULL DEFAULT false
);

-- What the school itself ended no roster begins anew.
ALTER TABLE guardianships ADD COLUMN ended_by bigint REFERENCES people (id);
