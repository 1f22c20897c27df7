-- Things that happen in time: messages that disappear, messages for later, reminders, exports; and what was attached.
-- room: messaging

-- How many seconds a message of this chat lives, unless its author gives it less.
ALTER TABLE conversations ADD COLUMN lifetime integer CHECK (lifetime BETWEEN 60 AND 2678400);

-- What disappears next is found from the top of the index, however many messages there are.
CREATE INDEX messages_expiring ON messages (expires_at) WHERE expires_at IS NOT NULL;

-- Who answers a message that goes: its words must leave their quotes, too.
CREATE INDEX messages_replies ON messages (reply_to_id) WHERE reply_to_id IS NOT NULL;

-- The links of a chat; most messages have none and cost nothing here.
CREATE INDEX messages_with_links ON messages (conversation_id, number) WHERE body LIKE '%://%';

-- The attachments of a chat by kind (what a file was recorded for, or what it is), newest first, in constant cost.
ALTER TABLE message_files ADD COLUMN conversation_id bigint, ADD COLUMN number bigint, ADD COLUMN kind text;
UPDATE message_files x SET conversation_id = m.conversation_id, number = m.number, kind = coalesce(f.purpose, f.kind)
  FROM messages m, files f WHERE m.id = x.message_id AND f.id = x.file_id;
ALTER TABLE message_files ALTER COLUMN conversation_id SET NOT NULL, ALTER COLUMN number SET NOT NULL,
                          ALTER COLUMN kind SET NOT NULL;
CREATE INDEX message_files_by_kind ON message_files (conversation_id, kind, number DESC, position DESC);

-- Said later. The row goes when it is posted; refused, it stays with the reason for its author to see.
CREATE TABLE scheduled_messages (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    author_id bigint NOT NULL REFERENCES people (id),
    -- The message will have the same: posting twice is posting once.
    client_id uuid NOT NULL,
    due_at timestamptz NOT NULL,
    body text NOT NULL DEFAULT '' CHECK (length(body) <= 8000),
    reply_to_id bigint REFERENCES messages (id),
    mentions bigint[] NOT NULL DEFAULT '{}',
    content jsonb,
    refused text,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (author_id, client_id)
);
CREATE INDEX scheduled_messages_of ON scheduled_messages (conversation_id, author_id, due_at, id);

CREATE TABLE scheduled_files (
    scheduled_id bigint NOT NULL REFERENCES scheduled_messages (id) ON DELETE CASCADE,
    position smallint NOT NULL,
    file_id bigint NOT NULL REFERENCES files (id),
    PRIMARY KEY (scheduled_id, position)
);
CREATE INDEX scheduled_files_by_file ON scheduled_files (file_id);

-- "Remind me of this": one for a person and a message; it stays after its time until it is put away.
CREATE TABLE message_reminders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    message_id bigint NOT NULL REFERENCES messages (id),
    due_at timestamptz NOT NULL,
    reminded_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (message_id, person_id)
);
CREATE INDEX message_reminders_of_person ON message_reminders (person_id, due_at, id);

-- A chat carried away by one of its members. `done_number` and the sizes are where the work goes on after a crash.
CREATE TABLE exports (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    person_id bigint NOT NULL REFERENCES people (id),
    format text NOT NULL CHECK (format IN ('html', 'json')),
    with_files boolean NOT NULL,
    since timestamptz,
    until timestamptz,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'ready', 'failed')),
    problem text,
    -- As the asker reads: what the archive is written in.
    language text NOT NULL,
    time_zone text NOT NULL,
    -- From and up to which number it goes, settled when the work begins.
    first_number bigint NOT NULL DEFAULT 0,
    last_number bigint NOT NULL DEFAULT 0,
    done_number bigint NOT NULL DEFAULT 0,
    -- Of the page in work: how many of its files are in the archive.
    done_files integer NOT NULL DEFAULT 0,
    pages integer NOT NULL DEFAULT 0,
    messages integer NOT NULL DEFAULT 0,
    left_out integer NOT NULL DEFAULT 0,
    archive_size bigint NOT NULL DEFAULT 0,
    contents_size bigint NOT NULL DEFAULT 0,
    blob_key text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    expires_at timestamptz
);
CREATE UNIQUE INDEX exports_one_at_a_time ON exports (person_id) WHERE state IN ('waiting', 'running');
CREATE INDEX exports_of ON exports (person_id, conversation_id, id DESC);
