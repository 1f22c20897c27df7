-- Voice messages and video circles: files that say what they were recorded for.
-- Cleared again when the file turns out to be something else.
ALTER TABLE files
    ADD COLUMN purpose text CHECK (purpose IN ('voice', 'circle')),
    -- 64 peaks of a voice message from 0 to 31, one digit of base 32 (0-9, a-v) each.
    ADD COLUMN waveform text;

-- Room: speech
-- What is said in a recording, as the model heard it; one row a file, whoever asked. `heard_ms` is how far it has come.
CREATE TABLE hearings (
    file_id     bigint PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    state       text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'ready', 'failed')),
    language    text NOT NULL DEFAULT '',
    heard_ms    bigint NOT NULL DEFAULT 0,
    -- [{"start_ms", "end_ms", "text"}]
    segments    jsonb NOT NULL DEFAULT '[]',
    asked_at    timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz
);

-- Room: messaging
-- The text of a message that was spoken: from the model, perhaps mended by its author.
CREATE TABLE transcripts (
    message_id bigint PRIMARY KEY REFERENCES messages (id),
    file_id    bigint NOT NULL,
    state      text NOT NULL CHECK (state IN ('waiting', 'ready', 'failed')),
    text       text NOT NULL DEFAULT '',
    edited_at  timestamptz
);

-- One file may be heard in several messages, and all of them wait for the same text.
CREATE INDEX transcripts_file ON transcripts (file_id);

-- What a person chose about voice messages; no row = nothing chosen.
CREATE TABLE voice_choices (
    person_id bigint PRIMARY KEY REFERENCES people (id),
    -- Every voice message that comes is turned into text without asking.
    texts     boolean NOT NULL
);
