"""Two schools meet in one community: invited, accepted, two teachers talk, and the guests leave again."""

import os
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.stories import axe, rosters
from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import DIRECTOR, TUMANOV
from tests.stories.person import Person

# After the town’s education department, as the roster orders them.
HOST, GUEST = "/school/organisations/2", "/school/organisations/3"
GUESTS_HEAD, GUESTS_TEACHER = "+79123001701", "+79123001702"
CHAT = "Математики округа"
PICTURES = os.environ.get("STORY_PICTURES")


def test_two_schools_meet_in_a_community(empty: Installation, new_person: NewPerson) -> None:
    bundle = empty.folder / "roster.zip"
    bundle.write_bytes(rosters.zipped(with_neighbour(rosters.sample())))
    empty.run("import", str(bundle), "--apply", "--yes")
    host, guest = new_person(empty), new_person(empty)
    hosts_teacher, guests_teacher = new_person(empty), new_person(empty)
    host.come_in(DIRECTOR, f"{HOST}/groups/new")
    guest.come_in(GUESTS_HEAD, f"{GUEST}/communities")
    expect(guest.page.get_by_text("Приглашений пока нет")).to_be_visible()
    the_host_invites(host)
    the_guest_accepts_and_names_a_teacher(guest)

    hosts_teacher.come_in(TUMANOV)
    guests_teacher.come_in(GUESTS_TEACHER)
    hosts_teacher.open_chat(CHAT)
    guests_teacher.open_chat(CHAT)
    hosts_teacher.say("Олимпиаду проведём у нас?")
    guests_teacher.sees("Олимпиаду проведём у нас?")
    guests_teacher.say("Согласна, привезу шестерых")
    hosts_teacher.sees("Согласна, привезу шестерых")
    hosts_teacher.page.get_by_role("button", name=f"О чате: {CHAT}").click()
    expect(hosts_teacher.page.get_by_text("Лицей «Маяк»", exact=False).first).to_be_visible()

    the_guest_leaves(guest)
    expect(guests_teacher.chat_in_list(CHAT)).to_have_count(0)
    host.open(f"{HOST}/groups")
    host.page.get_by_role("link", name=CHAT).click()
    expect(host.page.get_by_role("list", name="Другие организации")).to_contain_text("не участвует")


def with_neighbour(files: dict[str, rosters.Rows]) -> dict[str, rosters.Rows]:
    """The sample with one more school, a head and a teacher in it."""
    school = {"sourcedId": "mayak", "name": "Лицей «Маяк»", "identifier": "15"}
    orgs = [*files["orgs.csv"], files["orgs.csv"][-1] | school]
    users, roles = list(files["users.csv"]), list(files["roles.csv"])
    people = (
        ("t-director", "m-head", "Чайкина", "Вера", GUESTS_HEAD),
        ("t-ladogina", "m-teacher", "Волнова", "Ника", GUESTS_TEACHER),
    )
    for like, person, family, given, phone in people:
        user = next(one for one in users if one["sourcedId"] == like)
        named = {"sourcedId": person, "username": person, "familyName": family, "givenName": given}
        users.append(user | named | {"email": "", "phone": phone, "primaryOrgSourcedId": "mayak"})
        role = next(one for one in roles if one["userSourcedId"] == like)
        roles.append(role | {"sourcedId": f"r-{person}", "userSourcedId": person, "orgSourcedId": "mayak"})
    return files | {"orgs.csv": orgs, "users.csv": users, "roles.csv": roles}


def the_host_invites(host: Person) -> None:
    page = host.page
    host.look()
    page.get_by_label("Что создать").select_option("community")
    page.get_by_label("Название", exact=True).fill(CHAT)
    choose(page, "Кто ведёт", "Туманов")
    page.get_by_role("button", name="Создать", exact=True).click()
    expect(page.get_by_text("Пока только ваша.", exact=False)).to_be_visible()
    page.get_by_role("button", name="Пригласить организацию").click()
    page.get_by_label("Кого пригласить").fill("маяк")
    look_at(page, "community-search")
    found = page.get_by_role("list", name="Найденные организации")
    found.get_by_role("button", name="Лицей «Маяк»").click()
    expect(page.get_by_role("list", name="Другие организации")).to_contain_text("ответа ещё нет")
    look_at(page, "community-host")


def the_guest_accepts_and_names_a_teacher(guest: Person) -> None:
    page = guest.page
    guest.look()
    guest.open(GUEST)
    page.get_by_role("link", name="Общие сообщества: 1 приглашение").click()
    look_at(page, "communities")
    page.get_by_role("list", name="Приглашения в сообщества").get_by_role("link", name=CHAT).click()
    expect(page.get_by_text("Приглашает: Школа № 14", exact=False)).to_be_visible()
    look_at(page, "community-invitation")
    page.get_by_role("button", name="Принять").click()
    choose(page, "Кто пойдёт от нас", "Волнова")
    page.get_by_role("button", name="Добавить", exact=True).click()
    expect(page.get_by_role("list", name="От нашей организации")).to_contain_text("Волнова")
    look_at(page, "community-guest")


def the_guest_leaves(guest: Person) -> None:
    page = guest.page
    guest.look()
    page.get_by_role("button", name="Выйти из сообщества").click()
    asked = page.get_by_role("alertdialog")
    expect(asked).to_contain_text("1 ваш человек сразу перестанет видеть чат")
    asked.get_by_role("button", name="Выйти из сообщества").click()
    expect(page.get_by_text("Приглашений пока нет")).to_be_visible()


def choose(page: Page, field: str, name: str) -> None:
    """Find somebody by the surname and press the line."""
    page.get_by_label(field, exact=True).fill(name)
    page.get_by_role("list", name="Найденные люди").get_by_role("button", name=name).first.click()


def look_at(page: Page, name: str) -> None:
    """Nobody stumbles here; and where pictures are wanted, one in each theme and width."""
    assert axe.faults(page) == []
    if PICTURES:
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            for width, height in ((1280, 800), (390, 844)):
                page.set_viewport_size({"width": width, "height": height})
                page.wait_for_timeout(300)
                page.screenshot(path=Path(PICTURES) / f"{name}-{theme}-{width}.png")
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 800})
