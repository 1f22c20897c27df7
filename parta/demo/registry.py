"""The registry office of the invented town: it gives people keys, phones and addresses nobody has."""

from collections import Counter
from random import Random

from parta.demo import names
from parta.demo.names import Name
from parta.demo.people import Kind, Town, Townsman

# Russia has no range for fiction. 975 has the shape of a mobile code, which is all that a check of numbers
# can see, and lies in the reserve of the numbering plan: a code sent there by mistake reaches nobody.
PHONE_PREFIX = "+7975"
STRIDE = 6_180_339  # coprime with ten million: neighbours get far numbers, and none repeats


class Registry:
    """Enters invented people into a town; keeps phones and addresses unique."""

    def __init__(self, town: Town, dice: Random) -> None:
        self.town = town
        self.dice = dice
        self.addresses: Counter[str] = Counter()
        # A woman's surname does not tell the man's (Ким, Седых): remembered for husbands and sons.
        self.masculine: dict[str, str] = {}

    def enter(
        self, kind: Kind, surname: str, given: str, father: str, *, female: bool, school: str
    ) -> Townsman:
        """Enter a person with `surname` in its masculine form; an empty `father` means no patronymic."""
        name = Name(
            family=names.feminine_surname(surname) if female else surname,
            given=given,
            patronymic=names.patronymic(father, female=female) if father else "",
            short=names.choose_short(self.dice, given),
            female=female,
        )
        key = f"person-{len(self.town.people) + 1:05d}"
        person = Townsman(key=key, kind=kind, name=name, school=school)
        self.masculine[person.key] = surname
        return self.town.add(person)

    def enter_grown_up(self, kind: Kind, surname: str = "", *, female: bool, school: str) -> Townsman:
        """Enter a grown-up with a name usual for the age, with a phone."""
        person = self.enter(
            kind,
            surname or names.choose_surname(self.dice),
            names.choose_given(self.dice, female=female, grown_up=True),
            names.choose_given(self.dice, female=False, grown_up=True),
            female=female,
            school=school,
        )
        person.phone = self.phone()
        return person

    def phone(self) -> str:
        """Give the next phone number nobody can have."""
        self.addresses["phone"] += 1
        return f"{PHONE_PREFIX}{self.addresses['phone'] * STRIDE % 10_000_000:07d}"

    def email(self, name: Name) -> str:
        """Give an address at a domain that is reserved for examples."""
        local = f"{names.to_latin(name.given)}.{names.to_latin(name.family)}"
        self.addresses[local] += 1
        again = self.addresses[local]
        return f"{local}{again if again > 1 else ''}@{self.town.mail_domain}"
