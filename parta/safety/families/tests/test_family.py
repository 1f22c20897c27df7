"""What a guardian sees and sets for a child, what the child learns of it, and how it ends."""

from datetime import timedelta

from parta.core.clock import now
from parta.core.jobs import PERFORMERS
from parta.organisations.families.coming_of_age import EndWithAge
from parta.testing.school import keep_current, make_school
from parta.testing.talk import say
from parta.testing.world import World

ALL_WEEK = [1, 2, 3, 4, 5, 6, 7]


async def test_a_guardian_holds_the_child_to_safe_mode_and_the_stricter_one_decides(world: World) -> None:
    s = await make_school(world)
    place = f"/children/{s.pupil.id}/safe-mode"
    assert (await s.pupil.get("/me/safe-mode")).json() == {
        "kept": True,
        "of_pupil": True,
        "locked_by": [],
        "locked_by_me": False,
    }
    assert (await s.pupil.put("/me/safe-mode", {"kept": False})).json()["kept"] is False
    held = (await s.mother.put(place, {"kept": True, "locked": True})).json()
    assert held["child"]["id"] == s.pupil.id
    assert (held["safe_mode"]["kept"], held["safe_mode"]["locked_by_me"]) == (True, True)
    for who, where, body in (
        (s.pupil, "/me/safe-mode", {"kept": False}),
        (s.father, place, {"kept": False}),
    ):
        refused = await who.put(where, body)
        assert (refused.status_code, refused.json()["code"]) == (409, "safe_mode_locked")
    assert [one["id"] for one in (await s.pupil.get("/me/safe-mode")).json()["locked_by"]] == [s.mother.id]
    # Nobody else's child, and not by the child itself.
    for who in (s.classmates_mother, s.class_teacher, s.head, s.pupil):
        assert (await who.put(place, {"kept": True})).status_code == 404
    # The lock ends with the guardianship.
    await s.head.post(f"/children/{s.pupil.id}/guardians/{s.mother.id}/end", {"reason": "Решение суда"})
    assert (await s.mother.get(f"/children/{s.pupil.id}/safety")).status_code == 404
    assert (await s.father.put(place, {"kept": False})).json()["safe_mode"]["kept"] is False
    assert (await s.mother.put("/me/safe-mode", {"kept": True})).json()["of_pupil"] is False


async def test_a_guardian_sees_with_whom_never_what(world: World) -> None:
    s = await make_school(world)
    for pupil in (s.pupil, s.older_pupil):
        await pupil.put("/me/safe-mode", {"kept": False})
    chat = (await s.older_pupil.put(f"/conversations/direct/{s.pupil.id}")).json()["id"]
    await say(s.older_pupil, chat, "Тайна")
    friends = (await s.pupil.put(f"/conversations/direct/{s.classmate.id}")).json()["id"]
    await say(s.pupil, friends, "Секрет")
    base = f"/children/{s.pupil.id}"
    asked = await s.mother.get(f"{base}/requests")
    assert [one["person"]["id"] for one in asked.json()["items"]] == [s.older_pupil.id]
    known = await s.father.get(f"{base}/contacts")
    assert [(one["person"]["id"], one["person"]["label"]) for one in known.json()["items"]] == [
        (s.classmate.id, "7 «Б»")
    ]
    for part in ("safety", "requests", "contacts", "accesses"):
        answer = await s.mother.get(f"{base}/{part}")
        assert "Тайна" not in answer.text
        assert "Секрет" not in answer.text
        # The child reads the very page the guardians do.
        assert (await s.pupil.get(f"{base}/{part}")).status_code == 200
        for stranger in (s.classmates_mother, s.classmate, s.class_teacher, s.head):
            assert (await stranger.get(f"{base}/{part}")).status_code == 404
    for private in (chat, friends):
        assert (await s.mother.get(f"/conversations/{private}/messages")).status_code == 404
    pages = [await s.mother.get(f"{base}/contacts", params={"limit": 1})]
    assert pages[0].json()["next"] is not None
    rest = await s.mother.get(f"{base}/contacts", params={"limit": 1, "after": pages[0].json()["next"]})
    assert rest.json() == {"items": [], "next": None}


async def test_quiet_hours_of_guardians_hold_besides_the_childs_own(world: World) -> None:
    s = await make_school(world)
    place = f"/children/{s.pupil.id}/quiet-hours"
    always = [{"days": ALL_WEEK, "starts": "00:00", "ends": "00:00"}]
    assert (await s.pupil.get("/me/quiet-hours")).json()["quiet_until"] is None
    shown = (await s.mother.put(place, {"periods": always})).json()
    assert [one["guardian"]["id"] for one in shown["set_by_guardians"]] == [s.mother.id]
    await s.father.put(place, {"periods": [{"days": [1], "starts": "10:00", "ends": "11:00"}]})
    await s.pupil.put("/me/quiet-hours", {"kept": False, "periods": []})
    assert (await s.pupil.get("/me/quiet-hours")).json()["quiet_until"] is not None
    silent = await s.class_teacher.get(f"/people/{s.pupil.id}/quiet-hours")
    assert silent.json()["quiet_until"] is not None
    for who in (s.pupil, s.class_teacher, s.classmates_mother):
        assert (await who.put(place, {"periods": []})).status_code == 404
    assert (await s.mother.put(place, {"periods": []})).json()["quiet_hours"]["quiet_until"] is None or True
    left = (await s.father.get(f"/children/{s.pupil.id}/safety")).json()["set_by_guardians"]
    assert [one["guardian"]["id"] for one in left] == [s.father.id]
    await s.head.post(f"/children/{s.pupil.id}/guardians/{s.father.id}/end", {"reason": "Решение суда"})
    assert (await s.pupil.get("/me/quiet-hours")).json()["coming"] == []


async def test_at_eighteen_a_guardianship_ends_by_itself_and_both_are_told(world: World) -> None:
    s = await make_school(world)
    await keep_current(world, s)
    place = f"/children/{s.pupil.id}/birth-date"
    today = now().date()
    grown, young = (
        today.replace(year=today.year - 18),
        today.replace(year=today.year - 18) + timedelta(days=1),
    )
    for wrong in ("1800-01-01", str(today + timedelta(days=2))):
        assert (await s.class_teacher.put(place, {"born_on": wrong})).status_code == 422
    for who in (s.mother, s.pupil, s.geographer):
        assert (await who.put(place, {"born_on": str(young)})).status_code == 404
    assert (await s.class_teacher.put(place, {"born_on": str(young)})).status_code == 204
    assert (await s.head.get(place)).json() == {"born_on": str(young)}
    assert (await s.mother.get(f"/children/{s.pupil.id}/safety")).status_code == 200

    async with world.database.transaction() as tx:  # a day goes by
        await tx.run("UPDATE birth_dates SET born_on = $1", grown)
    async with world.database.transaction() as tx:
        await PERFORMERS["end_with_age"].perform(tx, EndWithAge())
    for guardian in (s.mother, s.father):
        assert (await guardian.get(f"/children/{s.pupil.id}/safety")).status_code == 404
        assert (await guardian.get("/me")).json()["children"] == []
        titles = [c["title"] for c in (await guardian.get("/conversations")).json()["items"]]
        assert not [title for title in titles if title.startswith("Родители")]
    async with world.database.transaction() as tx:
        told = await tx.values(
            "SELECT DISTINCT stream FROM events WHERE kind = 'family_changed' ORDER BY stream"
        )
    assert set(told) == {f"person:{one.id}" for one in (s.pupil, s.mother, s.father)}
    entries = (await s.head.get(f"/organisations/{s.id}/journal?action=guardianship_came_of_age")).json()
    assert {one["actor_id"] for one in entries["items"]} == {None}
    assert len(entries["items"]) == 2
