-- Followers read the log in the order of its transactions: a sequence would show numbers whose neighbours are
-- still being written, while everything below the oldest open transaction is settled.
ALTER TABLE events ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX events_by_transaction ON events (xid);

-- How far each follower has come: everything up to this place has been worked off.
CREATE TABLE followers (
    name text PRIMARY KEY,
    xid xid8 NOT NULL,
    stream text NOT NULL DEFAULT '',
    seq bigint NOT NULL DEFAULT 0
);

-- room: messaging
-- What a message carries beyond its text, files and quote.
ALTER TABLE messages ADD COLUMN content jsonb, ADD COLUMN expires_at timestamptz;

-- False while a rule of the chat asks for a closer look at every message.
ALTER TABLE conversations ADD COLUMN plain boolean NOT NULL DEFAULT true;
ALTER TABLE members ADD COLUMN write_ban_until timestamptz;
