"""SQL of safety. The circle of a person is the union of the rules; of several reaches the nearest wins."""

from datetime import datetime
from typing import Literal

import msgspec

from parta.safety import rules
from parta.safety.rules import Reach, Rule


def _rank(reach: Reach | None) -> str:
    return "NULL::int" if reach is None else str(rules.REACHES.index(reach) + 1)


def _rank_of(rule: Rule) -> str:
    """The rule's reach as a number, the nearest being the least, under whatever the school has decided."""
    if rule.setting is None:
        return _rank(rule.reach)
    cases = " ".join(f"WHEN '{value}' THEN {_rank(reach)}" for value, reach in rule.under.items())
    return f"CASE o.setting {cases} ELSE {_rank(rule.reach)} END"


def _joined(rule: Rule) -> str:
    columns = "id" if rule.setting is None else "id, setting"
    rank = _rank_of(rule)
    return f"SELECT o.id, {rank} AS rank, {rank if rule.safe else 'NULL::int'} AS safe_rank FROM ({rule.others}) AS o ({columns})"


_JOINED = " UNION ALL ".join(_joined(rule) for rule in rules.RULES)

# Safe mode is looked up last, and only where it makes a difference: a pupil's circle is the whole school.
_DECIDED = f"""
    CASE WHEN c.rank IS NOT DISTINCT FROM c.safe_rank THEN c.rank
         WHEN c.id IN (SELECT other_id FROM my_contacts) THEN c.rank
         WHEN (SELECT safe FROM my_safety) THEN c.safe_rank
         WHEN {rules.keeps_safe_mode("c.id")} THEN c.safe_rank
         ELSE c.rank END
"""

_REACH = f"(ARRAY[{', '.join(repr(reach) for reach in rules.REACHES)}])[c.rank]"


def _circle(condition: str) -> str:
    # The condition on ids is pushed down into every rule, so a few people cost a few index look-ups.
    return f"""
        WITH {rules.MINE}, circle AS MATERIALIZED (
            SELECT c.id, {_DECIDED} AS rank
              FROM (SELECT j.id, min(j.rank) AS rank, min(j.safe_rank) AS safe_rank FROM ({_JOINED}) j
                     WHERE j.id <> $1{condition} GROUP BY j.id) c
        )
    """


class Reached(msgspec.Struct, frozen=True):
    """Somebody a rule joins me to."""

    id: int
    reach: Reach


REACH_MANY = f"""
    {_circle(" AND j.id = ANY($2::bigint[])")}
    SELECT c.id, {_REACH} AS reach
      FROM circle c JOIN people p ON p.id = c.id AND p.erased_at IS NULL
     WHERE c.rank IS NOT NULL
"""


class RuleBetween(msgspec.Struct, frozen=True):
    """A rule that joins two people, by its place in the table, and what its setting is there."""

    place: int
    setting: str | None


RULES_BETWEEN = f"""
    WITH {rules.MINE}
    SELECT DISTINCT c.place, c.setting
      FROM ({
    " UNION ALL ".join(
        f"SELECT o.id, {place} AS place, {'NULL::text' if rule.setting is None else 'o.setting'} AS setting"
        f" FROM ({rule.others}) AS o ({'id' if rule.setting is None else 'id, setting'})"
        for place, rule in enumerate(rules.RULES)
    )
}) c
      JOIN people p ON p.id = c.id AND p.erased_at IS NULL
     WHERE c.id = $2::bigint AND c.id <> $1
     ORDER BY c.place
"""


class SafetyBetween(msgspec.Struct, frozen=True):
    """What else decides between two people."""

    first_safe: bool
    second_safe: bool
    contacts: bool


SAFETY_BETWEEN = f"""
    SELECT {rules.keeps_safe_mode("$1::bigint")} AS first_safe, {rules.keeps_safe_mode("$2::bigint")} AS second_safe,
           EXISTS (SELECT FROM acquaintances WHERE person_id = $1 AND other_id = $2) AS contacts
"""

# Those who study or work in an organisation, and the families of its pupils.
OF_ORGANISATION = """
    SELECT r.person_id FROM current_roles r WHERE r.organisation_id = $1 AND r.person_id = ANY($2::bigint[])
    UNION
    SELECT g.guardian_id
      FROM current_guardianships g
      JOIN current_roles r ON r.person_id = g.child_id AND r.organisation_id = $1 AND r.role = 'pupil'
     WHERE g.guardian_id = ANY($2::bigint[])
"""


class Found(msgspec.Struct, frozen=True):
    """One of the circle, with the key of the list's order."""

    id: int
    search_name: str
    reach: Reach


SEARCH_CIRCLE = f"""
    {_circle("")}
    SELECT p.id, p.search_name, {_REACH} AS reach
      FROM circle c JOIN people p ON p.id = c.id
     WHERE p.erased_at IS NULL AND c.rank IS NOT NULL
       AND ' ' || p.search_name LIKE ALL ($2::text[])
       AND (p.search_name, p.id) > ($3::text COLLATE "C", $4::bigint)
     ORDER BY p.search_name, p.id
     LIMIT $5
"""


# Every typed word is like some word of the name. The circle comes first: it is small, and names are alike everywhere.
# Likeness is dear to reckon, so it is asked only of names that share a piece ($5) without which nobody is like enough.
SIMILAR_CIRCLE = f"""
    {_circle("")}, rated AS (
        SELECT p.id, p.search_name, {_REACH} AS reach,
               (SELECT min(word_similarity(word, p.search_name)) FROM unnest($2::text[]) AS words (word)) AS likeness
          FROM circle c JOIN people p ON p.id = c.id
         WHERE p.erased_at IS NULL AND c.rank IS NOT NULL AND ' ' || p.search_name LIKE ANY ($5::text[])
    )
    SELECT id, search_name, reach FROM rated WHERE likeness >= $3
     ORDER BY likeness DESC, search_name, id LIMIT $4
"""


MainRole = Literal["pupil", "parent", "teacher", "administrator"]


class BriefRow(msgspec.Struct, frozen=True):
    """What a brief is made of."""

    id: int
    family_name: str
    given_name: str
    patronymic: str
    claimed: bool
    role: MainRole | None
    position: str
    subject: str
    class_title: str
    confirmed_teacher: bool
    portrait: int


BRIEFS = """
    SELECT p.id, p.family_name, p.given_name, p.patronymic,
           p.claimed_at IS NOT NULL AS claimed,
           CASE WHEN main.role IS NOT NULL THEN main.role
                WHEN EXISTS (SELECT FROM current_guardianships g WHERE g.guardian_id = p.id) THEN 'parent'
           END AS role,
           coalesce(main.position, '') AS position,
           coalesce(main.subject, '') AS subject,
           coalesce(homeroom.title, '') AS class_title,
           EXISTS (SELECT FROM current_roles r WHERE r.person_id = p.id AND r.role = 'teacher'
                      AND r.confirmed_at IS NOT NULL) AS confirmed_teacher,
           p.portrait
      FROM people p
      LEFT JOIN LATERAL (
          SELECT r.role, r.position, r.subject FROM current_roles r
           WHERE r.person_id = p.id AND r.role <> 'operator'
           ORDER BY array_position(ARRAY['administrator', 'teacher', 'pupil', 'parent'], r.role), r.id
           LIMIT 1
      ) main ON true
      LEFT JOIN LATERAL (
          SELECT e.title FROM current_enrollments e
           WHERE main.role = 'pupil' AND e.person_id = p.id AND e.role = 'pupil' AND e.kind = 'homeroom'
           ORDER BY e.class_id LIMIT 1
      ) homeroom ON true
     WHERE p.id = ANY($1::bigint[]) AND p.erased_at IS NULL
"""

PORTRAIT_OF = "SELECT portrait FROM people WHERE id = $1"

ROLES_OF = """
    SELECT r.organisation_id, o.name AS organisation_name, r.role, r.position, r.subject,
           r.confirmed_at IS NOT NULL AS confirmed
      FROM current_roles r LEFT JOIN organisations o ON o.id = r.organisation_id
     WHERE r.person_id = $1
     ORDER BY r.organisation_id NULLS FIRST, r.id
"""

CLASSES_OF = """
    SELECT class_id AS id, title, kind, role, class_teacher
      FROM current_enrollments WHERE person_id = $1
     ORDER BY kind, title, class_id
"""

CHILDREN_OF = "SELECT child_id FROM current_guardianships WHERE guardian_id = $1 ORDER BY child_id"

GUARDIANS_OF = "SELECT guardian_id FROM current_guardianships WHERE child_id = $1 ORDER BY guardian_id"

ORGANISATIONS_OF = """
    SELECT DISTINCT o.id, o.name, o.short_name
      FROM current_roles r JOIN organisations o ON o.id = r.organisation_id
     WHERE r.person_id = $1
     ORDER BY o.id
"""


class Seen(msgspec.Struct, frozen=True):
    """When somebody was here."""

    id: int
    last_seen_at: datetime | None


LAST_SEEN = "SELECT id, last_seen_at FROM people WHERE id = ANY($1::bigint[])"

# Whether I answer for a school this pupil is in: looking at a minor by office is written down.
OVERSEEING_ORGANISATION = """
    SELECT r.organisation_id
      FROM current_roles r JOIN current_roles mine ON mine.organisation_id = r.organisation_id
     WHERE r.person_id = $2 AND r.role = 'pupil' AND mine.person_id = $1 AND mine.role = 'administrator'
     LIMIT 1
"""
