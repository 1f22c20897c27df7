-- Safe mode, what an organisation allows its people among themselves, who knows whom, and who looked at a minor's data.

-- What an organisation has decided; where there is no row, everything is as the first word of each list says.
CREATE TABLE contact_policies (
    organisation_id bigint PRIMARY KEY REFERENCES organisations (id),
    pupil_staff text NOT NULL DEFAULT 'allowed' CHECK (pupil_staff IN ('allowed', 'second_adult', 'off')),
    pupils text NOT NULL DEFAULT 'request' CHECK (pupils IN ('request', 'class', 'off')),
    pupil_groups text NOT NULL DEFAULT 'yes' CHECK (pupil_groups IN ('yes', 'with_teacher', 'no')),
    parents text NOT NULL DEFAULT 'request' CHECK (parents IN ('request', 'open', 'off')),
    changed_by bigint NOT NULL REFERENCES people (id),
    changed_at timestamptz NOT NULL
);

-- Without a row pupils keep safe mode and others do not.
CREATE TABLE safe_modes (
    person_id bigint PRIMARY KEY REFERENCES people (id),
    kept boolean NOT NULL,
    chosen_by bigint NOT NULL REFERENCES people (id),
    changed_at timestamptz NOT NULL
);

-- A guardian who does not let the child leave safe mode; it holds only while they are a guardian.
CREATE TABLE safe_mode_locks (
    child_id bigint NOT NULL REFERENCES people (id),
    guardian_id bigint NOT NULL REFERENCES people (id),
    locked_at timestamptz NOT NULL,
    PRIMARY KEY (child_id, guardian_id)
);
CREATE INDEX safe_mode_locks_of_guardian ON safe_mode_locks (guardian_id);

-- Two people with a direct chat that both sides wanted, each pair both ways.
CREATE TABLE acquaintances (
    person_id bigint NOT NULL REFERENCES people (id),
    other_id bigint NOT NULL REFERENCES people (id),
    since timestamptz NOT NULL,
    PRIMARY KEY (person_id, other_id),
    CHECK (person_id <> other_id)
);
CREATE INDEX acquaintances_the_other_way ON acquaintances (other_id);

INSERT INTO acquaintances (person_id, other_id, since)
SELECT p.person_id, p.other_id, c.created_at
  FROM conversations c
 CROSS JOIN LATERAL (VALUES (c.pair_low, c.pair_high), (c.pair_high, c.pair_low)) p (person_id, other_id)
 WHERE c.kind = 'direct' AND c.request_state IS NULL
    ON CONFLICT DO NOTHING;

-- Who asked for a chat, and when last; never what was said.
CREATE TABLE first_requests (
    person_id bigint NOT NULL REFERENCES people (id),
    asked_by bigint NOT NULL REFERENCES people (id),
    asked_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, asked_by)
);
CREATE INDEX first_requests_by_asker ON first_requests (asked_by);
CREATE INDEX first_requests_by_age ON first_requests (asked_at);

CREATE TABLE guardian_quiet_hours (
    child_id bigint NOT NULL REFERENCES people (id),
    guardian_id bigint NOT NULL REFERENCES people (id),
    periods jsonb NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (child_id, guardian_id)
);
CREATE INDEX guardian_quiet_hours_of ON guardian_quiet_hours (guardian_id);

-- One row for a person, a minor, a sort of look and a day, however often they looked.
CREATE TABLE minor_accesses (
    minor_id bigint NOT NULL REFERENCES people (id),
    day date NOT NULL,
    reader_id bigint NOT NULL REFERENCES people (id),
    kind text NOT NULL CHECK (kind IN ('profile', 'table', 'report', 'journal', 'contact_rules', 'family')),
    organisation_id bigint NOT NULL DEFAULT 0,
    times integer NOT NULL DEFAULT 1,
    PRIMARY KEY (minor_id, day, reader_id, kind, organisation_id)
);
CREATE INDEX minor_accesses_by_reader ON minor_accesses (reader_id);
CREATE INDEX minor_accesses_by_age ON minor_accesses (day);

-- room: messaging
-- A chat of a teacher and a pupil in which a grown-up sits because the school wants one there.
CREATE TABLE accompanied_chats (
    conversation_id bigint PRIMARY KEY REFERENCES conversations (id),
    teacher_id bigint NOT NULL REFERENCES people (id),
    pupil_id bigint NOT NULL REFERENCES people (id),
    UNIQUE (pupil_id, teacher_id)
);
CREATE INDEX accompanied_chats_of_teacher ON accompanied_chats (teacher_id);

-- The contact rules keep two people from a chat of their own: it can be read. Nobody's own decision to close it.
ALTER TABLE conversations ADD COLUMN held_by_rules boolean NOT NULL DEFAULT false;

-- room: organisations
CREATE TABLE birth_dates (
    person_id bigint PRIMARY KEY REFERENCES people (id),
    born_on date NOT NULL,
    told_by bigint NOT NULL REFERENCES people (id)
);
CREATE INDEX birth_dates_in_order ON birth_dates (born_on);
