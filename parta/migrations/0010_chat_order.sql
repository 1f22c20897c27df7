-- room: messaging
-- The order of a chat: who may do what in it, who is silent, what waits for a decision, and how one joins.

ALTER TABLE conversations
    ADD COLUMN who_writes text NOT NULL DEFAULT 'all' CHECK (who_writes IN ('all', 'administrators')),
    ADD COLUMN who_invites text NOT NULL DEFAULT 'administrators'
        CHECK (who_invites IN ('all', 'administrators', 'owner')),
    ADD COLUMN who_pins text NOT NULL DEFAULT 'administrators' CHECK (who_pins IN ('all', 'administrators', 'owner')),
    ADD COLUMN who_calls text NOT NULL DEFAULT 'all' CHECK (who_calls IN ('all', 'administrators', 'owner')),
    ADD COLUMN who_mentions_all text NOT NULL DEFAULT 'administrators'
        CHECK (who_mentions_all IN ('all', 'administrators', 'owner')),
    ADD COLUMN forwarding_forbidden boolean NOT NULL DEFAULT false,
    -- Members see its administrators and themselves.
    ADD COLUMN members_hidden boolean NOT NULL DEFAULT false,
    -- Seconds between two messages of one member; 0 for none.
    ADD COLUMN slow_mode integer NOT NULL DEFAULT 0 CHECK (slow_mode IN (0, 10, 30, 60, 300, 900, 3600)),
    -- Members' messages wait for an administrator's yes.
    ADD COLUMN approval boolean NOT NULL DEFAULT false,
    -- Until then only administrators write.
    ADD COLUMN silent_until timestamptz,
    ADD COLUMN silence_reason text NOT NULL DEFAULT '' CHECK (length(silence_reason) <= 300);

CREATE INDEX conversations_started ON conversations (created_by, created_at) WHERE created_by IS NOT NULL;

ALTER TABLE members
    ADD COLUMN write_ban_reason text NOT NULL DEFAULT '' CHECK (length(write_ban_reason) <= 300),
    -- Who laid the ban; NULL for the pause that mass sending brings.
    ADD COLUMN write_ban_by bigint REFERENCES people (id),
    -- When the member last said something, kept where slow mode or a hidden list asks for it.
    ADD COLUMN said_at timestamptz;
CREATE INDEX members_banned ON members (write_ban_until) WHERE write_ban_until IS NOT NULL;

-- Messages that wait for approval, or were declined; approved ones keep their place here without their words.
CREATE TABLE held_messages (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    author_id bigint NOT NULL REFERENCES people (id),
    client_id uuid NOT NULL,
    draft jsonb,
    file_ids bigint[] NOT NULL DEFAULT '{}',
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'declined')),
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 300),
    decided_by bigint REFERENCES people (id),
    decided_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (author_id, client_id)
);
CREATE INDEX held_messages_of_chat ON held_messages (conversation_id, id) WHERE state <> 'approved';
CREATE INDEX held_messages_files ON held_messages USING gin (file_ids) WHERE state <> 'approved';

CREATE TABLE invite_links (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    made_by bigint NOT NULL REFERENCES people (id),
    -- Shown to the chat's administrators; found by its digest, so that the time of a comparison tells nothing.
    token text NOT NULL,
    digest bytea NOT NULL UNIQUE,
    audience text NOT NULL CHECK (audience IN ('contacts', 'organisation', 'everybody')),
    approval boolean NOT NULL DEFAULT false,
    most_uses integer CHECK (most_uses BETWEEN 1 AND 10000),
    uses integer NOT NULL DEFAULT 0,
    expires_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX invite_links_of_chat ON invite_links (conversation_id, id);

-- Wrong links somebody tried lately: whoever guesses has to wait.
CREATE TABLE link_guesses (
    person_id bigint NOT NULL REFERENCES people (id),
    guessed_at timestamptz NOT NULL
);
CREATE INDEX link_guesses_of ON link_guesses (person_id, guessed_at);

CREATE TABLE join_requests (
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    person_id bigint NOT NULL REFERENCES people (id),
    link_id bigint NOT NULL REFERENCES invite_links (id),
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'declined')),
    decided_by bigint REFERENCES people (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (conversation_id, person_id)
);

-- What an organisation allows its chats beyond the rule.
CREATE TABLE chat_policies (
    organisation_id bigint PRIMARY KEY REFERENCES organisations (id),
    links_for_others boolean NOT NULL DEFAULT false
);

-- The same long text of one author, by the chat it was said in: counted against mass sending, forgotten after a day.
CREATE TABLE repeated_texts (
    author_id bigint NOT NULL REFERENCES people (id),
    digest bytea NOT NULL,
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    said_at timestamptz NOT NULL,
    PRIMARY KEY (author_id, digest, conversation_id)
);
CREATE INDEX repeated_texts_by_time ON repeated_texts (said_at);
