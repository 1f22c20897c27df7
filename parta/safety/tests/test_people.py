import pytest

from parta.safety import visibility
from parta.safety.people import briefs
from parta.safety.search import patterns


def alike(one, other):
    return one.status_code == other.status_code == 404 and one.json() | {"request_id": ""} == other.json() | {
        "request_id": ""
    }


@pytest.mark.parametrize(
    ("me", "hidden"),
    [
        ("anna", "their_pupil"),
        ("annas_mother", "boris"),
        ("nobody", "anna"),
        ("their_administrator", "anna"),
        ("former_teacher", "boris"),
        ("operator", "vera"),
        ("anna", "nobody"),
    ],
)
async def test_a_stranger_is_like_nobody(school, world, me, hidden):
    me = await world.sign_in(school.ids[me])
    stranger = school.ids[hidden]

    assert alike(await me.get(f"/people/{stranger}"), await me.get("/people/999999"))
    assert (await me.get(f"/people?ids={stranger},999999")).json() == {"items": [], "next": None}
    found = (await me.get(f"/people/search?q={hidden}")).json()["items"]
    assert stranger not in [one["id"] for one in found]


async def test_briefs_come_in_the_order_asked_without_strangers(school, world):
    anna = await world.sign_in(school.ids["anna"])
    ids = [school.ids[name] for name in ("vera", "their_pupil", "anna", "class_teacher", "vera")]
    items = (await anna.get(f"/people?ids={','.join(map(str, ids))}")).json()["items"]
    assert [one["family_name"] for one in items] == ["vera", "anna", "class_teacher"]
    assert items[2] == {
        "id": school.ids["class_teacher"],
        "family_name": "class_teacher",
        "given_name": "Имя",
        "patronymic": "",
        "role": "teacher",
        "label": "учитель",
        "confirmed_teacher": True,
        "claimed": True,
        "portrait": 0,
    }


@pytest.mark.parametrize("ids", ["x", "1,,2", "1;2", ",".join(["1"] * 101), "9" * 30])
async def test_malformed_ids_are_refused(world, ids):
    assert (await (await world.person()).get(f"/people?ids={ids}")).status_code == 422


async def test_what_a_brief_says_of_whom(school, database):
    async with database.transaction() as tx:
        await tx.run(
            "UPDATE roles SET subject = 'География' WHERE person_id = $1", school.ids["maths_teacher"]
        )
        await tx.run(
            "UPDATE roles SET position = 'Директор' WHERE person_id = $1", school.ids["administrator"]
        )
        await tx.run("UPDATE roles SET confirmed_at = NULL WHERE person_id = $1", school.ids["other_teacher"])
        names = (
            "maths_teacher",
            "administrator",
            "other_teacher",
            "anna",
            "annas_mother",
            "annas_aunt",
            "nobody",
            "operator",
        )
        shown = await briefs(tx, [school.ids[name] for name in names], to=None)
        english = await briefs(tx, [school.ids["annas_mother"]], to=None, locale="en")
    assert [(one.role, one.label, one.confirmed_teacher) for one in shown] == [
        ("teacher", "учитель · География", True),
        ("administrator", "Директор", False),
        ("teacher", "учитель", False),
        ("pupil", "7a", False),
        ("parent", "родитель", False),
        ("parent", "родитель", False),
        (None, "", False),
        (None, "", False),
    ]
    assert english[0].label == "parent"


@pytest.mark.parametrize(
    ("me", "other", "reach"),
    [
        ("anna", "boris", "open"),
        ("anna", "vera", "request"),
        ("anna", "anna", "self"),
        ("boriss_father", "annas_mother", "request"),
    ],
)
async def test_a_profile_says_how_far_one_reaches(school, world, me, other, reach):
    me = await world.sign_in(school.ids[me])
    profile = (await me.get(f"/people/{school.ids[other]}")).json()
    assert profile["reach"] == reach
    assert profile["shared_conversations"] == []
    assert [one["name"] for one in profile["organisations"]] == ["ours"]


async def test_children_are_named_to_those_who_may_see_them(school, world):
    async def children(viewer):
        me = await world.sign_in(school.ids[viewer])
        profile = (await me.get(f"/people/{school.ids['annas_mother']}")).json()
        return [one["family_name"] for one in profile["children"]]

    assert await children("class_teacher") == ["anna"]
    assert await children("annas_mother") == ["anna"]
    assert await children("boriss_father") == []


async def test_an_administrators_look_at_a_pupil_is_written_down(school, world, database):
    administrator = await world.sign_in(school.ids["administrator"])
    teacher = await world.sign_in(school.ids["class_teacher"])
    for me in (administrator, teacher):
        for other in ("anna", "boriss_father"):
            await me.get(f"/people/{school.ids[other]}")
    async with database.transaction() as tx:
        rows = [
            tuple(row) for row in await tx.connection.fetch("SELECT actor_id, action, subject FROM audit_log")
        ]
    assert rows == [(administrator.id, "profile_read", f"person:{school.ids['anna']}")]


async def test_a_higher_room_may_vouch_for_people(school, world, monkeypatch):
    stranger = school.ids["their_pupil"]

    async def shares_a_chat(tx, me, ids):
        return {stranger, 999_999} if me == school.ids["anna"] else set()

    async def chats(tx, me, other):
        return [visibility.SharedConversation(5, "group", "Олимпиада")]

    monkeypatch.setattr(visibility, "_REASONS", [])
    monkeypatch.setattr(visibility, "_SHARED", [])
    visibility.register_visibility(shares_a_chat)
    visibility.register_shared_conversations(chats)
    anna, boris = await world.sign_in(school.ids["anna"]), await world.sign_in(school.ids["boris"])

    profile = (await anna.get(f"/people/{stranger}")).json()
    assert profile["reach"] == "none"
    assert profile["shared_conversations"] == [{"id": 5, "kind": "group", "title": "Олимпиада"}]
    assert (await boris.get(f"/people/{stranger}")).status_code == 404
    # To be seen is not to be found.
    assert (await anna.get("/people/search?q=their")).json()["items"] == []


async def test_me_knows_roles_classes_and_family(school, world):
    mother = (await (await world.sign_in(school.ids["annas_mother"])).get("/me")).json()
    anna = (await (await world.sign_in(school.ids["anna"])).get("/me")).json()
    assert mother["roles"] == [
        {
            "organisation_id": school.places["ours"],
            "organisation_name": "ours",
            "role": "parent",
            "position": "",
            "subject": "",
            "confirmed": True,
        }
    ]
    assert [one["family_name"] for one in mother["children"]] == ["anna"]
    assert [one["family_name"] for one in anna["guardians"]] == ["annas_mother", "annas_aunt"]
    assert [(one["title"], one["role"]) for one in anna["classes"]] == [("7a", "pupil"), ("maths", "pupil")]
    assert mother["guardians"] == anna["children"] == []


def test_a_query_is_words_and_nothing_else():
    assert patterns("  Пётр ИВАНОВ-Сергеев ") == ["% петр%", "% иванов%", "% сергеев%"]
    assert patterns("%_\\'\x00") == []
    assert len(patterns("а б в г д е ж")) == 5
