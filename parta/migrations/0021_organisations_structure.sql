-- Named rights of administrators, groups made by hand, communities of several organisations, the change of the year.

ALTER TABLE organisations
    -- The grade after which pupils leave: 11 in a school, 9 in one that teaches no further, 4 in a primary school.
    ADD COLUMN last_grade smallint NOT NULL DEFAULT 11 CHECK (last_grade BETWEEN 1 AND 12);

ALTER TABLE roles
    -- NULL: an administrator with every right («главный администратор»), and everybody who is none.
    ADD COLUMN limited_to text[] CHECK (
        limited_to <@ ARRAY['people', 'invites', 'roster', 'moderation', 'settings', 'personal_data']),
    -- Position and subject were written by hand: a roster leaves them alone.
    ADD COLUMN appointed boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT roles_limited_check CHECK (limited_to IS NULL OR role = 'administrator');

ALTER TABLE classes
    DROP CONSTRAINT classes_kind_check,
    ADD CONSTRAINT classes_kind_check
        CHECK (kind IN ('homeroom', 'subject', 'club', 'section', 'interest', 'community')),
    -- It went up a grade here: the next roster may know it by another number, and finds it by its title.
    ADD COLUMN went_up_at timestamptz;

ALTER TABLE enrollments
    DROP CONSTRAINT enrollments_role_check,
    ADD CONSTRAINT enrollments_role_check CHECK (role IN ('pupil', 'teacher', 'member')),
    -- The organisation whose staff a member of a community is, where it is not the community's own.
    ADD COLUMN guest_of bigint REFERENCES organisations (id);
CREATE INDEX enrollments_of_guests ON enrollments (person_id) WHERE guest_of IS NOT NULL AND ended_at IS NULL;

CREATE OR REPLACE VIEW current_enrollments AS
    SELECT e.class_id, e.person_id, e.role, e.class_teacher,
           c.organisation_id, c.kind, c.title, c.grade, c.subject, e.guest_of
      FROM enrollments e
      JOIN classes c ON c.id = e.class_id
      JOIN organisations o ON o.id = c.organisation_id
     WHERE e.ended_at IS NULL AND c.closed_at IS NULL AND o.closed_at IS NULL;

-- Organisations asked into a community of another one; their own administrators say yes and name who comes.
CREATE TABLE community_guests (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    class_id bigint NOT NULL REFERENCES classes (id),
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    state text NOT NULL CHECK (state IN ('waiting', 'accepted', 'declined', 'left')),
    invited_by bigint NOT NULL REFERENCES people (id),
    invited_at timestamptz NOT NULL,
    decided_by bigint REFERENCES people (id),
    decided_at timestamptz,
    UNIQUE (class_id, organisation_id)
);
CREATE INDEX community_guests_of_organisation ON community_guests (organisation_id, id);

CREATE TABLE school_year_changes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    -- The year that began: 2026 is 2026/27.
    starts_in smallint NOT NULL CHECK (starts_in BETWEEN 2000 AND 2200),
    -- What was done, as it is needed to undo it: ids, titles and grades, no names of people.
    done jsonb NOT NULL,
    made_by bigint NOT NULL REFERENCES people (id),
    made_at timestamptz NOT NULL,
    undone_by bigint REFERENCES people (id),
    undone_at timestamptz
);
CREATE UNIQUE INDEX school_year_changes_once ON school_year_changes (organisation_id, starts_in)
    WHERE undone_at IS NULL;
