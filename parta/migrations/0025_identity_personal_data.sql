-- Copies of one's own data; consents of guardians; withdrawal and what follows it.
-- room: personal_data

CREATE TABLE own_archives (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    -- Whose data it is: the asker's own, or that of a child of theirs.
    about_id bigint NOT NULL REFERENCES people (id),
    -- Thrown away early it stays as 'gone' until its day is over: one a day means one a day.
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'ready', 'failed', 'gone')),
    problem text,
    -- As the asker reads: what the archive is written in.
    language text NOT NULL,
    time_zone text NOT NULL,
    -- Rows by table, of the tables that are in the archive.
    counts jsonb NOT NULL DEFAULT '{}',
    tables integer NOT NULL DEFAULT 0,
    -- The last file that was copied.
    done_file bigint NOT NULL DEFAULT 0,
    files integer NOT NULL DEFAULT 0,
    left_out integer NOT NULL DEFAULT 0,
    archive_size bigint NOT NULL DEFAULT 0,
    contents_size bigint NOT NULL DEFAULT 0,
    blob_key text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    expires_at timestamptz
);
CREATE UNIQUE INDEX own_archives_one_at_a_time ON own_archives (person_id) WHERE state IN ('waiting', 'running');
CREATE INDEX own_archives_of ON own_archives (person_id, id DESC);
CREATE INDEX own_archives_about ON own_archives (about_id);
