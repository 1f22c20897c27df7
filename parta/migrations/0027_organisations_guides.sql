-- «Вход для учителей»: what a region tells its teachers before they sign in.

CREATE TABLE territory_guides (
    territory_id bigint PRIMARY KEY REFERENCES organisations (id),
    body text NOT NULL CHECK (length(body) <= 20000),
    -- Two columns of one list: what a link is called and where it leads.
    link_titles text[] NOT NULL CHECK (cardinality(link_titles) <= 5),
    link_urls text[] NOT NULL CHECK (cardinality(link_urls) = cardinality(link_titles)),
    changed_by bigint REFERENCES people (id),
    changed_at timestamptz NOT NULL,
    CHECK (body <> '' OR cardinality(link_titles) > 0)
);
CREATE INDEX territory_guides_by_author ON territory_guides (changed_by);
