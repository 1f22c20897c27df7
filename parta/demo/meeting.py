"""The teachers of mathematics of both schools in one community, asked in and sent by the verbs everybody uses."""

import random
from datetime import datetime, timedelta
from uuid import UUID

from parta.core.db import Tx
from parta.demo import queries
from parta.demo.chats import Chats, Ids
from parta.demo.people import School, Town
from parta.messaging.restoring import OldMessage, restore_messages
from parta.organisations.structure.groups import make_group
from parta.organisations.structure.guests import invite_guest
from parta.organisations.structure.members import give_leaders, put_in
from parta.organisations.structure.shapes import GroupToMake, PeopleToSend, PlacesToGive
from parta.organisations.structure.visiting import answer_invitation, send_people

TITLE = "Методическое объединение учителей математики"
SUBJECTS = ("математика", "алгебра", "геометрия")
# Who speaks — the hosts' first, or the guests' — and how long before the visit.
TALK = (
    (
        "host",
        timedelta(days=3, hours=2),
        "Коллеги, здравствуйте! Здесь мы обе школы сразу. Муниципальный этап — 12-го.",
    ),
    ("guest", timedelta(days=3, hours=1), "Здравствуйте! От нас будет девять человек, параллели 7–9."),
    ("host", timedelta(days=1, hours=4), "Кабинеты 301 и 302 ваши. Черновики и циркули выдадим на месте."),
    ("guest", timedelta(days=1, hours=3), "Спасибо! А проверять собираемся вместе, как в прошлом году?"),
    ("host", timedelta(days=1, hours=2), "Да, в тот же день с 15:00. Чай за нами."),
)


async def meet(tx: Tx, town: Town, ids: Ids) -> None:
    """Make the community, with whoever teaches mathematics in both schools; made already, it stays."""
    if await tx.value(queries.COMMUNITY, TITLE) is not None:
        return
    host, guest = town.schools[:2]
    head, guests_head = ids[host.director], ids[guest.director]
    at_home = [ids[key] for key in _mathematicians(town, host)]
    new = GroupToMake(kind="community", title=TITLE)
    group_id = await make_group(tx, ids[host.key], new, by=head)
    await give_leaders(tx, ids[host.key], group_id, at_home[:1], by=head)
    if at_home[1:]:
        members = PlacesToGive(person_ids=at_home[1:], role="member")
        await put_in(tx, ids[host.key], group_id, members, by=head)
    await invite_guest(tx, ids[host.key], group_id, ids[guest.key], by=head)
    await answer_invitation(tx, ids[guest.key], group_id, accept=True, by=guests_head)
    sent = PeopleToSend(person_ids=[ids[key] for key in _mathematicians(town, guest)])
    await send_people(tx, ids[guest.key], group_id, sent, by=guests_head)


async def confer(tx: Tx, town: Town, chats: Chats, moment: datetime) -> int:
    """Let them talk before the visit; how many messages were said."""
    chat = chats.made["subject", await tx.value(queries.COMMUNITY, TITLE)]
    speakers = {
        side: chats.ids[next(key for key in _mathematicians(town, school) if town.people[key].claimed)]
        for side, school in zip(("host", "guest"), town.schools, strict=False)
    }
    dice = random.Random(f"{town.seed} {TITLE}")
    said = [
        OldMessage(
            author_id=speakers[side],
            client_id=UUID(int=dice.getrandbits(128), version=4),
            body=body,
            created_at=moment - before,
        )
        for side, before, body in TALK
    ]
    await restore_messages(tx, chat, said, read={})
    return len(said)


def _mathematicians(town: Town, school: School) -> list[str]:
    """Keys of the staff who teach it; a small school may have one."""
    return [key for key in school.staff if town.people[key].subject in SUBJECTS]
