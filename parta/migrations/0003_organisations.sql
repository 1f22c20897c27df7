-- Organisations, classes, who is what in them, whose child is whose, and where rosters come from.

CREATE TABLE organisations (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    type text NOT NULL CHECK (type IN ('school', 'vocational', 'additional', 'district')),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    short_name text NOT NULL DEFAULT '' CHECK (length(short_name) <= 100),
    parent_id bigint REFERENCES organisations (id),
    time_zone text NOT NULL DEFAULT 'Europe/Moscow',
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX organisations_of_parent ON organisations (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE school_years (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    title text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL CHECK (ends_on >= starts_on)
);
CREATE INDEX school_years_of_organisation ON school_years (organisation_id);

CREATE TABLE classes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    kind text NOT NULL CHECK (kind IN ('homeroom', 'subject')),
    title text NOT NULL,
    grade text NOT NULL DEFAULT '',
    subject text NOT NULL DEFAULT '',
    school_year_id bigint REFERENCES school_years (id),
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX classes_of_organisation ON classes (organisation_id, id);

-- A role that has ended stays: who was a teacher here in March is a question that gets asked.
CREATE TABLE roles (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    -- NULL: the whole installation.
    organisation_id bigint REFERENCES organisations (id),
    role text NOT NULL CHECK (role IN ('pupil', 'parent', 'teacher', 'administrator', 'operator')),
    position text NOT NULL DEFAULT '',
    subject text NOT NULL DEFAULT '',
    confirmed_at timestamptz,
    ended_at timestamptz,
    source text NOT NULL CHECK (source IN ('roster', 'manual')),
    sourced_id text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((role = 'operator') = (organisation_id IS NULL))
);
CREATE UNIQUE INDEX roles_once ON roles (person_id, coalesce(organisation_id, 0), role) WHERE ended_at IS NULL;
CREATE INDEX roles_of_organisation ON roles (organisation_id, role, person_id) WHERE ended_at IS NULL;

CREATE TABLE enrollments (
    class_id bigint NOT NULL REFERENCES classes (id),
    person_id bigint NOT NULL REFERENCES people (id),
    role text NOT NULL CHECK (role IN ('pupil', 'teacher')),
    class_teacher boolean NOT NULL DEFAULT false,
    ended_at timestamptz,
    source text NOT NULL DEFAULT 'roster' CHECK (source IN ('roster', 'manual')),
    sourced_id text NOT NULL DEFAULT '',
    PRIMARY KEY (class_id, person_id, role)
);
CREATE INDEX enrollments_of_person ON enrollments (person_id, class_id) WHERE ended_at IS NULL;

-- Which system the people of an organisation come from; sourcedIds mean something only within one source.
CREATE TABLE roster_sources (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE guardianships (
    guardian_id bigint NOT NULL REFERENCES people (id),
    child_id bigint NOT NULL REFERENCES people (id),
    relation text NOT NULL DEFAULT 'parent' CHECK (relation IN ('parent', 'guardian', 'relative')),
    source text NOT NULL CHECK (source IN ('roster', 'manual')),
    -- Only the roster that told of the link may end it.
    roster_source_id bigint REFERENCES roster_sources (id),
    ended_at timestamptz,
    PRIMARY KEY (guardian_id, child_id),
    CHECK (guardian_id <> child_id)
);
CREATE INDEX guardianships_of_child ON guardianships (child_id) WHERE ended_at IS NULL;

CREATE TABLE roster_links (
    source_id bigint NOT NULL REFERENCES roster_sources (id),
    entity text NOT NULL CHECK (entity IN ('org', 'year', 'class', 'user')),
    sourced_id text NOT NULL,
    entity_id bigint NOT NULL,
    PRIMARY KEY (source_id, entity, sourced_id)
);
CREATE INDEX roster_links_of_entity ON roster_links (entity, entity_id);

-- An uploaded bundle. `blob_key` holds what was read of it, not the archive: nothing we do not use is kept.
CREATE TABLE roster_imports (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uploaded_by bigint REFERENCES people (id),
    -- NULL: the operator's, about the whole installation; else only these were looked at.
    organisation_ids bigint[],
    state text NOT NULL DEFAULT 'previewed' CHECK (state IN ('previewed', 'applied')),
    file_name text NOT NULL,
    blob_key text NOT NULL,
    summary jsonb NOT NULL DEFAULT '{}',
    notes jsonb NOT NULL DEFAULT '[]',
    fingerprint bytea NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    applied_at timestamptz,
    applied_by bigint REFERENCES people (id)
);
CREATE INDEX roster_imports_in_order ON roster_imports (id DESC);

CREATE TABLE roster_changes (
    import_id bigint NOT NULL REFERENCES roster_imports (id) ON DELETE CASCADE,
    position integer NOT NULL,
    entity text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('new', 'changed', 'gone', 'refused', 'warning')),
    sourced_id text NOT NULL,
    title text NOT NULL,
    file text NOT NULL,
    line integer,
    fields jsonb NOT NULL DEFAULT '[]',
    reason text,
    value text NOT NULL DEFAULT '',
    PRIMARY KEY (import_id, position)
);
CREATE INDEX roster_changes_by_kind ON roster_changes (import_id, kind, position);

-- What other rooms read. All of it is about now: nothing ended, closed or left.
CREATE VIEW current_roles AS
    SELECT r.id, r.person_id, r.organisation_id, r.role, r.position, r.subject, r.confirmed_at
      FROM roles r
      LEFT JOIN organisations o ON o.id = r.organisation_id
     WHERE r.ended_at IS NULL AND o.closed_at IS NULL;

CREATE VIEW current_enrollments AS
    SELECT e.class_id, e.person_id, e.role, e.class_teacher,
           c.organisation_id, c.kind, c.title, c.grade, c.subject
      FROM enrollments e
      JOIN classes c ON c.id = e.class_id
      JOIN organisations o ON o.id = c.organisation_id
     WHERE e.ended_at IS NULL AND c.closed_at IS NULL AND o.closed_at IS NULL;

CREATE VIEW current_guardianships AS
    SELECT guardian_id, child_id, relation FROM guardianships WHERE ended_at IS NULL;

-- Who teaches whom, and in which class.
CREATE VIEW teaching AS
    SELECT t.person_id AS teacher_id, p.person_id AS pupil_id, t.class_id, t.organisation_id, t.class_teacher
      FROM current_enrollments t
      JOIN current_enrollments p ON p.class_id = t.class_id AND p.role = 'pupil'
     WHERE t.role = 'teacher';

-- Pupils of one class, each pair both ways.
CREATE VIEW classmates AS
    SELECT a.person_id AS pupil_id, b.person_id AS classmate_id, a.class_id, a.kind, a.organisation_id
      FROM current_enrollments a
      JOIN current_enrollments b ON b.class_id = a.class_id AND b.role = 'pupil' AND b.person_id <> a.person_id
     WHERE a.role = 'pupil';
