import pytest

from parta.core.errors import Invalid
from parta.identity.contacts import Contact, masked, normalise, understand
from parta.identity.names import FullName, checked


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+7 999 123-45-67", "+79991234567"),
        ("8 (999) 123-45-67", "+79991234567"),
        ("9991234567", "+79991234567"),
        (" +7\u00a0999\u00a01234567 ", "+79991234567"),
        ("8-495-123-45-67", "+74951234567"),
        ("+375 29 123-45-67", "+375291234567"),
        ("Vera.Ladogina@School.Example", "vera.ladogina@school.example"),
        ("  a+b@x.example ", "a+b@x.example"),
        ("приём@почта.рф", None),
        ("info@почта.рф", "info@xn--80a1acny.xn--p1ai"),
    ],
)
def test_one_contact_has_one_spelling(text, value):
    found = understand(text)
    assert (found and found.value) == value


@pytest.mark.parametrize(
    "text",
    ["", "112", "+7 999 123", "вера", "+7 999 123-45-67 доб. 3", "a@b", "a@@b.ru", "a b@c.ru", "a@b.ru\r\nBcc: x@y.ru",
     "@b.ru", "a@.ru", "a@b..ru", ".a@b.ru", '"a"@b.ru', "a@[10.0.0.1]", "a" * 65 + "@b.ru", "+1 900 555 0100", "a@" + "b" * 300,
     "+7(999)123-45-67\n", "0800 FLOWERS", "а@b.ru"],
)  # fmt: skip
def test_what_is_not_a_contact_is_refused(text):
    if understand(text.strip()) is None:
        with pytest.raises(Invalid):
            normalise(text)
    else:
        assert text.strip() != text


def test_a_mask_shows_its_owner_enough_and_others_too_little():
    assert masked(Contact("phone", "+79991234567")) == "+7 ••• •••-••-67"
    assert masked(Contact("email", "vera@school.example")) == "v•••@school.example"


@pytest.mark.parametrize(
    "name",
    [
        FullName("Ладогина", "Вера", "Юрьевна"),
        FullName("Римский-Корсаков", "Анна Мария", ""),
        FullName("О'Нил", "Шон"),
        FullName("Мамедов", "Рауф", "Керим оглы"),
        FullName("Smith", "Ann"),
        FullName(" Ким  ", " Ю "),
    ],
)
def test_real_names_are_accepted_and_tidied(name):
    tidy = checked(name)
    assert tidy.family_name == " ".join(name.family_name.split())


@pytest.mark.parametrize(
    ("name", "field"),
    [
        (FullName("", "Вера"), "family_name"),
        (FullName("Ладогина", "  "), "given_name"),
        (FullName("Ладогина", "Вера🌸"), "given_name"),
        (FullName("Ладогина", "Вера", "Юрьевна2"), "patronymic"),
        (FullName("Лад<b>", "Вера"), "family_name"),
        (FullName("-Ладогина", "Вера"), "family_name"),
        (FullName("Лад--огина", "Вера"), "family_name"),
        (FullName("Л" * 61, "Вера"), "family_name"),
        (FullName("Лaдoгина", "Вера"), "family_name"),
        (FullName("Ладогина", "Вера\u202e"), "given_name"),
        (FullName("Ладогина", "Ве\x00ра"), "given_name"),
    ],
)
def test_other_names_are_refused_by_field(name, field):
    with pytest.raises(Invalid) as refusal:
        checked(name)
    assert refusal.value.code == "name_wrong"
    assert refusal.value.fields[0].field == field
