"""Communities of several organisations: asked in, sent, heard, and let go; whoever is no part of it sees nothing."""

from typing import Any
from uuid import uuid4

import msgspec
import pytest

from parta.testing.school import ChatAsIs, School, chats_of, keep_current, make_school
from parta.testing.talk import say
from parta.testing.world import Actor, World


class Meeting(msgspec.Struct, frozen=True):
    """A community of one school, led by its geographer, and a neighbour; `group` is the community."""

    world: World
    host: School
    guest: School
    group: int

    @property
    def hosts(self) -> str:
        """Where the hosts decide about guests."""
        return f"/organisations/{self.host.id}/groups/{self.group}"

    @property
    def visit(self) -> str:
        """Where the guests' administrators decide."""
        return f"/organisations/{self.guest.id}/communities/{self.group}"

    async def invite(self, school: School | None = None) -> Any:
        """Ask the neighbour, or another school, in."""
        body = {"organisation_id": (school or self.guest).id}
        return await self.host.head.post(f"{self.hosts}/guests", body)

    async def come(self, *people: Actor) -> None:
        """Be invited, say yes and send these people."""
        assert (await self.invite()).status_code == 201
        assert (await self.guest.head.post(f"{self.visit}/answer", {"accept": True})).status_code == 204
        assert (await self.send(*people)).status_code == 204

    async def send(self, *people: Actor) -> Any:
        """Name people as the guest's head does."""
        body = {"person_ids": [one.id for one in people]}
        return await self.guest.head.post(f"{self.visit}/people", body)

    async def chat(self) -> ChatAsIs:
        """The community's chat."""
        return (await chats_of(self.world, self.host))["subject", self.group]

    async def states(self) -> list[tuple[str, str, int]]:
        """What the hosts see."""
        items = (await self.host.head.get(f"{self.hosts}/guests")).json()["items"]
        return [(one["name"], one["state"], one["people"]) for one in items]


@pytest.fixture
async def meeting(world: World) -> Meeting:
    host, guest = await make_school(world, "Школа у моста"), await make_school(world, "Лицей за рекой")
    for school in (host, guest):
        await keep_current(world, school)
    made = await host.head.post(
        f"/organisations/{host.id}/groups",
        {"kind": "community", "title": "Географы района", "leader_ids": [host.geographer.id]},
    )
    return Meeting(world, host, guest, made.json()["id"])


async def test_guests_come_hear_write_and_leave(meeting: Meeting) -> None:
    guest = meeting.guest
    await meeting.come(guest.geographer)
    chat = await meeting.chat()
    assert chat.members == {meeting.host.geographer.id, guest.geographer.id}
    assert chat.owners == {meeting.host.geographer.id}
    await say(guest.geographer, chat.id, "Здравствуйте, коллеги")
    assert await meeting.states() == [("Лицей за рекой", "accepted", 1)]
    members = (await meeting.host.head.get(f"{meeting.hosts}/members")).json()["items"]
    assert {one["guest_of"] for one in members} == {None, "Лицей за рекой"}
    seen = (await meeting.host.geographer.get(f"/conversations/{chat.id}/members")).json()["items"]
    assert {one["person"]["id"]: one["organisation"] for one in seen} == {
        meeting.host.geographer.id: "Школа у моста",
        guest.geographer.id: "Лицей за рекой",
    }
    assert (await guest.head.delete(meeting.visit)).status_code == 204
    assert (await guest.geographer.get(f"/conversations/{chat.id}/messages")).status_code == 404
    assert await meeting.states() == [("Лицей за рекой", "left", 0)]
    assert (await guest.head.get(meeting.visit)).status_code == 404


async def test_guests_and_hosts_write_to_each_other_and_nobody_else_does(meeting: Meeting) -> None:
    host, guest = meeting.host, meeting.guest
    await meeting.come(guest.geographer)
    direct = await host.geographer.put(f"/conversations/direct/{guest.geographer.id}")
    assert direct.status_code == 201
    await say(host.geographer, direct.json()["id"], "Поменяемся картами?")
    for me, other in (
        (host.class_teacher, guest.geographer),
        (host.geographer, guest.class_teacher),
        (host.pupil, guest.geographer),
        (guest.pupil, host.geographer),
        (guest.head, host.geographer),
    ):
        assert (await me.put(f"/conversations/direct/{other.id}")).status_code == 404
        assert (await me.get(f"/people/{other.id}")).status_code == 404
    assert (await guest.head.delete(f"{meeting.visit}/people/{guest.geographer.id}")).status_code == 204
    more = {"client_id": str(uuid4()), "body": "Вы ещё здесь?"}
    refused = await host.geographer.post(f"/conversations/{direct.json()['id']}/messages", more)
    assert (refused.status_code, refused.json()["code"]) == (409, "conversation_closed")


async def test_a_guest_administrator_sees_what_a_guest_may(meeting: Meeting) -> None:
    guest = meeting.guest
    await meeting.invite()
    listed = (await guest.head.get(f"/organisations/{guest.id}/communities")).json()["items"]
    assert listed == [(await guest.head.get(meeting.visit)).json()]
    assert {key: listed[0][key] for key in ("title", "host_name", "state", "people")} == {
        "title": "Географы района",
        "host_name": "Школа у моста",
        "state": "waiting",
        "people": 0,
    }
    early = await meeting.send(guest.geographer)
    assert (early.status_code, early.json()["code"]) == (409, "community_not_accepted")
    assert (await guest.head.post(f"{meeting.visit}/answer", {"accept": True})).status_code == 204
    again = await guest.head.post(f"{meeting.visit}/answer", {"accept": False})
    assert (again.status_code, again.json()["code"]) == (409, "community_answered")
    await meeting.send(guest.geographer)
    own = (await guest.head.get(f"{meeting.visit}/people")).json()["items"]
    assert [one["family_name"] for one in own] == ["Орлов"]
    # What is the hosts' stays theirs.
    for path in (meeting.hosts, f"{meeting.hosts}/members", f"{meeting.hosts}/guests"):
        assert (await guest.head.get(path)).status_code == 404
    for person in (meeting.host.geographer, guest.class_teacher):
        assert (await guest.head.delete(f"{meeting.visit}/people/{person.id}")).status_code == 404


async def test_only_ones_own_staff_are_sent(meeting: Meeting) -> None:
    await meeting.come(meeting.guest.geographer)
    guest, stranger = meeting.guest, await meeting.world.person()
    for somebody in (guest.pupil, guest.mother, meeting.host.class_teacher, stranger):
        assert (await meeting.send(guest.class_teacher, somebody)).status_code == 404
    # And the hosts name nobody of the guests'.
    named = {"person_ids": [guest.class_teacher.id], "role": "member"}
    assert (await meeting.host.head.post(f"{meeting.hosts}/members", named)).status_code == 404
    assert (await meeting.chat()).members == {meeting.host.geographer.id, guest.geographer.id}


async def test_who_leads_at_home_stays_so_when_named_as_a_guest(meeting: Meeting) -> None:
    await meeting.world.role(meeting.host.geographer, "teacher", meeting.guest.id)
    await meeting.come(meeting.host.geographer)
    assert await meeting.states() == [("Лицей за рекой", "accepted", 0)]
    assert (await meeting.chat()).owners == {meeting.host.geographer.id}


async def test_a_guest_whose_work_ends_leaves(meeting: Meeting) -> None:
    guest = meeting.guest
    await meeting.come(guest.geographer, guest.class_teacher)
    gone = await guest.head.delete(f"/organisations/{guest.id}/people/{guest.geographer.id}/roles/teacher")
    assert gone.status_code == 204
    assert (await meeting.chat()).members == {meeting.host.geographer.id, guest.class_teacher.id}
    assert await meeting.states() == [("Лицей за рекой", "accepted", 1)]


async def test_invitations_are_found_taken_back_and_made_anew(meeting: Meeting) -> None:
    head = meeting.host.head
    async with meeting.world.database.transaction() as tx:
        await tx.run("UPDATE organisations SET inn = '7700000016' WHERE id = $1", meeting.guest.id)
    for q, found in (
        ("лицей рекой", 1),
        ("7700000016", 1),
        ("770000001", 0),
        ("у моста", 0),
        ("ли", 0),
        ("...", 0),
    ):
        answer = await head.get(f"{meeting.hosts}/guest-candidates", params={"q": q})
        assert len(answer.json()["items"]) == found, q
    await meeting.invite()
    answer = await meeting.invite()
    assert (answer.status_code, answer.json()["code"]) == (409, "guest_already")
    assert (await head.delete(f"{meeting.hosts}/guests/{meeting.guest.id}")).status_code == 204
    assert (await head.delete(f"{meeting.hosts}/guests/{meeting.guest.id}")).status_code == 404
    assert (await meeting.guest.head.get(meeting.visit)).status_code == 404
    await meeting.invite()
    assert (await meeting.guest.head.post(f"{meeting.visit}/answer", {"accept": False})).status_code == 204
    assert await meeting.states() == [("Лицей за рекой", "declined", 0)]
    await meeting.come(meeting.guest.geographer)
    assert (await head.delete(f"{meeting.hosts}/guests/{meeting.guest.id}")).status_code == 204
    assert (await meeting.chat()).members == {meeting.host.geographer.id}


async def test_only_open_organisations_are_asked_and_only_into_communities(meeting: Meeting) -> None:
    head, where = meeting.host.head, f"/organisations/{meeting.host.id}/groups/{meeting.host.seven}"
    answer = await head.post(f"{where}/guests", {"organisation_id": meeting.guest.id})
    assert (answer.status_code, answer.json()["code"]) == (409, "not_a_community")
    assert (await meeting.invite(meeting.host)).status_code == 404
    async with meeting.world.database.transaction() as tx:
        await tx.run("UPDATE organisations SET closed_at = now() WHERE id = $1", meeting.guest.id)
    assert (await meeting.invite()).status_code == 404
    answer = await head.get(f"{meeting.hosts}/guest-candidates?q=лицей")
    assert answer.json()["items"] == []


async def test_both_journals_tell_of_it(meeting: Meeting) -> None:
    await meeting.come(meeting.guest.geographer)
    await meeting.guest.head.delete(meeting.visit)
    told = ["community_guest_left", "community_guest_accepted", "community_guest_invited"]
    for school in (meeting.host, meeting.guest):
        items = (await school.head.get(f"/organisations/{school.id}/journal")).json()["items"]
        actions = [one["action"] for one in items]
        assert [one for one in actions if one.startswith("community_")] == told
        assert ("place_given" in actions) is True


async def close(meeting: Meeting, school: School, name: str) -> None:
    operator = await meeting.world.person()
    await meeting.world.role(operator, "operator", None)
    answer = await operator.post(f"/organisations/{school.id}/closing", {"name": name, "reason": "Ремонт"})
    assert answer.status_code == 204, answer.text


async def test_a_guest_organisation_that_closes_takes_part_no_more(meeting: Meeting) -> None:
    await meeting.come(meeting.guest.geographer)
    await close(meeting, meeting.guest, "Лицей за рекой")
    assert (await meeting.chat()).members == {meeting.host.geographer.id}
    assert await meeting.states() == [("Лицей за рекой", "left", 0)]


async def test_a_community_whose_organisation_closes_is_read_and_no_more(meeting: Meeting) -> None:
    guest = meeting.guest
    await meeting.come(guest.geographer)
    await close(meeting, meeting.host, "Школа у моста")
    chat = await meeting.chat()
    assert chat.closed
    assert (await guest.geographer.get(f"/conversations/{chat.id}/messages")).status_code == 200
    assert (await guest.head.get(meeting.visit)).status_code == 404
    assert (await guest.geographer.get(f"/people/{meeting.host.class_teacher.id}")).status_code == 404


@pytest.mark.parametrize("into_host", [True, False])
async def test_an_organisation_that_is_joined_to_another_brings_its_part(
    meeting: Meeting, into_host: bool
) -> None:
    world, third = meeting.world, await make_school(meeting.world, "Гимназия на холме")
    await meeting.come(meeting.guest.geographer)
    operator = await world.person()
    await world.role(operator, "operator", None)
    body = {"name": "Лицей за рекой", "into_id": meeting.host.id if into_host else third.id, "reason": ""}
    assert (await operator.post(f"/organisations/{meeting.guest.id}/merging", body)).status_code == 204
    chat = await meeting.chat()
    assert chat.members == {meeting.host.geographer.id, meeting.guest.geographer.id}
    told = ("Школа у моста", "left", 0) if into_host else ("Гимназия на холме", "accepted", 1)
    assert await meeting.states() == [told]
    listed = (await third.head.get(f"/organisations/{third.id}/communities")).json()["items"]
    assert [one["people"] for one in listed] == ([] if into_host else [1])
    await say(meeting.guest.geographer, chat.id, "Теперь мы из одной школы")
