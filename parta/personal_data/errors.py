"""What this room says when it refuses."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "archive_running": (
        "Архив уже готовится. Дождитесь его или отмените.",
        "A copy is being made already. Wait for it or cancel it.",
    ),
    "archive_too_soon": (
        "Архив можно запросить раз в сутки. Попробуйте позже.",
        "A copy can be asked for once a day. Try later.",
    ),
    "archive_failed": (
        "Архив не получился. Запросите его ещё раз.",
        "The copy could not be made. Ask for it again.",
    ),
    "withdrawn_already": (
        "Согласие уже отозвано.",
        "The consent is withdrawn already.",
    ),
    "signed_in_future": (
        "Дата подписи ещё не наступила.",
        "The day of signing has not come yet.",
    ),
    "guardian_name_required": (
        "Укажите, кто подписал согласие.",
        "Say who signed the consent.",
    ),
}
