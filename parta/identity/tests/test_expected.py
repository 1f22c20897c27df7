from parta.identity.contacts import Contact
from parta.identity.expected import (
    TakenContact,
    expect_people,
    holders_of,
    rename_people,
    set_expected_contacts,
)
from parta.identity.names import FullName
from parta.identity.profile import own_contacts
from parta.identity.tests.conftest import PROFILE

ANN, BOB = FullName("Соколова", "Анна", "Игоревна"), FullName("Соколов", "Борис")
PHONE, MAIL = Contact("phone", "+79990000501"), Contact("email", "sokolov@school.example")


async def values(tx, person_id):
    return [one.value for one in await own_contacts(tx, person_id)]


async def test_people_come_in_the_order_of_their_names(database):
    names = [FullName(f"Фамилия{letter}", "Имя") for letter in "яюэьыъщшчцхфутсрпонмлкйизжедгвба"]
    async with database.transaction() as tx:
        ids = await expect_people(tx, names)
        found = dict(await tx.connection.fetch("SELECT id, family_name FROM people"))
        assert [found[one] for one in ids] == [name.family_name for name in names]
        assert await tx.value("SELECT count(*) FROM people WHERE claimed_at IS NOT NULL") == 0
        assert await expect_people(tx, []) == []


async def test_only_those_whose_names_differ_are_renamed(database):
    async with database.transaction() as tx:
        ann, bob = await expect_people(tx, [ANN, BOB])
        assert await rename_people(tx, {ann: ANN, bob: BOB}) == 0
        assert await rename_people(tx, {ann: FullName("Озерцова", "Анна", "Игоревна"), bob: BOB}) == 1
        assert await tx.value("SELECT search_name FROM people WHERE id = $1", ann) == "озерцова анна игоревна"


async def test_contacts_are_given_moved_and_taken_away(database):
    async with database.transaction() as tx:
        ann, bob = await expect_people(tx, [ANN, BOB])
        assert await set_expected_contacts(tx, {ann: [PHONE, MAIL], bob: []}) == []
        assert await set_expected_contacts(tx, {ann: [PHONE, MAIL], bob: []}) == []
        assert await values(tx, ann) == [PHONE.value, MAIL.value]
        # The address moves from one to the other within one call.
        assert await set_expected_contacts(tx, {ann: [PHONE], bob: [MAIL]}) == []
        assert (await values(tx, ann), await values(tx, bob)) == ([PHONE.value], [MAIL.value])
        assert (await holders_of(tx, [MAIL, Contact("email", "no@one.example")]))[MAIL].person_id == bob
        assert await set_expected_contacts(tx, {}) == []


async def test_a_contact_of_two_goes_to_the_first_and_is_refused_to_the_second(database):
    async with database.transaction() as tx:
        parent, child = await expect_people(tx, [ANN, BOB])
        taken = await set_expected_contacts(tx, {parent: [PHONE], child: [PHONE, MAIL]})
        assert taken == [TakenContact(child, "phone", PHONE.value, parent)]
        assert await values(tx, child) == [MAIL.value]


async def test_a_proven_contact_is_its_persons_whatever_the_roster_says(door, database):
    came = (await door.come_in(PHONE.value, profile=PROFILE)).json()["person"]["id"]
    async with database.transaction() as tx:
        [ann] = await expect_people(tx, [ANN])
        assert await set_expected_contacts(tx, {ann: [PHONE]}) == [
            TakenContact(ann, "phone", PHONE.value, came)
        ]
        assert await set_expected_contacts(tx, {came: [MAIL]}) == []
        assert await values(tx, came) == [PHONE.value, MAIL.value]
        assert await set_expected_contacts(tx, {came: []}) == []
        assert await values(tx, came) == [PHONE.value]
        holder = (await holders_of(tx, [PHONE]))[PHONE]
        assert holder.proven_at
        assert holder.claimed_at
