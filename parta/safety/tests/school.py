"""An invented school with a neighbour, in which every pair of roles and relations occurs."""

from parta.core.db import Database, Tx

TEACHER, PUPIL = "teacher", "pupil"


class School:
    """People by short names; see `PEOPLE` for who is who."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.ids: dict[str, int] = {}
        self.places: dict[str, int] = {}

    async def build(self) -> "School":
        """Write the rows."""
        async with self.database.transaction() as tx:
            for name in PEOPLE:
                self.ids[name] = await tx.value(
                    "INSERT INTO people (family_name, given_name, claimed_at) VALUES ($1, 'Имя', now()) RETURNING id",
                    name,
                )
            for name in ("ours", "theirs"):
                self.places[name] = await tx.value(
                    "INSERT INTO organisations (type, name) VALUES ('school', $1) RETURNING id", name
                )
            await self._classes(tx)
            await self._roles(tx)
            for guardian, child in GUARDIANS:
                await tx.run(
                    "INSERT INTO guardianships (guardian_id, child_id, source) VALUES ($1, $2, 'manual')",
                    self.ids[guardian],
                    self.ids[child],
                )
            # Pupils keep safe mode unasked; the table below is about those who do not.
            await tx.run(
                "INSERT INTO safe_modes (person_id, kept, chosen_by, changed_at)"
                " SELECT id, false, id, now() FROM people WHERE id = ANY($1::bigint[])",
                list(self.ids.values()),
            )
        return self

    async def _classes(self, tx: Tx) -> None:
        for title, (organisation, kind, pupils, teachers) in CLASSES.items():
            self.places[title] = await tx.value(
                "INSERT INTO classes (organisation_id, kind, title, closed_at)"
                " VALUES ($1, $2, $3, CASE WHEN $3 = 'closed' THEN now() END) RETURNING id",
                self.places[organisation],
                kind,
                title,
            )
            for role, names in ((PUPIL, pupils), (TEACHER, teachers)):
                for name in names.split():
                    await tx.run(
                        "INSERT INTO enrollments (class_id, person_id, role, ended_at)"
                        " VALUES ($1, $2, $3, CASE WHEN $4 THEN now() END)",
                        self.places[title],
                        self.ids[name],
                        role,
                        name.startswith("former"),
                    )
        await tx.run(
            "INSERT INTO enrollments (class_id, person_id, role, guest_of) VALUES ($1, $2, 'member', $3)",
            self.places["maths teachers"],
            self.ids["their_guest"],
            self.places["theirs"],
        )

    async def _roles(self, tx: Tx) -> None:
        for (organisation, role), names in ROLES.items():
            for name in names.split():
                await tx.run(
                    "INSERT INTO roles (person_id, organisation_id, role, source, confirmed_at, ended_at)"
                    " VALUES ($1, $2, $3, 'manual', now(), CASE WHEN $4 THEN now() END)",
                    self.ids[name],
                    self.places.get(organisation),
                    role,
                    name.startswith("former"),
                )


# 7a and 7b are classes, «maths» a group with pupils of both, «closed» last year's class.
CLASSES = {
    "7a": ("ours", "homeroom", "anna boris former_pupil", "class_teacher former_teacher"),
    "7b": ("ours", "homeroom", "vera", "other_teacher"),
    "maths": ("ours", "subject", "anna vera", "maths_teacher"),
    "closed": ("ours", "homeroom", "boris vera", "old_teacher"),
    "8v": ("theirs", "homeroom", "their_pupil", "their_teacher"),
    # A community of ours; a guest from the neighbour takes part.
    "maths teachers": ("ours", "community", "", "maths_teacher"),
}

ROLES = {
    ("ours", "pupil"): "anna boris vera former_pupil",
    ("ours", "teacher"): "class_teacher maths_teacher other_teacher old_teacher former_teacher",
    ("ours", "administrator"): "administrator",
    # annas_aunt is a guardian whom no roster gave the role of a parent.
    ("ours", "parent"): "annas_mother boriss_father veras_mother",
    ("theirs", "pupil"): "their_pupil",
    ("theirs", "teacher"): "their_teacher their_guest",
    ("theirs", "administrator"): "their_administrator",
    ("theirs", "parent"): "their_parent",
    ("", "operator"): "operator",
}

GUARDIANS = (
    ("annas_mother", "anna"),
    ("annas_aunt", "anna"),
    ("boriss_father", "boris"),
    ("veras_mother", "vera"),
    ("their_parent", "their_pupil"),
)

# Who reaches whom: O open, r by request, . not at all. Every rule is symmetric, so half the table says all.
TABLE = """
anna                 |
boris                | O
vera                 | r r
class_teacher        | O O r
maths_teacher        | O r O O
other_teacher        | r r O O O
old_teacher          | r r r O O O
administrator        | O O O O O O O
annas_mother         | O . . O O . . O
annas_aunt           | O . . O O . . O O
boriss_father        | . O . O . . . O r r
veras_mother         | . . O . O O . O . . .
their_pupil          | . . . . . . . . . . . .
their_teacher        | . . . . . . . . . . . . O
their_administrator  | . . . . . . . . . . . . O O
their_parent         | . . . . . . . . . . . . O O O
operator             | . . . . . . . O . . . . . . O .
former_pupil         | . . . . . . . . . . . . . . . . .
former_teacher       | . . . . . . . . . . . . . . . . . .
nobody               | . . . . . . . . . . . . . . . . . . .
their_guest          | . . . . O . . . . . . . r O O . . . . .
"""

_ROWS = [line.split("|") for line in TABLE.strip().splitlines()]
PEOPLE = [name.strip() for name, _ in _ROWS]
_REACH = {"O": "open", "r": "request", ".": None}
EXPECTED: dict[tuple[str, str], str | None] = {
    pair: _REACH[sign]
    for name, signs in _ROWS
    for other, sign in zip(PEOPLE, signs.split(), strict=False)
    for pair in ((name.strip(), other), (other, name.strip()))
}
