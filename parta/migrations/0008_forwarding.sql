-- room: messaging
-- Marks of one's own, what a chat keeps at its top, and words to everybody at once.

-- A person's own marks: nobody else knows of them.
CREATE TABLE important_messages (
    person_id bigint NOT NULL REFERENCES people (id),
    message_id bigint NOT NULL REFERENCES messages (id),
    marked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (person_id, message_id)
);
CREATE INDEX important_messages_by_time ON important_messages (person_id, marked_at DESC, message_id DESC);
CREATE INDEX important_messages_of ON important_messages (message_id);

CREATE TABLE pinned_messages (
    message_id bigint PRIMARY KEY REFERENCES messages (id),
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    number bigint NOT NULL,
    pinned_by bigint NOT NULL REFERENCES people (id),
    pinned_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (conversation_id, number)
);

ALTER TABLE conversations
    ADD COLUMN pins_count integer NOT NULL DEFAULT 0,
    -- The newest number that called everybody, and the newest that called the teachers: one pointer of the chat
    -- beside everybody's own reading pointer, so that calling a thousand costs what calling one does.
    ADD COLUMN all_mentioned_number bigint NOT NULL DEFAULT 0,
    ADD COLUMN teachers_mentioned_number bigint NOT NULL DEFAULT 0;
