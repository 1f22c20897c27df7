-- Seals of the audit log: each holds the hash of the entries since the one before it, and of that one's hash.
CREATE TABLE audit_seals (
    last_id bigint PRIMARY KEY,
    entries bigint NOT NULL,
    hash bytea NOT NULL,
    sealed_at timestamptz NOT NULL
);
CREATE TRIGGER audit_seals_are_append_only BEFORE UPDATE OR DELETE ON audit_seals
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seals_are_never_emptied BEFORE TRUNCATE ON audit_seals
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
