"""What people are told of: sensible for their role at first, and then as they wish."""

from parta.notifications import words
from parta.testing.school import make_school


async def kinds(actor) -> dict[str, dict[str, bool]]:
    items = (await actor.get("/me/notifications")).json()["kinds"]
    return {one["kind"]: {name: one[name] for name in ("push", "sound", "mail")} for one in items}


async def test_at_first_it_is_as_is_sensible_for_the_role(world):
    school = await make_school(world)
    teacher, pupil, mother = [await kinds(one) for one in (school.class_teacher, school.pupil, school.mother)]
    for one in (teacher, pupil, mother):
        assert one["reaction"] == {"push": False, "sound": False, "mail": False}
        assert one["direct"]["push"]
        assert one["direct"]["sound"]
    assert (teacher["group"]["sound"], pupil["group"]["sound"], mother["group"]["sound"]) == (
        False,
        False,
        True,
    )
    assert not any(one["mail"] for one in pupil.values())
    assert mother["mention"]["mail"]


async def test_a_choice_changes_one_thing_and_is_told_to_all_devices(world, sockets):
    school = await make_school(world)
    teacher = school.class_teacher
    before = await kinds(teacher)
    phone = await sockets.open(teacher)

    for change in ({"group": {"sound": True}}, {"group": {"push": False}, "poll": {"push": False}}):
        answer = await teacher.client.patch("/api/me/notifications", json={"kinds": change})
        assert answer.status_code == 200, answer.text

    await phone.event("notifications_changed", person_id=teacher.id)
    assert await kinds(teacher) == before | {
        "group": {"push": False, "sound": True, "mail": False},
        "poll": {"push": False, "sound": False, "mail": False},
    }
    assert await kinds(school.geographer) == before
    for wrong in ({"gossip": {"push": True}}, {"group": {"push": "да"}}, {"group": 1}):
        answer = await teacher.client.patch("/api/me/notifications", json={"kinds": wrong})
        assert answer.status_code == 422, wrong


def test_counts_are_said_in_good_russian():
    said = {n: words.missed(n, n, "ru") for n in (1, 2, 5, 11, 14, 21, 112)}
    assert said == {
        1: "1 сообщение в 1 чате",
        2: "2 сообщения в 2 чатах",
        5: "5 сообщений в 5 чатах",
        11: "11 сообщений в 11 чатах",
        14: "14 сообщений в 14 чатах",
        21: "21 сообщение в 21 чате",
        112: "112 сообщений в 112 чатах",
    }
    assert words.missed(1, 2, "en") == "1 message in 2 chats"


def test_a_notification_shows_words_and_no_marks():
    assert words.plain("**Жирно** и *косо*,\n`код`") == "Жирно и косо, код"
    assert words.plain("2 * 3 * 4") == "2 * 3 * 4"
    assert len(words.plain("а" * 500)) == 180
