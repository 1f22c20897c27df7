-- room: messaging
-- «!!!»: messages whose reading must be confirmed, and polls.

-- One row for a message, never one for a member: who is asked is who was in the chat at that moment and still is.
CREATE TABLE confirmation_requests (
    message_id bigint PRIMARY KEY REFERENCES messages (id),
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    author_id bigint NOT NULL REFERENCES people (id),
    -- The database's clock, as in members.joined_at, and not the transaction's start: joining may have been waited for.
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX confirmation_requests_of_conversation ON confirmation_requests (conversation_id, message_id);

CREATE TABLE confirmations (
    message_id bigint NOT NULL REFERENCES confirmation_requests (message_id) ON DELETE CASCADE,
    person_id bigint NOT NULL REFERENCES people (id),
    confirmed_at timestamptz NOT NULL,
    PRIMARY KEY (message_id, person_id)
);
CREATE INDEX confirmations_of_person ON confirmations (person_id);

CREATE TABLE polls (
    message_id bigint PRIMARY KEY REFERENCES messages (id),
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    question text NOT NULL,
    options text[] NOT NULL,
    many boolean NOT NULL,
    anonymous boolean NOT NULL,
    hide_until_closed boolean NOT NULL,
    change_allowed boolean NOT NULL,
    -- The place of the right answer among the options; NULL: not a quiz.
    quiz_right smallint,
    explanation text NOT NULL,
    closes_at timestamptz,
    closed_at timestamptz,
    -- Votes for each option, and how many people have voted.
    counts integer[] NOT NULL,
    voted integer NOT NULL DEFAULT 0,
    -- Anonymous: what the chat was told last; it moves in steps.
    told_counts integer[] NOT NULL,
    told_voted integer NOT NULL DEFAULT 0,
    -- Anonymous: who has voted, in the order of their ids and in the same row as the counts, so that neither order
    -- nor time nor transaction ties a person to a choice (docs/decisions/0009). Forgotten when the poll closes.
    voters bigint[] NOT NULL DEFAULT '{}',
    CHECK (anonymous OR voters = '{}'),
    CHECK (closed_at IS NULL OR voters = '{}'),
    CHECK (NOT (change_allowed AND (anonymous OR quiz_right IS NOT NULL)))
) WITH (fillfactor = 50);

-- Open polls alone: who chose what.
CREATE TABLE votes (
    message_id bigint NOT NULL REFERENCES polls (message_id) ON DELETE CASCADE,
    person_id bigint NOT NULL REFERENCES people (id),
    options smallint[] NOT NULL,
    voted_at timestamptz NOT NULL,
    PRIMARY KEY (message_id, person_id)
);
CREATE INDEX votes_of_person ON votes (person_id);

-- Somebody asked that those who have not confirmed or voted be reminded.
CREATE TABLE asking_reminders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id bigint NOT NULL REFERENCES messages (id),
    asked_by bigint NOT NULL REFERENCES people (id),
    asked_at timestamptz NOT NULL,
    reminded integer NOT NULL DEFAULT 0,
    finished_at timestamptz
);
CREATE INDEX asking_reminders_of_message ON asking_reminders (message_id, asked_at DESC);
