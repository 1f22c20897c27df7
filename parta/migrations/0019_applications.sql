-- Applications of organisations that want to join, the territories above organisations, and how an organisation ends.

-- room: organisations

-- A district is a municipality: so OneRoster calls what stands above schools.
ALTER TABLE organisations DROP CONSTRAINT organisations_type_check;
ALTER TABLE organisations ADD CONSTRAINT organisations_type_check
    CHECK (type IN ('school', 'vocational', 'additional', 'district', 'region', 'country'));
ALTER TABLE organisations
    ADD COLUMN inn text NOT NULL DEFAULT '' CHECK (length(inn) <= 12),
    ADD COLUMN kpp text NOT NULL DEFAULT '' CHECK (length(kpp) <= 9),
    ADD COLUMN ogrn text NOT NULL DEFAULT '' CHECK (length(ogrn) <= 15),
    ADD COLUMN settlement text NOT NULL DEFAULT '' CHECK (length(settlement) <= 200),
    -- Of a territory: where its instructions for schools and teachers lie.
    ADD COLUMN guide_url text NOT NULL DEFAULT '' CHECK (length(guide_url) <= 500);
CREATE INDEX organisations_by_inn ON organisations (inn) WHERE inn <> '';

-- Who looks after a territory: sees its part of the tree and decides there, and is no member of any school.
CREATE TABLE territory_staff (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    territory_id bigint NOT NULL REFERENCES organisations (id),
    person_id bigint NOT NULL REFERENCES people (id),
    appointed_by bigint REFERENCES people (id),
    appointed_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE UNIQUE INDEX territory_staff_once ON territory_staff (person_id, territory_id) WHERE ended_at IS NULL;
CREATE INDEX territory_staff_of_territory ON territory_staff (territory_id) WHERE ended_at IS NULL;

-- Whoever administers a district administers its schools, and so looks after the district, too.
CREATE VIEW current_territory_staff AS
    SELECT territory_id, person_id FROM territory_staff WHERE ended_at IS NULL
    UNION
    SELECT r.organisation_id, r.person_id
      FROM roles r
      JOIN organisations o ON o.id = r.organisation_id AND o.type IN ('district', 'region', 'country')
     WHERE r.role = 'administrator' AND r.ended_at IS NULL AND o.closed_at IS NULL;

-- How an organisation ended: closed, or joined to another. Everything that ended with it bears the same moment.
CREATE TABLE organisation_endings (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    into_id bigint REFERENCES organisations (id),
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 300),
    ended_by bigint NOT NULL REFERENCES people (id),
    ended_at timestamptz NOT NULL,
    undone_by bigint REFERENCES people (id),
    undone_at timestamptz
);
CREATE UNIQUE INDEX organisation_endings_once ON organisation_endings (organisation_id) WHERE undone_at IS NULL;
CREATE INDEX organisation_endings_by_person ON organisation_endings (ended_by);

-- Whose number it was, of an organisation that was joined to another: its roster is known by the old name, fills the
-- other one and does not rename it.
ALTER TABLE roster_links ADD COLUMN joined_id bigint REFERENCES organisations (id);

-- room: applications

CREATE TABLE applications (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    applicant_id bigint NOT NULL REFERENCES people (id),
    state text NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'declined', 'withdrawn')),
    -- As it was typed until it is submitted; then in one spelling.
    type text NOT NULL DEFAULT 'school' CHECK (type IN ('school', 'vocational', 'additional')),
    name text NOT NULL DEFAULT '' CHECK (length(name) <= 300),
    short_name text NOT NULL DEFAULT '' CHECK (length(short_name) <= 100),
    territory_id bigint REFERENCES organisations (id),
    settlement text NOT NULL DEFAULT '' CHECK (length(settlement) <= 200),
    inn text NOT NULL DEFAULT '' CHECK (length(inn) <= 30),
    kpp text NOT NULL DEFAULT '' CHECK (length(kpp) <= 30),
    ogrn text NOT NULL DEFAULT '' CHECK (length(ogrn) <= 30),
    family_name text NOT NULL DEFAULT '' CHECK (length(family_name) <= 60),
    given_name text NOT NULL DEFAULT '' CHECK (length(given_name) <= 60),
    patronymic text NOT NULL DEFAULT '' CHECK (length(patronymic) <= 60),
    phone text NOT NULL DEFAULT '' CHECK (length(phone) <= 254),
    email text NOT NULL DEFAULT '' CHECK (length(email) <= 254),
    -- What was proved; another contact typed later is not proved by it.
    proven_phone text,
    proven_email text,
    file_id bigint REFERENCES files (id),
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    submitted_at timestamptz,
    due_at timestamptz,
    decided_at timestamptz,
    -- What was made of it.
    organisation_id bigint REFERENCES organisations (id)
);
CREATE INDEX applications_of_applicant ON applications (applicant_id, id DESC);
CREATE INDEX applications_waiting ON applications (due_at, id) WHERE state = 'submitted';
CREATE INDEX applications_of_territory ON applications (territory_id, id);
CREATE INDEX applications_by_inn ON applications (inn) WHERE inn <> '' AND state <> 'draft';
CREATE INDEX applications_of_file ON applications (file_id) WHERE file_id IS NOT NULL;

-- What has happened to an application, step by step.
CREATE TABLE application_steps (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application_id bigint NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    state text NOT NULL,
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    done_by bigint NOT NULL REFERENCES people (id),
    done_at timestamptz NOT NULL
);
CREATE INDEX application_steps_in_order ON application_steps (application_id, id);
CREATE INDEX application_steps_by_person ON application_steps (done_by);
