-- room: safety

-- A weekly schedule in the person's own time zone: it holds on all devices.
CREATE TABLE quiet_hours (
    person_id bigint PRIMARY KEY REFERENCES people (id),
    kept boolean NOT NULL DEFAULT false,
    periods jsonb NOT NULL DEFAULT '[]',
    -- Silence asked for once, whatever the schedule says.
    snoozed_until timestamptz,
    -- Whether those who write to the person are told that it is quiet now.
    shown boolean NOT NULL DEFAULT true,
    changed_at timestamptz NOT NULL DEFAULT now()
);

-- Organisations whose «!!!» may break the silence.
CREATE TABLE quiet_exceptions (
    organisation_id bigint PRIMARY KEY REFERENCES organisations (id),
    allowed_by bigint REFERENCES people (id),
    allowed_at timestamptz NOT NULL DEFAULT now()
);

-- room: messaging

-- Of a muted chat: what mentions or answers the person is told all the same.
ALTER TABLE members ADD COLUMN mentions_pass boolean NOT NULL DEFAULT false;

-- room: notifications

-- The installation's own key pair (RFC 8292): push services know us by it.
CREATE TABLE push_keys (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    private_key text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Where a browser is reached when Parta is closed. It ends with the session it was made in.
CREATE TABLE push_subscriptions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    session_id bigint NOT NULL UNIQUE REFERENCES sessions (id) ON DELETE CASCADE,
    endpoint text NOT NULL UNIQUE CHECK (length(endpoint) <= 2000),
    p256dh text NOT NULL,
    auth text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX push_subscriptions_of_person ON push_subscriptions (person_id);

-- What a person has chosen otherwise than is usual for their role.
CREATE TABLE notification_choices (
    person_id bigint PRIMARY KEY REFERENCES people (id),
    kinds jsonb NOT NULL DEFAULT '{}',
    show_text boolean NOT NULL DEFAULT true
);

-- From which message on a chat was silent because of quiet hours: one row for a chat, never one for a message.
CREATE TABLE held_chats (
    person_id bigint NOT NULL REFERENCES people (id),
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    from_number bigint NOT NULL,
    PRIMARY KEY (person_id, conversation_id)
);

-- What the last silence ended with, for the device that shows it.
CREATE TABLE quiet_summaries (
    person_id bigint PRIMARY KEY REFERENCES people (id),
    messages integer NOT NULL,
    chats integer NOT NULL,
    told_at timestamptz NOT NULL
);

-- Up to which message a chat was pushed, so that reading it takes the notification off the other devices.
CREATE TABLE pushed_chats (
    person_id bigint NOT NULL REFERENCES people (id),
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    number bigint NOT NULL,
    PRIMARY KEY (person_id, conversation_id)
);

CREATE TABLE mail_digests (
    person_id bigint PRIMARY KEY REFERENCES people (id),
    every text NOT NULL CHECK (every IN ('day', 'week', 'away')),
    -- The hour of a day's or week's letter in the person's time zone; the hours of being away otherwise.
    hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
    weekday smallint NOT NULL DEFAULT 1 CHECK (weekday BETWEEN 1 AND 7),
    away_hours smallint NOT NULL DEFAULT 24 CHECK (away_hours BETWEEN 1 AND 168),
    texts boolean NOT NULL DEFAULT false,
    -- Whoever holds the letter may end the letters, and nothing else.
    token text NOT NULL UNIQUE,
    -- When to look next whether there is something to tell.
    next_at timestamptz NOT NULL,
    sent_at timestamptz
);
CREATE INDEX mail_digests_due ON mail_digests (next_at);
