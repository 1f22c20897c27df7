"""SQL of word lists."""

MAKE_LIST = "INSERT INTO word_lists (organisation_id) VALUES ($1) ON CONFLICT DO NOTHING"

LOCK_LIST = "SELECT organisation_id FROM word_lists WHERE organisation_id = $1 FOR NO KEY UPDATE"

CHANGED = "UPDATE word_lists SET revision = revision + 1 WHERE organisation_id = $1"

ALERT_SETTINGS = """
    SELECT alerts AS "on", alerts_in_direct AS in_direct, alerts_at_night AS at_night, starter
      FROM word_lists WHERE organisation_id = $1
"""

WHOSE = "SELECT whose FROM word_lists WHERE organisation_id = $1"

SET_WHOSE = "UPDATE word_lists SET whose = $2, revision = revision + 1 WHERE organisation_id = $1"

SET_ALERTS = """
    UPDATE word_lists SET alerts = $2, alerts_in_direct = $3, alerts_at_night = $4, starter = $5,
                          revision = revision + 1
     WHERE organisation_id = $1
"""

PAGE = """
    SELECT id, phrase, act, added_at FROM watched_words
     WHERE organisation_id = $1 AND id > $2 AND ($3::text IS NULL OR act = $3)
     ORDER BY id LIMIT $4
"""

ALL = "SELECT phrase, act FROM watched_words WHERE organisation_id = $1 ORDER BY act, key LIMIT 2000"

COUNT = "SELECT count(*) FROM watched_words WHERE organisation_id = $1"

# Said again with another act, a phrase takes the new one.
ADD = """
    INSERT INTO watched_words AS w (organisation_id, phrase, key, act, added_at)
    SELECT $1, phrase, key, act, $5 FROM unnest($2::text[], $3::text[], $4::text[]) AS n (phrase, key, act)
    ON CONFLICT (organisation_id, key) DO UPDATE SET phrase = excluded.phrase, act = excluded.act
     WHERE (w.phrase, w.act) IS DISTINCT FROM (excluded.phrase, excluded.act)
"""

REMOVE = "DELETE FROM watched_words WHERE organisation_id = $1 AND id = $2 RETURNING phrase"

EMPTY = "DELETE FROM watched_words WHERE organisation_id = $1"

# One row, whatever is stored: revisions only grow, so the sum changes with every change.
VERSION = "SELECT count(*) || ':' || coalesce(sum(revision), 0) FROM word_lists"

LISTS = "SELECT organisation_id, revision, whose, alerts, alerts_in_direct, starter FROM word_lists"

WORDS_OF = "SELECT organisation_id, phrase, act FROM watched_words WHERE organisation_id = ANY($1::bigint[]) ORDER BY id"

# What decides about a word somebody said: what they are at the school whose chat it is, and whether any of its staff
# keeps order there and could look at it.
STANDING = """
    SELECT (w.place - 1)::int AS place,
           EXISTS (SELECT FROM current_roles r WHERE r.person_id = w.author_id AND r.organisation_id = w.organisation_id
                      AND r.role = 'pupil') AS pupil,
           EXISTS (SELECT FROM current_roles r WHERE r.person_id = w.author_id AND r.organisation_id = w.organisation_id
                      AND r.role IN ('teacher', 'administrator')) AS staff,
           EXISTS (SELECT FROM members k
                     JOIN current_roles r ON r.person_id = k.person_id AND r.organisation_id = w.organisation_id
                                         AND r.role IN ('teacher', 'administrator')
                    WHERE k.conversation_id = w.conversation_id AND k.left_at IS NULL AND k.role <> 'member'
                      AND k.person_id <> w.author_id) AS kept
      FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) WITH ORDINALITY
           AS w (organisation_id, conversation_id, author_id, place)
"""
