"""SQL of classes and groups as those who administer see and make them."""

# Whoever changes the structure of an organisation goes one after another: two hands on one class, or a hand
# and the change of the year, would each see only half of what the other does.
LOCK_STRUCTURE = "SELECT pg_advisory_xact_lock(hashtextextended('structure:' || $1::bigint, 0))"

_GRADE = "coalesce(nullif(left(regexp_replace(c.grade, '[^0-9]', '', 'g'), 3), '')::int, 999)"
_OF_ROSTER = "EXISTS (SELECT FROM roster_links l WHERE l.entity = 'class' AND l.entity_id = c.id)"
_KINDS = "ARRAY['homeroom', 'subject', 'club', 'section', 'interest', 'community']"

GROUPS = f"""
    SELECT c.id, c.kind, c.title, c.grade, c.subject, {_OF_ROSTER} AS of_roster,
           array_position({_KINDS}, c.kind) AS sort_kind, {_GRADE} AS sort_grade,
           (SELECT count(*) FROM enrollments e WHERE e.class_id = c.id AND e.ended_at IS NULL AND e.role = 'pupil')
               AS pupils,
           (SELECT count(*) FROM enrollments e WHERE e.class_id = c.id AND e.ended_at IS NULL AND e.role <> 'pupil')
               AS adults
      FROM classes c
     WHERE c.organisation_id = $1 AND c.closed_at IS NULL
       AND ($2::bigint IS NULL OR c.id = $2)
       AND ($3::text IS NULL OR c.kind = $3)
       AND ($4::text = '' OR position($4 IN translate(lower(c.title), 'ё', 'е')) > 0)
       AND (array_position({_KINDS}, c.kind), {_GRADE}, c.title COLLATE "C", c.id)
           > ($5::int, $6::int, $7::text, $8::bigint)
     ORDER BY array_position({_KINDS}, c.kind), {_GRADE}, c.title COLLATE "C", c.id
     LIMIT $9
"""

COUNTS = """
    SELECT kind, count(*) AS groups FROM classes
     WHERE organisation_id = $1 AND closed_at IS NULL GROUP BY kind
"""

# Who leads each group, the class teacher first; five are enough to show.
LEADERS = """
    SELECT class_id, id, family_name, given_name, patronymic, class_teacher, confirmed_teacher
      FROM (SELECT e.class_id, p.id, p.family_name, p.given_name, p.patronymic, e.class_teacher,
                   EXISTS (SELECT FROM current_roles r WHERE r.person_id = p.id AND r.role = 'teacher'
                              AND r.confirmed_at IS NOT NULL) AS confirmed_teacher,
                   row_number() OVER (PARTITION BY e.class_id ORDER BY e.class_teacher DESC, p.search_name, p.id) AS place
              FROM enrollments e JOIN people p ON p.id = e.person_id AND p.erased_at IS NULL
             WHERE e.class_id = ANY($1::bigint[]) AND e.role = 'teacher' AND e.ended_at IS NULL) led
     WHERE place <= 5 ORDER BY class_id, place
"""

GROUP = f"""
    SELECT c.id, c.organisation_id, c.kind, c.title, c.grade, c.subject, {_OF_ROSTER} AS of_roster
      FROM classes c
     WHERE c.id = $1 AND c.organisation_id = $2 AND c.closed_at IS NULL
"""

TITLE_TAKEN = """
    SELECT EXISTS (SELECT FROM classes
                    WHERE organisation_id = $1 AND closed_at IS NULL AND id <> $2
                      AND (kind = 'homeroom') = ($3 = 'homeroom') AND translate(lower(title), 'ё', 'е') = $4)
"""

ADD_GROUP = """
    INSERT INTO classes (organisation_id, kind, title, grade, subject) VALUES ($1, $2, $3, $4, $5) RETURNING id
"""

CHANGE_GROUP = """
    UPDATE classes SET title = $2, grade = $3, subject = $4
     WHERE id = $1 AND (title, grade, subject) IS DISTINCT FROM ($2, $3, $4)
"""

CLOSE_GROUP = "UPDATE classes SET closed_at = $2 WHERE id = $1"

END_ALL_PLACES = """
    UPDATE enrollments SET ended_at = $2 WHERE class_id = $1 AND ended_at IS NULL RETURNING person_id
"""

LEAVE_COMMUNITY = """
    UPDATE community_guests SET state = 'left', decided_at = $2
     WHERE class_id = $1 AND state IN ('waiting', 'accepted')
"""
