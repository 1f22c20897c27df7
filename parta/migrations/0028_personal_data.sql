-- Consents and withdrawals that came on paper, as an administrator has noted them.
-- room: personal_data

CREATE TABLE consent_papers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    -- Whose data it is about; for a pupil a guardian has signed.
    person_id bigint NOT NULL REFERENCES people (id),
    what text NOT NULL CHECK (what IN ('consent', 'withdrawal')),
    document text NOT NULL CHECK (document IN ('form', 'statement', 'letter', 'other')),
    signed_by text NOT NULL CHECK (length(signed_by) BETWEEN 1 AND 200),
    signed_on date NOT NULL,
    remark text NOT NULL DEFAULT '' CHECK (length(remark) <= 500),
    noted_by bigint NOT NULL REFERENCES people (id),
    noted_at timestamptz NOT NULL
);
CREATE INDEX consent_papers_of ON consent_papers (person_id, id DESC);
CREATE INDEX consent_papers_of_organisation ON consent_papers (organisation_id);
CREATE INDEX consent_papers_noted_by ON consent_papers (noted_by);

-- Who signed a withdrawal that came on paper; NULL: it was asked for here.
ALTER TABLE withdrawals ADD COLUMN on_paper_of text CHECK (on_paper_of IN ('person', 'guardian'));
