"""What becomes of a push: taken, refused for good, tried again, given up."""

from datetime import UTC, datetime, timedelta

from parta.core.jobs_worker import perform_all
from parta.notifications.push_sending import Verdict, judge
from parta.testing.talk import group, say
from parta.testing.world import Actor


async def test_a_subscription_that_has_gone_is_forgotten_and_a_busy_service_tried_again(world, news, later):
    anna = await world.person()
    fates = ("status-404", "status-410", "status-503-once", "status-429-once", "status-403")
    people: dict[str, Actor] = {}
    for fate in fates:
        people[fate] = await world.person()
        await news.subscribe(people[fate], fate)
    chat = await group(world, anna, *people.values())

    await say(anna, chat, "Раз")
    await news.tell()
    later(seconds=20)
    await perform_all(news.database)
    assert len(news.service.notes("status-503-once")) == 1, "Retry-After asked for half a minute"
    later(seconds=15)
    await perform_all(news.database)

    counts = {fate: len(news.service.notes(fate)) for fate in fates}
    assert counts == dict.fromkeys(fates, 1) | {"status-503-once": 2, "status-429-once": 2}
    for fate in fates:
        kept = (await people[fate].get("/me/notifications")).json()["push"]["subscribed"]
        assert kept is (fate not in ("status-404", "status-410")), fate
    later(hours=2)
    assert await perform_all(news.database) == 0


async def test_a_service_that_never_answers_is_given_up_in_time(world, news, later):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await news.subscribe(boris, "status-500")
    await say(anna, chat, "Раз")
    await news.tell()
    for _ in range(20):
        later(hours=1)
        await perform_all(news.database)
    assert len(news.service.notes("status-500")) == 7


def test_what_a_push_service_answers_is_read_as_the_standard_says():
    assert judge(201, None).verdict is Verdict.DELIVERED
    assert {judge(code, None).verdict for code in (404, 410)} == {Verdict.GONE}
    assert {judge(code, None).verdict for code in (429, 500, 503)} == {Verdict.LATER}
    assert {judge(code, None).verdict for code in (301, 400, 403, 413)} == {Verdict.REFUSED}
    assert judge(429, "120").pause == timedelta(minutes=2)
    assert judge(429, "999999999").pause == timedelta(hours=1)
    assert judge(503, "завтра").pause is None
    soon = (datetime.now(UTC) + timedelta(minutes=5)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert timedelta(minutes=4) < (judge(503, soon).pause or timedelta(0)) <= timedelta(minutes=5)
