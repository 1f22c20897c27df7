-- Conversations, who takes part, and what was said.

CREATE TABLE conversations (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('direct', 'group', 'favourites')),
    title text NOT NULL DEFAULT '',
    organisation_id bigint REFERENCES organisations (id),
    -- Made by the roster: which sort, and of which class.
    automatic text CHECK (automatic IN ('teachers', 'class', 'class_parents', 'parents_only', 'subject')),
    class_id bigint REFERENCES classes (id),
    parents_only boolean NOT NULL DEFAULT false,
    -- The two people of a direct chat, the lower id first: one chat for a pair.
    pair_low bigint REFERENCES people (id),
    pair_high bigint REFERENCES people (id),
    -- A direct chat that the other side has not confirmed yet.
    request_by bigint REFERENCES people (id),
    request_state text CHECK (request_state IN ('waiting', 'declined')),
    created_by bigint REFERENCES people (id),
    last_number bigint NOT NULL DEFAULT 0,
    last_message_at timestamptz NOT NULL DEFAULT now(),
    members_count integer NOT NULL DEFAULT 0,
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((kind = 'direct') = (pair_low IS NOT NULL AND pair_high IS NOT NULL AND pair_low < pair_high))
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX conversations_of_pair ON conversations (pair_low, pair_high) WHERE kind = 'direct';
CREATE UNIQUE INDEX conversations_favourites ON conversations (created_by) WHERE kind = 'favourites';
CREATE UNIQUE INDEX conversations_automatic ON conversations (automatic, organisation_id, coalesce(class_id, 0))
    WHERE automatic IS NOT NULL;

CREATE TABLE members (
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    person_id bigint NOT NULL REFERENCES people (id),
    role text NOT NULL DEFAULT 'member' CHECK (role IN ('owner', 'administrator', 'member')),
    source text NOT NULL DEFAULT 'manual' CHECK (source IN ('manual', 'automatic')),
    -- Everything up to this number has been read.
    read_number bigint NOT NULL DEFAULT 0,
    -- The newest number in which the person was mentioned.
    mentioned_number bigint NOT NULL DEFAULT 0,
    muted_until timestamptz,
    joined_at timestamptz NOT NULL DEFAULT now(),
    left_at timestamptz,
    PRIMARY KEY (conversation_id, person_id)
) WITH (fillfactor = 70);
CREATE INDEX members_of_person ON members (person_id) WHERE left_at IS NULL;
CREATE INDEX members_by_reading ON members (conversation_id, read_number DESC) WHERE left_at IS NULL;

CREATE TABLE messages (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    -- Dense within the conversation: unread counts are differences.
    number bigint NOT NULL,
    author_id bigint NOT NULL REFERENCES people (id),
    -- Chosen by the author's device: the same one is the same message.
    client_id uuid NOT NULL,
    kind text NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'service')),
    body text NOT NULL DEFAULT '' CHECK (length(body) <= 8000),
    reply_to_id bigint REFERENCES messages (id),
    mentions bigint[] NOT NULL DEFAULT '{}',
    service jsonb,
    has_files boolean NOT NULL DEFAULT false,
    has_reactions boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    edited_at timestamptz,
    deleted_at timestamptz,
    UNIQUE (conversation_id, number),
    UNIQUE (author_id, client_id)
);

CREATE TABLE message_files (
    message_id bigint NOT NULL REFERENCES messages (id),
    position smallint NOT NULL,
    file_id bigint NOT NULL REFERENCES files (id),
    PRIMARY KEY (message_id, position)
);
CREATE INDEX message_files_by_file ON message_files (file_id);

CREATE TABLE reactions (
    message_id bigint NOT NULL REFERENCES messages (id),
    person_id bigint NOT NULL REFERENCES people (id),
    emoji text NOT NULL CHECK (length(emoji) <= 32),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (message_id, person_id, emoji)
);

-- Deleted for oneself only.
CREATE TABLE hidden_messages (
    person_id bigint NOT NULL REFERENCES people (id),
    message_id bigint NOT NULL REFERENCES messages (id),
    PRIMARY KEY (person_id, message_id)
);
