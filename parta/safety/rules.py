"""The contact rules, all of them, as one table: who is joined to whom, by what, and how far that reaches.

How far is one of four words. «open»: one may write at once; «request»: the first message waits for the other side's
yes; «accompanied»: a chat of the two has a second grown-up in it; «together»: the two see each other and meet in
groups, but have no chat of their own. `ACTS` says what each word allows. Whoever no rule joins is neither found nor
seen: a parent and other people's child, another school, somebody without a role. Every rule is symmetric.

What an organisation has decided (`contact_policies`) and safe mode are columns of the same table: a rule names the
setting that governs it and what each of its values makes of it; `safe` says whether it still joins people of whom one
keeps safe mode and who are no contacts.

Each rule is one SELECT of the people joined to person $1, over what holds now (nothing ended or closed), and of the
value of its setting. It starts from what `MINE` knows of that person, never from everybody, so it costs the same in a
school and in a region.
"""

from typing import Literal

import msgspec

Reach = Literal["open", "request", "accompanied", "together"]
# In this order: where several rules join two people, the first of these words wins.
REACHES: tuple[Reach, ...] = ("open", "request", "accompanied", "together")

Setting = Literal["pupil_staff", "pupils", "pupil_groups", "parents"]
# What an organisation may decide; the first value is how it is until it decides.
SETTINGS: dict[Setting, tuple[str, ...]] = {
    "pupil_staff": ("allowed", "second_adult", "off"),
    "pupils": ("request", "class", "off"),
    "pupil_groups": ("yes", "with_teacher", "no"),
    "parents": ("request", "open", "off"),
}


class Acts(msgspec.Struct, frozen=True, kw_only=True):
    """What people so joined may do: `add` to a group, also to one of only the two; `link` comes in by the other's link."""

    find: bool = True
    write: Literal["at once", "request", "accompanied", "no"]
    call: bool = False
    add: bool = False
    add_alone: bool = False
    link: bool = True


ACTS: dict[Reach | None, Acts] = {
    "open": Acts(write="at once", call=True, add=True, add_alone=True),
    "request": Acts(write="request"),
    "accompanied": Acts(write="accompanied", add=True),
    "together": Acts(write="no", add=True),
    None: Acts(find=False, write="no", link=False),
}


def keeps_safe_mode(person: str) -> str:
    """SQL: whether this person keeps safe mode now. A guardian's lock holds before all, pupils keep it unasked."""
    # OFFSET 0 keeps the planner from reading every pupil of the region into a hash for the few who are asked about.
    return f"""(
        EXISTS (SELECT FROM safe_mode_locks l
                  JOIN current_guardianships g ON g.guardian_id = l.guardian_id AND g.child_id = l.child_id
                 WHERE l.child_id = {person} OFFSET 0)
        OR coalesce((SELECT s.kept FROM safe_modes s WHERE s.person_id = {person}),
                    EXISTS (SELECT FROM current_roles r WHERE r.person_id = {person} AND r.role = 'pupil' OFFSET 0)))"""


# What all rules start from. Small: a person's own roles, classes and family, as far as they hold now, with what their
# schools have decided. Classes and schools that closed are left out here, so the rules need not ask again: with that
# asked in every rule, planning the statement took ten times as long as running it.
MINE = f"""
    my_roles AS MATERIALIZED (
        SELECT r.organisation_id, r.role, p.pupil_staff, p.pupils
          FROM current_roles r LEFT JOIN contact_policies p ON p.organisation_id = r.organisation_id
         WHERE r.person_id = $1
    ), my_classes AS MATERIALIZED (
        SELECT e.class_id, e.role, e.kind, coalesce(e.guest_of, e.organisation_id) AS works_in, e.organisation_id,
               p.pupil_staff, p.pupils
          FROM current_enrollments e LEFT JOIN contact_policies p ON p.organisation_id = e.organisation_id
         WHERE e.person_id = $1
    ), my_children AS MATERIALIZED (
        SELECT child_id FROM current_guardianships WHERE guardian_id = $1
    ), children_classes AS MATERIALIZED (
        SELECT DISTINCT e.class_id, e.kind, p.parents
          FROM my_children k
          JOIN current_enrollments e ON e.person_id = k.child_id AND e.role = 'pupil'
          LEFT JOIN contact_policies p ON p.organisation_id = e.organisation_id
    ), childrens_schools AS MATERIALIZED (
        SELECT DISTINCT r.organisation_id FROM my_children k JOIN current_roles r ON r.person_id = k.child_id
         WHERE r.role = 'pupil'
    ), my_contacts AS MATERIALIZED (
        SELECT other_id FROM acquaintances WHERE person_id = $1
    ), my_safety AS MATERIALIZED (
        SELECT {keeps_safe_mode("$1::bigint")} AS safe
    )
"""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the table.

    `others` selects the people it joins to $1 and, where a setting governs it, the setting's value. `under` says what
    a value makes of the reach; None for not at all. A value that it does not name leaves the reach as it is.
    """

    name: str
    ru: str
    reach: Reach
    others: str
    setting: Setting | None = None
    under: dict[str, Reach | None] = {}
    safe: bool = True

    def reach_under(self, value: str | None) -> Reach | None:
        """How far it reaches where its setting has this value."""
        return self.under.get(value or "", self.reach)


_STAFF: dict[str, Reach | None] = {"second_adult": "accompanied", "off": "together"}

RULES: tuple[Rule, ...] = (
    # ── pupils ──
    Rule(
        name="pupils of one class",
        ru="ученики одного класса",
        reach="open",
        setting="pupils",
        under={"off": "together"},
        others="""
        SELECT e.person_id, m.pupils
          FROM my_classes m JOIN enrollments e ON e.class_id = m.class_id AND e.ended_at IS NULL
         WHERE m.role = 'pupil' AND m.kind = 'homeroom' AND e.role = 'pupil'
        """,
    ),
    Rule(
        name="a pupil and the teachers of own classes and groups",
        ru="ученик и учителя его классов и групп",
        reach="open",
        setting="pupil_staff",
        under=_STAFF,
        others="""
        SELECT e.person_id, m.pupil_staff
          FROM my_classes m JOIN enrollments e ON e.class_id = m.class_id AND e.ended_at IS NULL
         WHERE (m.role = 'pupil' AND e.role = 'teacher' OR m.role = 'teacher' AND e.role = 'pupil')
        """,
    ),
    Rule(
        name="pupils of one school",
        ru="ученики разных классов одной школы",
        reach="request",
        setting="pupils",
        under={"class": None, "off": None},
        safe=False,
        others="""
        SELECT r.person_id, m.pupils
          FROM my_roles m JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL
         WHERE m.role = 'pupil' AND r.role = 'pupil'
        """,
    ),
    Rule(
        name="a pupil and the other teachers of the school",
        ru="ученик и остальные учителя школы",
        reach="request",
        setting="pupil_staff",
        under=_STAFF,
        others="""
        SELECT r.person_id, m.pupil_staff
          FROM my_roles m JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL
         WHERE (m.role = 'pupil' AND r.role = 'teacher' OR m.role = 'teacher' AND r.role = 'pupil')
        """,
    ),
    Rule(
        name="a pupil and the administrators of the organisation",
        ru="ученик и администраторы организации",
        reach="open",
        setting="pupil_staff",
        under=_STAFF,
        others="""
        SELECT r.person_id, m.pupil_staff
          FROM my_roles m JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL
         WHERE (m.role = 'pupil' AND r.role = 'administrator' OR m.role = 'administrator' AND r.role = 'pupil')
        """,
    ),
    # ── families ──
    Rule(
        name="a guardian and own child",
        ru="родитель и его ребёнок",
        reach="open",
        others="""
        SELECT child_id FROM my_children
         UNION ALL
        SELECT guardian_id FROM current_guardianships WHERE child_id = $1
        """,
    ),
    Rule(
        name="guardians of one child",
        ru="родители одного ребёнка",
        reach="open",
        others="""
        SELECT g.guardian_id FROM my_children k JOIN current_guardianships g ON g.child_id = k.child_id
        """,
    ),
    Rule(
        name="a guardian and the teachers of own child",
        ru="родитель и учителя его ребёнка",
        reach="open",
        others="""
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
        name="guardians of pupils of one class",
        ru="родители учеников одного класса",
        reach="request",
        setting="parents",
        under={"open": "open", "off": None},
        safe=False,
        others="""
        SELECT g.guardian_id, k.parents
          FROM children_classes k
          JOIN enrollments e ON e.class_id = k.class_id AND e.ended_at IS NULL AND e.role = 'pupil'
          JOIN current_guardianships g ON g.child_id = e.person_id
         WHERE k.kind = 'homeroom'
        """,
    ),
    # ── grown-ups at work ──
    Rule(
        name="teachers and administrators of one organisation",
        ru="учителя и администраторы одной организации",
        reach="open",
        others="""
        SELECT r.person_id FROM my_roles m JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL
         WHERE m.role IN ('teacher', 'administrator') AND r.role IN ('teacher', 'administrator')
        """,
    ),
    Rule(
        name="members of one community of several organisations",
        ru="участники одного сообщества, работающие в разных организациях",
        reach="open",
        # Each rests on a role where they work, the guests' as well as the hosts'.
        others="""
        SELECT e.person_id
          FROM my_classes m
          JOIN my_roles w ON w.organisation_id = m.works_in AND w.role IN ('teacher', 'administrator')
          JOIN enrollments e ON e.class_id = m.class_id AND e.ended_at IS NULL
          JOIN current_roles r ON r.person_id = e.person_id
                              AND r.organisation_id = coalesce(e.guest_of, m.organisation_id)
         WHERE m.kind = 'community' AND m.role <> 'pupil' AND e.role <> 'pupil'
           AND coalesce(e.guest_of, m.organisation_id) <> m.works_in
           AND r.role IN ('teacher', 'administrator')
        """,
    ),
    Rule(
        name="an administrator and the grown-ups of the organisation, families included",
        ru="администратор и взрослые организации, вместе с родителями",
        reach="open",
        others="""
        SELECT r.person_id FROM my_roles m JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL
         WHERE m.role = 'administrator' AND r.role <> 'pupil'
            OR m.role <> 'pupil' AND r.role = 'administrator'
         UNION ALL
        SELECT g.guardian_id
          FROM my_roles m
          JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL AND r.role = 'pupil'
          JOIN current_guardianships g ON g.child_id = r.person_id
         WHERE m.role = 'administrator'
         UNION ALL
        SELECT r.person_id FROM childrens_schools m
          JOIN roles r ON r.organisation_id = m.organisation_id AND r.ended_at IS NULL
         WHERE r.role = 'administrator'
        """,
    ),
    Rule(
        name="an operator and the administrators",
        ru="оператор и администраторы организаций",
        reach="open",
        others="""
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
