import re
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from parta.demo.drawing.files import PAPERS, PICTURES
from parta.demo.people import Kind
from parta.demo.talk.conversations import tell
from parta.demo.talk.school_days import is_school_day, school_day_after, with_preposition
from parta.demo.talk.script import ScriptError, all_exchanges, parse
from parta.demo.town import build_town

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TOWN = build_town(today=NOW.date())
TALK = tell(TOWN, NOW)
MESSAGES = [message for conversation in TALK for message in conversation.messages]


def test_one_seed_tells_one_story():
    assert tell(build_town(today=NOW.date()), NOW) == TALK


def test_there_is_much_to_read():
    automatic = Counter(conversation.automatic or conversation.kind for conversation in TALK)

    assert len(MESSAGES) > 5000
    assert len(all_exchanges()) >= 150
    assert (
        automatic["class"] == automatic["class_parents"] == automatic["parents_only"] == len(TOWN.classrooms)
    )
    assert automatic["teachers"] == 2
    assert automatic["direct"] > 100
    assert automatic["favourites"] > 20
    assert sum(bool(message.files) for message in MESSAGES) > 200
    assert sum(message.reply_to is not None for message in MESSAGES) > 500
    for attribute in ("edited_at", "deleted_at", "mentions", "reactions"):
        assert any(getattr(message, attribute) for message in MESSAGES), attribute


def test_no_slot_is_left_unfilled():
    texts = [message.body for message in MESSAGES]
    texts += [file.name for message in MESSAGES for file in message.files]

    assert not [text for text in texts if re.search(r"[{}\[\]|]| {2}|None", text)]
    assert all(message.body or message.files for message in MESSAGES)


def test_every_dialogue_can_be_told_somewhere():
    # Only dialogues of another season may stay silent.
    summer = datetime(2027, 5, 20, 18, tzinfo=UTC)
    winter = datetime(2026, 12, 20, 18, tzinfo=UTC)
    firsts = {
        exchange.name: re.split(r"[{\[]|\\n", exchange.lines[0].text)[0].strip()
        for exchange in all_exchanges()
    }
    heard = [
        message.body
        for now in (NOW, winter, summer)
        for seed in (1, 2)
        for conversation in tell(build_town(today=now.date(), seed=seed), now)
        for message in conversation.messages
    ]
    every = "\n".join(heard)

    silent = [name for name, start in firsts.items() if len(start) > 12 and start not in every]
    assert not silent


def test_nothing_happens_after_now_or_before_the_weeks_told():
    first = NOW - timedelta(weeks=4, days=1)
    for message in MESSAGES:
        moments = [message.created_at, message.edited_at, message.deleted_at]
        moments += [reaction.at for reaction in message.reactions]
        for moment in filter(None, moments):
            assert message.created_at <= moment < NOW
        assert message.created_at > first


def test_messages_stand_in_order_and_answer_what_was_said_before():
    for conversation in TALK:
        times = [message.created_at for message in conversation.messages]
        assert times == sorted(times)
        for place, message in enumerate(conversation.messages):
            assert message.reply_to is None or message.reply_to < place


def test_the_town_sleeps_at_night_and_nobody_writes_in_lessons_on_purpose():
    zone = ZoneInfo(TOWN.time_zone)
    clocks = [message.created_at.astimezone(zone).time() for message in MESSAGES]

    assert all(time(6, 45) <= clock < time(22, 15) for clock in clocks)


def test_weekends_are_quieter_than_school_days():
    zone = ZoneInfo(TOWN.time_zone)
    days = Counter(message.created_at.astimezone(zone).date() for message in MESSAGES)
    lessons = [count for day, count in days.items() if is_school_day(day)]
    weekends = [count for day, count in days.items() if not is_school_day(day)]

    assert sum(weekends) / len(weekends) < sum(lessons) / len(lessons) / 2


def test_whoever_speaks_reacts_or_is_mentioned_is_a_member_who_has_signed_up():
    for conversation in TALK:
        for message in conversation.messages:
            people = [message.author, *message.mentions, *(reaction.person for reaction in message.reactions)]
            assert set(people) <= set(conversation.members)
            assert all(TOWN.people[key].claimed for key in people)
            assert (
                message.author not in {reaction.person for reaction in message.reactions} or message.reactions
            )


def test_a_message_has_an_identity_of_its_own():
    assert len({message.client_id for message in MESSAGES}) == len(MESSAGES)


def test_pupils_are_not_in_chats_of_parents_nor_parents_in_chats_of_pupils():
    kinds = {
        "class": Kind.PARENT,
        "class_parents": Kind.PUPIL,
        "parents_only": Kind.PUPIL,
        "subject": Kind.PARENT,
    }
    for conversation in TALK:
        unwanted = kinds.get(conversation.automatic or "")
        assert not [key for key in conversation.members if TOWN.people[key].kind is unwanted]


def test_pointers_of_reading_never_lie():
    unread = 0
    for conversation in TALK:
        total = len(conversation.messages)
        for person, read in conversation.read.items():
            assert 0 <= read <= total
            own = [n for n, m in enumerate(conversation.messages, start=1) if m.author == person]
            assert not own or read >= own[-1]
            unread += read < total
    assert unread > 500


def test_a_request_waits_for_its_answer():
    requests = [conversation for conversation in TALK if conversation.request]

    assert len(requests) >= 2
    for conversation in requests:
        assert len(conversation.messages) <= 1
        assert all(message.author == conversation.members[0] for message in conversation.messages)


def test_nobody_starts_a_chat_to_say_nothing():
    assert all(conversation.messages for conversation in TALK if not conversation.automatic)


def test_every_file_has_somebody_to_draw_it():
    kinds = {file.kind for message in MESSAGES for file in message.files}

    assert kinds == {*PICTURES, *PAPERS}


def test_a_town_of_another_size_talks_as_well():
    small = build_town(300, today=NOW.date())

    assert len(tell(small, NOW, weeks=1)) > 100


def test_days_are_named_with_the_right_preposition():
    tuesday, wednesday = date(2026, 11, 24), date(2026, 11, 25)

    assert with_preposition("on", tuesday) == "во вторник"
    assert with_preposition("to", tuesday) == "ко вторнику"
    assert with_preposition("since", wednesday) == "со среды"
    assert with_preposition("on", wednesday) == "в среду"


def test_school_days_leave_out_weekends_and_holidays():
    assert school_day_after(date(2026, 11, 20), 1) == date(2026, 11, 23)
    assert not is_school_day(date(2026, 11, 4))


@pytest.mark.parametrize(
    "text",
    [
        "not a header\np1: hello",
        "== a: class\n",
        "== a: class whatever\np1: hello",
        "== a: class\np1 hello",
        "== a: class\np1:",
        "== a: class\np1 ^2: hello\n+1 p2: hi",
        "== a: class\np1: hello // smile p2",
    ],
)
def test_a_badly_written_dialogue_is_refused_with_its_place(text):
    with pytest.raises(ScriptError, match="story"):
        parse(text, "story")


def test_a_well_written_dialogue_is_read():
    (exchange,) = parse(
        "== a: class 5-9 morning m=11-2 p1=f\np1: Привет // 👍 p2 *3; edited\n+5 p2 ^1: Да", "story"
    )

    assert exchange.grades == (5, 9)
    assert exchange.slots == ("morning",)
    assert exchange.fits_month(1)
    assert not exchange.fits_month(5)
    assert exchange.demands == (("p1", "f"),)
    assert exchange.lines[0].edited
    assert exchange.lines[0].reacting[0].who == ("p2",)
    assert exchange.lines[0].reacting[0].any_of == 3
    assert exchange.lines[1].reply_to == 0
    assert exchange.lines[1].minutes == 5
