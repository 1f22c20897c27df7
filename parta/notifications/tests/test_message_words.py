import msgspec
import pytest

from parta.notifications.message_words import name_of
from parta.safety.people import PersonBrief

TEACHER = PersonBrief(
    id=1,
    family_name="Ладогина",
    given_name="Мария",
    patronymic="Ивановна",
    role="teacher",
    label="учитель",
    confirmed_teacher=True,
    claimed=True,
)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "Мария Ивановна 🎓"),
        ({"confirmed_teacher": False}, "Мария Ивановна"),
        ({"patronymic": ""}, "Мария Ладогина 🎓"),
        ({"role": "pupil", "confirmed_teacher": False}, "Мария Ладогина"),
        # A mother who teaches elsewhere is a confirmed teacher all the same.
        ({"role": "parent"}, "Мария Ладогина 🎓"),
    ],
)
def test_the_cap_is_with_the_name_of_a_confirmed_teacher_alone(changes, name):
    assert name_of(msgspec.structs.replace(TEACHER, **changes), "ru") == name
