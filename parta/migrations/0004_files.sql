-- Files: what people attach. A row exists from the first byte announced, so that quotas count unfinished uploads too.
CREATE TABLE files (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_id      bigint NOT NULL REFERENCES people (id),
    name          text NOT NULL CHECK (name <> '' AND length(name) <= 255),
    content_type  text NOT NULL DEFAULT 'application/octet-stream',
    size          bigint NOT NULL CHECK (size >= 0),
    received      bigint NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
    blob_key      text NOT NULL UNIQUE,
    state         text NOT NULL DEFAULT 'uploading' CHECK (state IN ('uploading', 'ready', 'refused')),
    kind          text NOT NULL DEFAULT 'document' CHECK (kind IN ('image', 'video', 'audio', 'document')),
    width         integer,
    height        integer,
    duration_ms   bigint,
    preview_key   text,
    preview_state text NOT NULL DEFAULT 'none' CHECK (preview_state IN ('none', 'waiting', 'ready', 'failed')),
    -- Unfinished: when it is given up. Ready: when it is looked at again to see whether anybody uses it; null = never.
    expires_at    timestamptz,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CHECK (state <> 'ready' OR received = size),
    CHECK ((preview_state = 'ready') = (preview_key IS NOT NULL))
);

-- Answers "how much does this person keep" from the index alone.
CREATE INDEX files_owner ON files (owner_id) INCLUDE (size);
CREATE INDEX files_unfinished ON files (owner_id) WHERE state = 'uploading';
