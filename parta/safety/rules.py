"""The contact rules, all of them, as one table: who is joined to whom, and how far that reaches.

«open» means one may write at once, «request» that the first message waits for the other side's yes.
Whoever no rule joins is neither found nor seen: a parent and other people's child, another school,
somebody without a role. Every rule is symmetric; a test walks through all pairs of a school.

Each rule is one SELECT of the people joined to person $1, over what holds now (nothing ended or closed). It starts from
what `MINE` knows of that person, never from everybody, so it costs the same in a school and in a region.
"""

from typing import Literal

import msgspec

Reach = Literal["open", "request"]

# What all rules start from. Small: a person's own roles, classes and family, as far as they hold now.
# Classes and schools that closed are left out here, so the rules need not ask again: with that asked
# in every rule, planning the statement took ten times as long as running it.
MINE = """
    my_roles AS MATERIALIZED (
        SELECT organisation_id, role FROM current_roles WHERE person_id = $1
    ), my_classes AS MATERIALIZED (
        SELECT class_id, role, kind FROM current_enrollments WHERE person_id = $1
    ), my_children AS MATERIALIZED (
        SELECT child_id FROM current_guardianships WHERE guardian_id = $1
    ), children_classes AS MATERIALIZED (
        SELECT DISTINCT e.class_id, e.kind
          FROM my_children k JOIN current_enrollments e ON e.person_id = k.child_id AND e.role = 'pupil'
    ), my_schools AS MATERIALIZED (
        SELECT organisation_id FROM my_roles WHERE organisation_id IS NOT NULL
        UNION
        SELECT r.organisation_id FROM my_children k JOIN current_roles r ON r.person_id = k.child_id
         WHERE r.role = 'pupil'
    )
"""


class Rule(msgspec.Struct, frozen=True):
    """One line of the table: its name in English and Russian; `others` selects the people it joins to $1."""

    name: str
    ru: str
    reach: Reach
    others: str


RULES: tuple[Rule, ...] = (
    # ── pupils ──
    Rule(
        "pupils of one class",
        "ученики одного класса",
        "open",
        """
        SELECT e.person_id FROM my_classes m JOIN enrollments e ON e.class_id = m.class_id AND e.ended_at IS NULL
         WHERE m.role = 'pupil' AND m.kind = 'homeroom' AND e.role = 'pupil'
        """,
    ),
    Rule(
        "a pupil and the teachers of own classes and groups",
        "ученик и учителя его классов и групп",
        "open",
        """
        SELECT e.person_id FROM my_classes m JOIN enrollments e ON e.class_id = m.class_id AND e.ended_at IS NULL
         WHERE (m.role = 'pupil' AND e.role = 'teacher' OR m.role = 'teacher' AND e.role = 'pupil')
        """,
    ),
    Rule(
        "pupils of one school",
        "ученики одной школы",
        "request",
        """
        SELECT r.person_id FROM my_roles m JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL
         WHERE m.role = 'pupil' AND r.role = 'pupil'
        """,
    ),
    Rule(
        "a pupil and the other teachers of the school",
        "ученик и остальные учителя школы",
        "request",
        """
        SELECT r.person_id FROM my_roles m JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL
         WHERE (m.role = 'pupil' AND r.role = 'teacher' OR m.role = 'teacher' AND r.role = 'pupil')
        """,
    ),
    # ── families ──
    Rule(
        "a guardian and own child",
        "родитель и его ребёнок",
        "open",
        """
        SELECT child_id FROM my_children
         UNION ALL
        SELECT guardian_id FROM current_guardianships WHERE child_id = $1
        """,
    ),
    Rule(
        "guardians of one child",
        "родители одного ребёнка",
        "open",
        """
        SELECT g.guardian_id FROM my_children k JOIN current_guardianships g ON g.child_id = k.child_id
        """,
    ),
    Rule(
        "a guardian and the teachers of own child",
        "родитель и учителя его ребёнка",
        "open",
        """
        SELECT e.person_id FROM children_classes k JOIN enrollments e ON e.class_id = k.class_id AND e.ended_at IS NULL
         WHERE e.role = 'teacher'
         UNION ALL
        SELECT g.guardian_id
          FROM my_classes m
          JOIN enrollments e ON e.class_id = m.class_id AND e.ended_at IS NULL AND e.role = 'pupil'
          JOIN current_guardianships g ON g.child_id = e.person_id
         WHERE m.role = 'teacher'
        """,
    ),
    Rule(
        "guardians of pupils of one class",
        "родители учеников одного класса",
        "request",
        """
        SELECT g.guardian_id
          FROM children_classes k
          JOIN enrollments e ON e.class_id = k.class_id AND e.ended_at IS NULL AND e.role = 'pupil'
          JOIN current_guardianships g ON g.child_id = e.person_id
         WHERE k.kind = 'homeroom'
        """,
    ),
    # ── grown-ups at work ──
    Rule(
        "teachers and administrators of one organisation",
        "учителя и администраторы одной организации",
        "open",
        """
        SELECT r.person_id FROM my_roles m JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL
         WHERE m.role IN ('teacher', 'administrator') AND r.role IN ('teacher', 'administrator')
        """,
    ),
    Rule(
        "an administrator and everybody of the organisation, families included",
        "администратор и все, кто в организации, вместе с семьями",
        "open",
        """
        SELECT r.person_id FROM my_roles m JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL
         WHERE m.role = 'administrator'
         UNION ALL
        SELECT g.guardian_id
          FROM my_roles m
          JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL AND r.role = 'pupil'
          JOIN current_guardianships g ON g.child_id = r.person_id
         WHERE m.role = 'administrator'
         UNION ALL
        SELECT r.person_id FROM my_schools m JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL
         WHERE r.role = 'administrator'
        """,
    ),
    Rule(
        "an operator and the administrators",
        "оператор и администраторы организаций",
        "open",
        """
        SELECT r.person_id FROM current_roles r
         WHERE r.role = 'administrator'
           AND EXISTS (SELECT FROM my_roles WHERE role = 'operator')
         UNION ALL
        SELECT r.person_id FROM current_roles r
         WHERE r.role = 'operator'
           AND EXISTS (SELECT FROM my_roles WHERE role = 'administrator')
        """,
    ),
)
