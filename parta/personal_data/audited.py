"""What this room writes to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "own_data_asked": ("Запрошен архив своих данных", "A copy of one's own data asked for"),
    "childs_data_asked": ("Запрошены данные ребёнка", "A copy of a child's data asked for"),
    "consent_withdrawn": ("Согласие отозвано", "Consent withdrawn"),
    "withdrawal_taken_back": ("Отзыв согласия отменён", "Withdrawal of consent taken back"),
    "person_erased": ("Профиль стёрт", "Profile erased"),
    "childs_consent_given": ("Дано согласие за ребёнка", "Consent given for a child"),
    "paper_consent_noted": ("Отмечено согласие на бумаге", "Consent on paper noted"),
    "paper_withdrawal_noted": ("Отмечен отзыв согласия на бумаге", "Withdrawal on paper noted"),
    "consents_taken_away": ("Реестр согласий скачан", "Register of consents taken away"),
}
