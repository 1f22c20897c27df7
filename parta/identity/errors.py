"""What identity says when it refuses."""

from parta.core.errors import Sentences
from parta.identity.moving import errors as moving
from parta.identity.outside import errors as outside
from parta.identity.second_factor import errors as second_factor

SENTENCES: Sentences = (
    {
        "contact_wrong": (
            "Введите телефон с кодом города или оператора либо адрес электронной почты.",
            "Enter a phone number with its area code, or an e-mail address.",
        ),
        "code_wrong": ("Код не подходит. Проверьте цифры.", "This code does not match. Check the digits."),
        "code_expired": (
            "Код больше не действует. Запросите новый.",
            "This code no longer works. Ask for a new one.",
        ),
        "codes_too_many": (
            "Кодов запрошено слишком много. Подождите и попробуйте снова.",
            "Too many codes were asked for. Wait and try again.",
        ),
        "guesses_too_many": (
            "Неверных кодов введено слишком много. Подождите и попробуйте снова.",
            "Too many wrong codes were entered. Wait and try again.",
        ),
        "consents_required": (
            "Чтобы войти, примите пользовательское соглашение и политику обработки персональных данных.",
            "To sign in, accept the user agreement and the privacy policy.",
        ),
        "consent_wrong": (
            "Эта редакция документа уже не действует. Прочитайте новую.",
            "This version of the document is no longer in force. Read the new one.",
        ),
        "profile_required": (
            "Школа не добавляла этот телефон или адрес. Укажите фамилию, имя и отчество.",
            "No school has listed this phone or address. Enter your full name.",
        ),
        "name_wrong": (
            "Имя пишется буквами одного алфавита, можно с дефисом, апострофом и пробелом.",
            "A name is written in letters of one alphabet, with hyphens, apostrophes and spaces if needed.",
        ),
        "suspended": (
            "Вход приостановлен: так решила администрация вашей организации.",
            "Your access is suspended by the administration of your organisation.",
        ),
        "time_zone_wrong": ("Такого часового пояса нет.", "There is no such time zone."),
    }
    | outside.SENTENCES
    | second_factor.SENTENCES
    | moving.SENTENCES
)
