-- Words that organisations keep an eye on, sentences that call for help, photographs of people, and whose names
-- are to be looked at.

-- How a list is applied, and its revision: the sum of all tells a process that something has changed.
CREATE TABLE word_lists (
    organisation_id bigint PRIMARY KEY REFERENCES organisations (id),
    revision bigint NOT NULL DEFAULT 1,
    -- Whose words are looked at: pupils', or everybody's but the staff's.
    whose text NOT NULL DEFAULT 'pupils' CHECK (whose IN ('pupils', 'all')),
    alerts boolean NOT NULL DEFAULT false,
    -- Chats that belong to no organisation, those of two among them, only where it has said so expressly.
    alerts_in_direct boolean NOT NULL DEFAULT false,
    alerts_at_night boolean NOT NULL DEFAULT false,
    starter boolean NOT NULL DEFAULT true
);

CREATE TABLE watched_words (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL REFERENCES word_lists (organisation_id),
    phrase text NOT NULL CHECK (length(phrase) BETWEEN 2 AND 80),
    key text NOT NULL,
    act text NOT NULL CHECK (act IN ('hold', 'refuse', 'note', 'alert')),
    added_at timestamptz NOT NULL,
    UNIQUE (organisation_id, key)
);
CREATE INDEX watched_words_of_organisation ON watched_words (organisation_id, id);

-- What was only noted; forgotten after its term.
CREATE TABLE noted_messages (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    message_id bigint NOT NULL,
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    author_id bigint NOT NULL REFERENCES people (id),
    phrase text NOT NULL,
    sentence text NOT NULL,
    said_at timestamptz NOT NULL,
    UNIQUE (message_id)
);
CREATE INDEX noted_messages_of_organisation ON noted_messages (organisation_id, id DESC);
CREATE INDEX noted_messages_by_author ON noted_messages (author_id);
CREATE INDEX noted_messages_old ON noted_messages (said_at);

-- Whom an organisation has named to hear of calls for help.
CREATE TABLE alert_staff (
    organisation_id bigint NOT NULL REFERENCES word_lists (organisation_id),
    person_id bigint NOT NULL REFERENCES people (id),
    PRIMARY KEY (organisation_id, person_id)
);
CREATE INDEX alert_staff_people ON alert_staff (person_id);

-- One alert for all that somebody says until it is closed, so that nobody is called ten times for one evening.
CREATE TABLE crisis_alerts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    author_id bigint NOT NULL REFERENCES people (id),
    chat_kind text NOT NULL CHECK (chat_kind IN ('direct', 'group')),
    sentence text NOT NULL,
    said_at timestamptz NOT NULL,
    -- What was said since: how much, and the last of it.
    more integer NOT NULL DEFAULT 0,
    last_sentence text NOT NULL DEFAULT '',
    last_said_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'taken', 'closed')),
    taken_by bigint REFERENCES people (id),
    taken_at timestamptz,
    closed_by bigint REFERENCES people (id),
    closed_at timestamptz,
    note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL))
);
CREATE UNIQUE INDEX crisis_alerts_open ON crisis_alerts (organisation_id, author_id) WHERE state <> 'closed';
CREATE INDEX crisis_alerts_of_organisation ON crisis_alerts (organisation_id, id DESC);
CREATE INDEX crisis_alerts_by_author ON crisis_alerts (author_id);
CREATE INDEX crisis_alerts_old ON crisis_alerts (closed_at) WHERE state = 'closed';

-- room: messaging
-- Held because of a word of the organisation's list: then only its staff decides, whoever keeps the chat.
ALTER TABLE held_messages ADD COLUMN watched boolean NOT NULL DEFAULT false;

-- room: identity
-- The version of the photograph that is shown; 0 for none.
ALTER TABLE people ADD COLUMN portrait bigint NOT NULL DEFAULT 0;

-- room: files
-- One photograph that is shown and one that waits, of each person; a refused one stays until it is seen or replaced.
CREATE TABLE portraits (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    state text NOT NULL CHECK (state IN ('waiting', 'shown', 'refused')),
    blob_key text NOT NULL,
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 300),
    decided_by bigint REFERENCES people (id),
    created_at timestamptz NOT NULL,
    UNIQUE (person_id, state)
);
CREATE INDEX portraits_waiting ON portraits (id) WHERE state = 'waiting';

-- Whose photographs an organisation lets be shown, and when; what is not written here waits for approval.
CREATE TABLE portrait_policies (
    organisation_id bigint PRIMARY KEY REFERENCES organisations (id),
    adults text NOT NULL CHECK (adults IN ('off', 'at_once', 'approval')),
    pupils text NOT NULL CHECK (pupils IN ('off', 'at_once', 'approval')),
    juniors text NOT NULL CHECK (juniors IN ('off', 'at_once', 'approval'))
);
