"""What a move says when it is refused."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "move_same": (
        "Этот телефон или адрес у человека уже есть.",
        "The person has this phone or address already.",
    ),
    "move_open": (
        "Смена номера уже идёт. Завершите её или отмените.",
        "A change is under way already. Finish or cancel it.",
    ),
    "move_contact_taken": (
        "Этот номер или адрес уже есть у другого человека в Парте. Выберите другой или обратитесь к администратору школы.",
        "This phone or address is another person's in Parta. Choose another one or ask the school's administrator.",
    ),
    "move_second_person": (
        "Подтвердить должен другой сотрудник, не тот, кто начал смену номера.",
        "Somebody else on the staff has to confirm, not the one who began the change.",
    ),
    "move_stale": (
        "Прежний номер за это время изменился. Отмените смену и начните заново.",
        "The former contact has changed meanwhile. Cancel and begin anew.",
    ),
}
