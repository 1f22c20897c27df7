-- Finding: what of a message is searched, and how it is divided. Why so: docs/decisions/0013.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Stems of Russian and English, without stop words: «хорошо» and «нельзя» are searched for, and phrases need all words.
CREATE TEXT SEARCH DICTIONARY search_russian (TEMPLATE = snowball, Language = russian);
CREATE TEXT SEARCH DICTIONARY search_english (TEMPLATE = snowball, Language = english);
CREATE TEXT SEARCH CONFIGURATION search_words (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION search_words ADD MAPPING FOR asciiword WITH search_english;
-- `unaccent` makes «ё» «е» and «é» «e», whatever the script.
ALTER TEXT SEARCH CONFIGURATION search_words ADD MAPPING FOR word, numword WITH unaccent, search_russian;
ALTER TEXT SEARCH CONFIGURATION search_words ADD MAPPING FOR int, uint, float, sfloat, version WITH simple;

-- Takes away what would make addresses, file names and hyphenated words one word, puts letters and their accents
-- together («й» of file names from Apple's machines is two signs), and divides what is too long for a word.
CREATE FUNCTION search_text(said text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN translate(
    CASE WHEN octet_length(said) > 2000 THEN regexp_replace(said, '(\S{64})', '\1 ', 'g')
         WHEN said IS NFC NORMALIZED THEN said
         ELSE normalize(said, NFC) END,
    '_@/.-+<>&~:''\', repeat(' ', 13));

-- The words of an entry as the index keeps them: each with the period it was said in.
CREATE FUNCTION search_keys(words tsvector, period integer) RETURNS tsvector IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN replace(' ' || strip(words)::text, ' ''', ' ''' || period::text || '~')::tsvector;

-- Stretches of time with about as many messages each, so that the newest hits are found in the newest stretch.
CREATE TABLE search_periods (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    starts_at timestamptz NOT NULL UNIQUE,
    -- Counted while it is the newest one.
    entries integer NOT NULL DEFAULT 0
);
INSERT INTO search_periods (starts_at) VALUES ('epoch');

-- What is searched of a message; erased with it. Without a reference to it: that would lock the message's row at
-- every insertion, and only living messages are ever shown.
CREATE TABLE search_entries (
    message_id bigint PRIMARY KEY,
    conversation_id bigint NOT NULL,
    author_id bigint NOT NULL,
    number bigint NOT NULL,
    at timestamptz NOT NULL,
    expires_at timestamptz,
    period integer NOT NULL,
    -- The words of text, file names, transcript and poll; and marks: '@17' the author, '#photo' a kind.
    words tsvector NOT NULL
);
CREATE INDEX search_entries_by_word ON search_entries USING gin (search_keys(words, period)) WITH (fastupdate = off);
CREATE INDEX search_entries_of_chat ON search_entries (conversation_id, at, message_id);
CREATE INDEX search_entries_by_time ON search_entries (at, message_id);

-- How far the filling of the index has come: downwards from the newest message; one row.
CREATE TABLE search_filling (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    -- The next batch ends with this message; NULL before the first batch.
    next_id bigint,
    first_id bigint NOT NULL DEFAULT 0,
    started_at timestamptz,
    finished_at timestamptz
);
INSERT INTO search_filling (next_id, finished_at)
SELECT CASE WHEN said THEN NULL ELSE 0 END, CASE WHEN said THEN NULL ELSE now() END
  FROM (SELECT EXISTS (SELECT FROM messages) AS said) AS before;
-- What was said before is indexed by a job, in batches.
INSERT INTO jobs (kind, key, body) SELECT 'fill_search', 'first', '{}' WHERE EXISTS (SELECT FROM messages);
