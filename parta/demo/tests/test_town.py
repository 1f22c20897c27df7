import re
from collections import Counter
from datetime import date
from itertools import pairwise

import phonenumbers
import pytest

from parta.demo import names
from parta.demo.notables import notables_of, show_class
from parta.demo.people import Kind
from parta.demo.registry import PHONE_PREFIX
from parta.demo.town import build_town
from parta.identity.contacts import understand

TODAY = date(2026, 11, 22)
TOWN = build_town(today=TODAY)


def test_one_seed_is_one_town():
    assert build_town(today=TODAY) == TOWN


def test_another_seed_is_another_town():
    assert build_town(today=TODAY, seed=1800) != TOWN


def test_about_six_hundred_people_live_in_two_schools():
    kinds = Counter(person.kind for person in TOWN.people.values())

    assert len(TOWN.schools) == 2
    assert 570 <= len(TOWN.people) <= 640
    assert kinds[Kind.PUPIL] < kinds[Kind.PARENT] < 2 * kinds[Kind.PUPIL]
    assert {room.grade for room in TOWN.classrooms} == set(range(1, 12))


@pytest.mark.parametrize("people", [300, 5000, 20000])
def test_a_town_has_about_as_many_people_as_asked(people):
    assert abs(len(build_town(people, today=TODAY).people) - people) < people * 0.06


def test_a_town_too_small_for_its_schools_is_refused():
    with pytest.raises(ValueError, match="at least 250"):
        build_town(249, today=TODAY)


@pytest.mark.parametrize("seed", range(2, 8))
def test_whatever_the_seed_there_is_somebody_of_each_side_to_become(seed):
    town = build_town(seed=seed, today=TODAY)
    parent = next(town.people[one.person] for one in notables_of(town) if "двоих детей" in one.russian)

    assert len(parent.children) == 2
    assert len({one.person for one in notables_of(town)}) >= 7


def test_every_phone_is_accepted_by_sign_in_and_lies_in_the_reserve():
    phones = [person.phone for person in TOWN.people.values() if person.phone]

    assert len(phones) == len(set(phones)) > 400
    for phone in phones:
        assert phone.startswith(PHONE_PREFIX)
        assert phonenumbers.is_possible_number(phonenumbers.parse(phone))
        assert understand(phone).value == phone


def test_every_address_is_accepted_by_sign_in_and_is_an_example():
    addresses = [person.email for person in TOWN.people.values() if person.email]

    assert len(addresses) == len(set(addresses)) > 100
    for address in addresses:
        assert address.endswith(".example")
        assert understand(address).value == address


def test_everybody_can_be_reached():
    assert all(person.phone or person.email for person in TOWN.people.values())


def test_names_agree_in_gender():
    for person in TOWN.people.values():
        name = person.name
        assert not name.patronymic or name.patronymic.endswith("на" if name.female else "ич"), name
        if name.female:
            assert not re.search(r"(ов|ев|ёв|ин|ын|ский|цкий|ый)(-|$)", name.family.replace("ин-Ким", "")), (
                name
            )
        else:
            assert not re.search(r"(ова|ева|ёва|ина|ская|цкая|ая)(-|$)", name.family), name


def test_children_bear_the_name_of_their_father():
    for child in TOWN.people.values():
        fathers = [TOWN.people[key] for key in child.guardians if TOWN.people[key].relation == "отец"]
        for father in fathers:
            assert not child.name.patronymic or child.name.patronymic == names.patronymic(
                father.name.given, female=child.name.female
            )


def test_every_pupil_has_one_or_two_guardians_who_know_it():
    for pupil in TOWN.people.values():
        if pupil.kind is Kind.PUPIL:
            assert 1 <= len(pupil.guardians) <= 2
            assert all(pupil.key in TOWN.people[key].children for key in pupil.guardians)


def test_there_are_brothers_and_sisters_and_a_teacher_who_is_a_parent():
    people = TOWN.people.values()

    assert sum(len(person.children) > 1 for person in people) > 20
    assert any(person.position and person.children for person in people)


def test_there_are_letters_yo_double_surnames_and_people_without_patronymics():
    families = {person.name.family for person in TOWN.people.values()}

    assert any("ё" in family for family in families)
    assert any("-" in family for family in families)
    assert any(not person.name.patronymic for person in TOWN.people.values())


def test_every_class_has_a_teacher_of_its_own_and_lessons_with_teachers():
    teachers = [room.teacher for room in TOWN.classrooms]

    assert len(set(teachers)) == len(teachers)
    for room in TOWN.classrooms:
        assert room.pupils
        assert len(room.lessons) >= 3
        for key in (room.teacher, *(lesson.teacher for lesson in room.lessons)):
            assert TOWN.people[key].school == room.school
        assert room.grade <= 4 or any(lesson.teacher == room.teacher for lesson in room.lessons)


def test_a_class_register_is_in_the_order_of_surnames():
    for room in TOWN.classrooms:
        surnames = [TOWN.people[key].name.family.upper().replace("Ё", "Е") for key in room.pupils]
        assert all(first <= second for first, second in pairwise(surnames))


def test_the_notable_are_different_people_who_have_signed_up():
    notable = notables_of(TOWN)

    assert len({one.person for one in notable}) == len(notable) >= 7
    assert all(TOWN.people[one.person].claimed and one.russian and one.english for one in notable)
    assert len(show_class(TOWN).pupils) >= 18


@pytest.mark.parametrize(
    ("father", "son", "daughter"),
    [
        ("Василий", "Васильевич", "Васильевна"),
        ("Дмитрий", "Дмитриевич", "Дмитриевна"),
        ("Юрий", "Юрьевич", "Юрьевна"),
        ("Андрей", "Андреевич", "Андреевна"),
        ("Игорь", "Игоревич", "Игоревна"),
        ("Илья", "Ильич", "Ильинична"),
        ("Никита", "Никитич", "Никитична"),
        ("Пётр", "Петрович", "Петровна"),
        ("Глеб", "Глебович", "Глебовна"),
    ],
)
def test_patronymics(father, son, daughter):
    assert names.patronymic(father, female=False) == son
    assert names.patronymic(father, female=True) == daughter


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("Соколов", "Соколова"),
        ("Воробьёв", "Воробьёва"),
        ("Лыткин", "Лыткина"),
        ("Троицкий", "Троицкая"),
        ("Задорожный", "Задорожная"),
        ("Толстой", "Толстая"),
        ("Бондаренко", "Бондаренко"),
        ("Черных", "Черных"),
        ("Ким", "Ким"),
        ("Вознесенский-Преображенский", "Вознесенская-Преображенская"),
        ("Левицкий-Корш", "Левицкая-Корш"),
    ],
)
def test_surnames_of_women(man, woman):
    assert names.feminine_surname(man) == woman


@pytest.mark.parametrize(
    ("name", "female", "cases"),
    [
        ("Маша", True, "Маши Маше Машу Машей Маше"),
        ("Никита", False, "Никиты Никите Никиту Никитой Никите"),
        ("Илья", False, "Ильи Илье Илью Ильёй Илье"),
        ("Мария", True, "Марии Марии Марию Марией Марии"),
        ("Ольга", True, "Ольги Ольге Ольгу Ольгой Ольге"),
        ("Любовь", True, "Любови Любови Любовь Любовью Любови"),
        ("Игорь", False, "Игоря Игорю Игоря Игорем Игоре"),
        ("Андрей", False, "Андрея Андрею Андрея Андреем Андрее"),
        ("Дмитрий", False, "Дмитрия Дмитрию Дмитрия Дмитрием Дмитрии"),
        ("Павел", False, "Павла Павлу Павла Павлом Павле"),
        ("Сергеевич", False, "Сергеевича Сергеевичу Сергеевича Сергеевичем Сергеевиче"),
        ("Сергеевна", True, "Сергеевны Сергеевне Сергеевну Сергеевной Сергеевне"),
    ],
)
def test_cases_of_names(name, female, cases):
    declined = [names.decline(name, case, female=female) for case in names.CASES[1:]]

    assert " ".join(declined) == cases
