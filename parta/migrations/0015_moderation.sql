-- Complaints, what is decided about them, and what that means for people.

-- Everything complained of about one thing until it is decided. Whoever is answerable for the thing is `accused_id`;
-- a chat kept by the roster has nobody.
CREATE TABLE report_cases (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    target_kind text NOT NULL CHECK (target_kind IN ('message', 'person', 'chat')),
    target_id bigint NOT NULL,
    conversation_id bigint REFERENCES conversations (id),
    accused_id bigint REFERENCES people (id),
    -- Whose administrators decide; empty where only operators do.
    organisation_ids bigint[] NOT NULL DEFAULT '{}',
    -- Operators decide, too: nobody else can, somebody asked them, or the term is over.
    for_operators boolean NOT NULL DEFAULT false,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'decided')),
    opened_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    overdue_at timestamptz,
    taken_by bigint REFERENCES people (id),
    taken_at timestamptz,
    outcome text CHECK (outcome IN ('dismissed', 'acted')),
    -- Why it was decided so; told to the accused when something was done, never to reporters.
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    -- What reporters are told.
    answer text NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
    decided_by bigint REFERENCES people (id),
    decided_at timestamptz,
    -- What was complained of as it was, with what stood around it; erased a term after the decision.
    evidence jsonb,
    file_ids bigint[] NOT NULL DEFAULT '{}',
    erased_at timestamptz,
    CHECK ((state = 'decided') = (decided_at IS NOT NULL AND outcome IS NOT NULL))
);
CREATE UNIQUE INDEX report_cases_open ON report_cases (target_kind, target_id) WHERE state = 'open';
CREATE INDEX report_cases_of_organisations ON report_cases USING gin (organisation_ids);
CREATE INDEX report_cases_waiting ON report_cases (due_at, id) WHERE state = 'open';
CREATE INDEX report_cases_decided ON report_cases (decided_at DESC, id DESC) WHERE state = 'decided';
CREATE INDEX report_cases_of_accused ON report_cases (accused_id, id DESC);
CREATE INDEX report_cases_files ON report_cases USING gin (file_ids) WHERE erased_at IS NULL;

CREATE TABLE reports (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES report_cases (id),
    reporter_id bigint NOT NULL REFERENCES people (id),
    kind text NOT NULL
        CHECK (kind IN ('insult', 'threat', 'indecent', 'spam', 'personal_data', 'self_harm', 'other')),
    words text NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
    created_at timestamptz NOT NULL,
    UNIQUE (case_id, reporter_id)
);
CREATE INDEX reports_of_reporter ON reports (reporter_id, created_at DESC);

-- What was done, to whom and for how long.
CREATE TABLE measures (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES report_cases (id),
    kind text NOT NULL
        CHECK (kind IN ('hide', 'delete', 'warn', 'write_ban', 'wide_write_ban', 'remove', 'suspend')),
    person_id bigint NOT NULL REFERENCES people (id),
    conversation_id bigint REFERENCES conversations (id),
    message_id bigint REFERENCES messages (id),
    organisation_ids bigint[] NOT NULL DEFAULT '{}',
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    -- NULL: for good, or done at once.
    until timestamptz,
    taken_by bigint NOT NULL REFERENCES people (id),
    taken_at timestamptz NOT NULL,
    lifted_by bigint REFERENCES people (id),
    lifted_at timestamptz
);
CREATE INDEX measures_of_case ON measures (case_id, id);
CREATE INDEX measures_of_person ON measures (person_id, id DESC);
CREATE INDEX measures_wide_bans ON measures (person_id) WHERE kind = 'wide_write_ban' AND lifted_at IS NULL;

-- room: identity

-- Who may not come in, and until when; NULL is until somebody lifts it.
CREATE TABLE suspensions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    until timestamptz,
    suspended_by bigint REFERENCES people (id),
    suspended_at timestamptz NOT NULL,
    lifted_at timestamptz
);
CREATE INDEX suspensions_in_force ON suspensions (person_id) WHERE lifted_at IS NULL;

-- room: messaging

-- What moderators took down and may bring back.
CREATE TABLE withdrawn_messages (
    message_id bigint PRIMARY KEY REFERENCES messages (id),
    body text NOT NULL,
    mentions bigint[] NOT NULL,
    content jsonb,
    expires_at timestamptz,
    file_ids bigint[] NOT NULL,
    withdrawn_at timestamptz NOT NULL
);
CREATE INDEX withdrawn_messages_files ON withdrawn_messages USING gin (file_ids);

-- A ban that moderators of the organisation laid: nobody in the chat lifts it.
ALTER TABLE members ADD COLUMN write_ban_sealed boolean NOT NULL DEFAULT false;
