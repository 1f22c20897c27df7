"""What is said when a way through an outside service does not lead in."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "outside_state_wrong": (
        "Этот вход начат не здесь. Начните его заново в этом окне.",
        "This sign-in was not begun here. Begin it again in this window.",
    ),
    "outside_used": (
        "Этот вход уже использован. Начните заново.",
        "This sign-in has been used already. Begin again.",
    ),
    "outside_expired": (
        "Прошло больше десяти минут, и вход больше не действует. Начните заново.",
        "More than ten minutes have passed, and this sign-in no longer works. Begin again.",
    ),
    "outside_cancelled": (
        "Вы отменили вход. Можно попробовать ещё раз или войти по коду.",
        "You have cancelled the sign-in. Try again, or sign in with a code.",
    ),
    "outside_refused": (
        "Сервис не разрешил вход. Попробуйте ещё раз или войдите по коду.",
        "The service did not allow the sign-in. Try again, or sign in with a code.",
    ),
    "outside_untrusted": (
        "Ответ сервиса не прошёл проверку подписи, поэтому входа нет. Сообщите администратору.",
        "The service's answer failed the check of its signature, so nobody was let in. Tell the administrator.",
    ),
    "outside_unconfirmed": (
        "Учётная запись на Госуслугах не подтверждена. Подтвердите её или войдите по коду.",
        "The Gosuslugi account is not confirmed. Confirm it, or sign in with a code.",
    ),
    "outside_unavailable": (
        "Сервис сейчас не отвечает. Попробуйте позже или войдите по коду.",
        "The service does not answer now. Try later, or sign in with a code.",
    ),
    "outside_no_contact": (
        "Сервис не подтвердил телефон или почту. Войдите один раз по коду и привяжите его в «Способах входа».",
        "The service vouched for no phone or address. Sign in once with a code and link it in “Ways to sign in”.",
    ),
    "outside_unlinked": (
        "Эта учётная запись отвязана. Войдите по коду и привяжите её заново.",
        "This account was unlinked. Sign in with a code and link it again.",
    ),
    "outside_taken": (
        "Эта учётная запись привязана к другому профилю.",
        "This account is linked to another profile.",
    ),
    "outside_linked_already": (
        "Другая учётная запись этого сервиса уже привязана. Сначала отвяжите её.",
        "Another account of this service is linked already. Unlink it first.",
    ),
    "outside_last_way": (
        "Это единственный способ входа. Сначала добавьте другой.",
        "This is the only way in. Add another one first.",
    ),
    "outside_too_many": (
        "Слишком много попыток входа. Подождите и попробуйте снова.",
        "Too many attempts to sign in. Wait and try again.",
    ),
    "return_wrong": ("Вернуться можно только на страницу Парты.", "You can return to a page of Parta only."),
}
