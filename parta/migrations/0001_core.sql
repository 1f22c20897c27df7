-- The event log. A stream is an audience; `seq` is taken under its row's lock.
CREATE TABLE streams (
    name text PRIMARY KEY,
    seq bigint NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE events (
    stream text NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL,
    -- What the event is about, where its words may have to be taken back.
    subject text,
    body text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (stream, seq)
);
CREATE INDEX events_by_age ON events USING brin (at);

-- Work to do afterwards or later. A job that has used up its attempts stays with `failed_at` for a person to see.
CREATE TABLE jobs (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    key text,
    body jsonb NOT NULL,
    due_at timestamptz NOT NULL DEFAULT now(),
    attempts smallint NOT NULL DEFAULT 0,
    last_error text,
    failed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX jobs_due ON jobs (due_at) WHERE failed_at IS NULL;
CREATE UNIQUE INDEX jobs_once ON jobs (kind, key) WHERE key IS NOT NULL AND failed_at IS NULL;

CREATE TABLE idempotency_keys (
    owner text NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    status smallint,
    content_type text,
    body bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (owner, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- Who did what. The database itself refuses changes, whoever asks.
CREATE TABLE audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_id bigint,
    action text NOT NULL,
    subject text NOT NULL,
    organisation_id bigint,
    details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_log_of_organisation ON audit_log (organisation_id, id);
CREATE INDEX audit_log_of_subject ON audit_log (subject, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_log_is_never_emptied BEFORE TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
